import { defineScheme, type SegmentOf } from "./scheme.js";

/**
 * The ten segments on recency and frequency that most RFM notebooks use, with a recommended action each.
 * The rules cover every cell of the 5 × 5 grid once. It is the default scheme.
 *
 * @example
 * ```ts
 * import { tenSegments } from "rfm-kit";
 *
 * tenSegments.segments[0]; // => "champions"
 * tenSegments.actions.champions; // => "Reward them: early access, referrals, no discounts needed."
 * ```
 */
export const tenSegments = /* @__PURE__ */ defineScheme({
  name: "ten R-F segments",
  bins: { r: 5, f: 5 },
  rules: [
    { segment: "champions", pattern: "5[4-5]" },
    { segment: "loyal", pattern: "[3-4][4-5]" },
    { segment: "potential-loyalists", pattern: "[4-5][2-3]" },
    { segment: "new", pattern: "51" },
    { segment: "promising", pattern: "41" },
    { segment: "need-attention", pattern: "33" },
    { segment: "about-to-sleep", pattern: "3[1-2]" },
    { segment: "at-risk", pattern: "[1-2][3-4]" },
    { segment: "cant-lose", pattern: "[1-2]5" },
    { segment: "hibernating", pattern: "[1-2][1-2]" },
  ],
  actions: {
    champions: "Reward them: early access, referrals, no discounts needed.",
    loyal: "Offer more of what they buy, and ask for reviews.",
    "potential-loyalists": "Suggest a next purchase, and a membership.",
    new: "Welcome them, and help with the first order.",
    promising: "Stay in mind: a small offer for the second order.",
    "need-attention": "Make a limited offer based on what they bought.",
    "about-to-sleep": "Remind them with popular products before they leave.",
    "at-risk": "Write personally, with a reason to come back.",
    "cant-lose": "Win them back: call, ask what went wrong, make it right.",
    hibernating: "Include in cheap, seasonal campaigns only.",
  },
});

/** The names of the {@link tenSegments}. */
export type TenSegment = SegmentOf<typeof tenSegments>;
