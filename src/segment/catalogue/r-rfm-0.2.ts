import { defineScheme } from "../scheme.js";
import { publish } from "./entry.js";

/** The ten segments in the vignettes of the R package rfm 0.2.0 to 0.2.2. */
export const rRfm02 = /* @__PURE__ */ publish({
  id: "r-rfm-0.2",
  title: "Ten segments of the R package rfm 0.2.x",
  source: {
    publisher: "Aravind Hebbali, on CRAN",
    title: "rfm 0.2.2, rfm_segment",
    url: "https://rdocumentation.org/packages/rfm/versions/0.2.2/topics/rfm_segment",
  },
  date: "2020-07-21",
  axes: ["r", "f", "m"],
  scheme: /* @__PURE__ */ defineScheme({
    name: "R rfm 0.2",
    bins: 5,
    rules: [
      { segment: "Champions", r: [4, 5], f: [4, 5], m: [4, 5] },
      { segment: "Loyal Customers", r: [2, 5], f: [3, 5], m: [3, 5] },
      { segment: "Potential Loyalist", r: [3, 5], f: [1, 3], m: [1, 3] },
      { segment: "New Customers", r: [4, 5], f: 1, m: 1 },
      { segment: "Promising", r: [3, 4], f: 1, m: 1 },
      { segment: "Need Attention", r: [2, 3], f: [2, 3], m: [2, 3] },
      { segment: "About To Sleep", r: [2, 3], f: [1, 2], m: [1, 2] },
      { segment: "At Risk", r: [1, 2], f: [2, 5], m: [2, 5] },
      { segment: "Can't Lose Them", r: 1, f: [4, 5], m: [4, 5] },
      { segment: "Lost", r: [1, 2], f: [1, 2], m: [1, 2] },
    ],
    otherwise: "Others",
  }),
  verdict: {
    cells: 125,
    uncovered: 36,
    overlaps: 39,
    deadSegments: ["New Customers", "Promising", "Can't Lose Them"],
    dominance: 12,
    clean: false,
  },
  note: "The date is that of 0.2.2; 0.2.0 has the same rules.",
});
