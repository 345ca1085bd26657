import { defineScheme } from "../scheme.js";
import { publish } from "./entry.js";

/** The ten segments of the Python package rfm. */
export const pypiRfm = /* @__PURE__ */ publish({
  id: "pypi-rfm-10",
  title: "Ten segments of the Python package rfm 1.0.9",
  source: {
    publisher: "Suresh Sonwane, on PyPI",
    title: "rfm 1.0.9, RFM.find_segments",
    url: "https://pypi.org/project/rfm/1.0.9/",
  },
  date: "2022-04-04",
  axes: ["r", "f", "m"],
  scheme: /* @__PURE__ */ defineScheme({
    name: "PyPI rfm 1.0.9",
    bins: 5,
    rules: [
      { segment: "Champions", r: [4, 5], f: [4, 5], m: [4, 5] },
      { segment: "Promising", r: [4, 5], f: [1, 2], m: [3, 5] },
      { segment: "Loyal Accounts", r: [3, 5], f: [3, 5], m: [3, 5] },
      { segment: "Potential Loyalist", r: [3, 5], f: [2, 3], m: [2, 4] },
      { segment: "New Active Accounts", r: 5, f: 1, m: [1, 5] },
      { segment: "Low Spenders", r: [3, 5], f: [1, 5], m: [1, 2] },
      { segment: "Need Attention", r: [2, 3], f: [1, 2], m: [4, 5] },
      { segment: "About to Sleep", r: [2, 3], f: [1, 2], m: [1, 3] },
      { segment: "At Risk", r: [1, 2], f: [1, 5], m: [3, 5] },
      { segment: "Lost", r: [1, 2], f: [1, 5], m: [1, 2] },
    ],
  }),
  verdict: { cells: 125, uncovered: 0, overlaps: 44, deadSegments: [], dominance: 2, clean: false },
  note:
    "The date is that of the files in the release. Before it, Low Spenders stood before New Active Accounts and " +
    "began at F 2.",
});
