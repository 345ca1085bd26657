import { defineScheme } from "./scheme.js";

const CHAMPIONS = { segment: "champions", cells: ["444"] } as const;
const POTENTIAL_LOYALISTS = { segment: "potential-loyalists", r: 4, f: [3, 4], m: [3, 4] } as const;
const LOYAL = { segment: "loyal", r: [2, 4], f: [3, 4], m: [3, 4] } as const;
const AT_RISK = { segment: "at-risk", r: [1, 2], f: [1, 2], m: [1, 2] } as const;
const LOST = { segment: "lost", cells: ["111"] } as const;

/**
 * Quartile segments on R, F and M with Lost made reachable: it stands before At Risk, whose rule holds its
 * only cell. For scores of 4 bins.
 *
 * @example
 * ```ts
 * import { quartileSegments, segmentCustomers } from "rfm-kit";
 *
 * segmentCustomers([{ r: 1, f: 1, m: 1 }], quartileSegments)[0].segment; // => "lost"
 * ```
 */
export const quartileSegments = /* @__PURE__ */ defineScheme({
  name: "quartile segments",
  bins: 4,
  rules: [CHAMPIONS, POTENTIAL_LOYALISTS, LOYAL, LOST, AT_RISK],
  otherwise: "others",
});

/**
 * The same as notebooks publish them: At Risk stands before Lost, so that no customer is ever Lost. For
 * comparison with such a notebook; use {@link quartileSegments} for new work.
 *
 * @example
 * ```ts
 * import { publishedQuartileSegments, segmentCustomers } from "rfm-kit";
 *
 * segmentCustomers([{ r: 1, f: 1, m: 1 }], publishedQuartileSegments)[0].segment; // => "at-risk"
 * ```
 */
export const publishedQuartileSegments = /* @__PURE__ */ defineScheme({
  name: "quartile segments as published",
  bins: 4,
  rules: [CHAMPIONS, POTENTIAL_LOYALISTS, LOYAL, AT_RISK, LOST],
  otherwise: "others",
});
