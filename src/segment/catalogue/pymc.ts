import { defineScheme } from "../scheme.js";
import { publish } from "./entry.js";

/** The default segments of PyMC-Marketing's rfm_segments, on quartiles. */
export const pymc = /* @__PURE__ */ publish({
  id: "pymc-5",
  title: "PyMC-Marketing's five segments",
  source: {
    publisher: "PyMC Labs",
    title: "pymc-marketing 0.7.0, clv.rfm_segments",
    url: "https://pypi.org/project/pymc-marketing/0.7.0/",
  },
  date: "2024-07-01",
  axes: ["r", "f", "m"],
  scheme: /* @__PURE__ */ defineScheme({
    name: "PyMC-Marketing's five",
    bins: 4,
    rules: [
      { segment: "Premium Customer", cells: ["334", "443", "444", "344", "434", "433", "343", "333"] },
      { segment: "Repeat Customer", cells: ["244", "234", "232", "332", "143", "233", "243"] },
      {
        segment: "Top Spender",
        cells: ["424", "414", "144", "314", "324", "124", "224", "423", "413", "133", "323", "313", "134"],
      },
      {
        segment: "At Risk Customer",
        cells: ["422", "223", "212", "122", "222", "132", "322", "312", "412", "123", "214"],
      },
      { segment: "Inactive Customer", cells: ["411", "111", "113", "114", "112", "211", "311"] },
    ],
    otherwise: "Other",
  }),
  verdict: { cells: 64, uncovered: 18, overlaps: 0, deadSegments: [], dominance: 4, clean: false },
  note: "The date is that of 0.7.0, the first release with the function.",
});
