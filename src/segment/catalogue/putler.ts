import { defineScheme } from "../scheme.js";
import { publish } from "./entry.js";

/** Putler's eleven segments on R and FM. */
export const putler = /* @__PURE__ */ publish({
  id: "putler-11",
  title: "Putler's eleven segments",
  source: {
    publisher: "Putler",
    title: "RFM Analysis For Successful Customer Segmentation",
    url: "https://www.putler.com/rfm-analysis/",
  },
  date: null,
  axes: ["r", "fm"],
  scheme: /* @__PURE__ */ defineScheme({
    name: "Putler's eleven",
    bins: 5,
    axes: ["r", "fm"],
    rules: [
      { segment: "Champions", r: [4, 5], fm: [4, 5] },
      { segment: "Loyal Customers", r: [2, 5], fm: [3, 5] },
      { segment: "Potential Loyalist", r: [3, 5], fm: [1, 3] },
      { segment: "Recent Customers", r: [4, 5], fm: 1 },
      { segment: "Promising", r: [3, 4], fm: 1 },
      { segment: "Customers Needing Attention", r: [2, 3], fm: [2, 3] },
      { segment: "About To Sleep", r: [2, 3], fm: [1, 2] },
      { segment: "At Risk", r: [1, 2], fm: [2, 5] },
      { segment: "Can't Lose Them", r: 1, fm: [4, 5] },
      { segment: "Hibernating", r: [1, 2], fm: [1, 2] },
      { segment: "Lost", r: [1, 2], fm: [1, 2] },
    ],
  }),
  verdict: {
    cells: 25,
    uncovered: 0,
    overlaps: 20,
    deadSegments: ["Recent Customers", "Promising", "Can't Lose Them", "Lost"],
    dominance: 0,
    clean: false,
  },
  note:
    "Published for scores from 0 to 5: 0 is cut to 1 here. The page gives ranges that overlap, and no order of " +
    "precedence: here the first in its list wins. It is revised in place; it has been cited as of 2022.",
});
