import { defineScheme, type SegmentOf } from "./scheme.js";

/**
 * Seven tiers of value on recency and FM, the floored mean of F and M, as loyalty programmes name them, with a
 * recommended action each. The rules cover every cell of the 5 × 5 × 5 cube once, and nobody who is better on
 * all three scores stands in a lower tier. For scores of 5 bins.
 *
 * @example
 * ```ts
 * import { segmentCustomers, valueTiers } from "rfm-kit";
 *
 * valueTiers.segments[0]; // => "platinum-elite"
 * segmentCustomers([{ r: 3, f: 3, m: 4 }], valueTiers)[0].segment; // => "silver"
 * ```
 */
export const valueTiers = /* @__PURE__ */ defineScheme({
  name: "seven value tiers",
  bins: { r: 5, f: 5, m: 5 },
  axes: ["r", "fm"],
  rules: [
    { segment: "platinum-elite", pattern: "[4-5]5" },
    { segment: "gold", pattern: "[4-5]4" },
    { segment: "loyal", pattern: "3[4-5]" },
    { segment: "silver", pattern: "[3-5]3" },
    { segment: "bronze", pattern: "[3-5][1-2]" },
    { segment: "at-risk", pattern: "[1-2][3-5]" },
    { segment: "inactive", pattern: "[1-2][1-2]" },
  ],
  actions: {
    "platinum-elite": "Treat them as guests: an exclusive offer, a name to call, no discount needed.",
    gold: "Let them in early: new products and sales before the rest.",
    loyal: "Invite them in early, before their last visit is long ago.",
    silver: "Give a small discount for the order that makes them gold.",
    bronze: "Give a small discount for a larger or an earlier next order.",
    "at-risk": "Win them back while they remember you: write personally, and ask what went wrong.",
    inactive: "Stop mailing them, and spend the money above.",
  },
});

/** The names of the {@link valueTiers}. */
export type ValueTier = SegmentOf<typeof valueTiers>;
