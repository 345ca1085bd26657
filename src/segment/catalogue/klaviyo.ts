import { defineScheme } from "../scheme.js";
import { publish } from "./entry.js";

/** Klaviyo's six customer groups on three bins. */
export const klaviyo = /* @__PURE__ */ publish({
  id: "klaviyo-6",
  title: "Klaviyo's six customer groups",
  source: {
    publisher: "Klaviyo Help Center",
    title:
      "Understanding scoring and customer groups in the recency, frequency, and monetary analysis (RFM) report",
    url: "https://help.klaviyo.com/hc/en-us/articles/17797937793179",
  },
  date: "2024-11-15",
  axes: ["r", "f", "m"],
  scheme: /* @__PURE__ */ defineScheme({
    name: "Klaviyo's six",
    bins: 3,
    rules: [
      { segment: "Champions", cells: ["333", "332", "323"] },
      { segment: "Loyal", cells: ["321", "322", "331", "232", "233"] },
      { segment: "Recent", cells: ["312", "313", "311", "222", "223"] },
      { segment: "Needs Attention", cells: ["213", "221", "123", "132", "133"] },
      { segment: "At Risk", cells: ["231", "212", "122", "131", "211"] },
      { segment: "Inactive", cells: ["111", "112", "113", "121"] },
    ],
  }),
  verdict: { cells: 27, uncovered: 0, overlaps: 0, deadSegments: [], dominance: 0, clean: true },
  note: "The date is that of an update of the page, which spells “Needs attention” and “At risk”.",
});
