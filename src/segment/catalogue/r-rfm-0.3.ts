import { defineScheme } from "../scheme.js";
import { publish } from "./entry.js";

/** The ten segments in the vignette of the R package rfm 0.3.0. */
export const rRfm03 = /* @__PURE__ */ publish({
  id: "r-rfm-0.3.0",
  title: "Ten segments of the R package rfm 0.3.0",
  source: {
    publisher: "Aravind Hebbali, on CRAN",
    title: "rfm 0.3.0, vignette “RFM - Introduction”",
    url: "https://cran.r-project.org/package=rfm",
  },
  date: "2024-02-26",
  axes: ["r", "f", "m"],
  scheme: /* @__PURE__ */ defineScheme({
    name: "R rfm 0.3.0",
    bins: 5,
    rules: [
      { segment: "Champions", r: 5, f: 5, m: 5 },
      { segment: "Potential Loyalist", r: [3, 5], f: [3, 5], m: [2, 5] },
      { segment: "Loyal Customers", r: [2, 4], f: [2, 4], m: [2, 4] },
      { segment: "Promising", r: [3, 4], f: [1, 3], m: [3, 5] },
      { segment: "New Customers", r: [4, 5], f: [1, 3], m: [1, 5] },
      { segment: "Can't Lose Them", r: [1, 2], f: [3, 4], m: [4, 5] },
      { segment: "At Risk", r: [1, 2], f: [2, 5], m: [4, 5] },
      { segment: "Need Attention", r: [1, 3], f: [3, 5], m: [3, 5] },
      { segment: "About To Sleep", r: [2, 3], f: [1, 3], m: [1, 4] },
      { segment: "Lost", r: 1, f: [1, 5], m: [1, 5] },
    ],
    otherwise: "Others",
  }),
  verdict: { cells: 125, uncovered: 10, overlaps: 58, deadSegments: [], dominance: 4, clean: false },
});
