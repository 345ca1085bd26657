import type { SegmentAdvice } from "../segment-texts.js";

export const segmentAdvice: SegmentAdvice = {
  champions: "Reward them: early access, a personal thank-you, referrals. They need no discount.",
  loyal: "Offer more of what they buy, and ask for reviews.",
  "potential-loyalists": "Suggest the next purchase, and a membership.",
  new: "Welcome them, and help them with the first order.",
  promising: "Stay in mind: make a small offer for the second order.",
  "need-attention": "Make an offer for a limited time, based on what they bought before.",
  "about-to-sleep": "Remind them with popular products before they leave.",
  "at-risk": "Write to them personally, with a reason to come back.",
  "cant-lose": "Win them back in person: call, ask what went wrong, and make it right.",
  hibernating: "Include them in cheap, seasonal campaigns only.",
};
