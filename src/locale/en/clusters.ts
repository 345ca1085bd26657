import type { ClusterTexts } from "../cluster-texts.js";

export const clusters: ClusterTexts = {
  champions: {
    name: "Champions",
    advice: "Reward them: early access, a personal thank-you, referrals. They need no discount.",
  },
  loyal: {
    name: "Loyal customers",
    advice: "Offer more of what they buy, and ask for reviews. A loyalty programme keeps them close.",
  },
  "potential-loyalists": {
    name: "Potential loyalists",
    advice: "Suggest the next purchase, and invite them to the loyalty programme.",
  },
  promising: {
    name: "Promising",
    advice: "They spend much but seldom. Give them a reason to come again soon: service, not discounts.",
  },
  new: {
    name: "New customers",
    advice: "Welcome them, help them with the first order, and make a small offer for the second.",
  },
  "need-attention": {
    name: "Need attention",
    advice: "Make an offer for a limited time, based on what they bought before.",
  },
  "about-to-sleep": {
    name: "About to sleep",
    advice: "Remind them with popular products before they leave.",
  },
  "cant-lose": {
    name: "Can't lose them",
    advice: "Win them back in person: call, ask what went wrong, and make it right.",
  },
  "at-risk": {
    name: "At risk",
    advice: "Write to them personally, with a reason to come back: something new, or a good offer.",
  },
  hibernating: {
    name: "Hibernating",
    advice: "Include them in cheap, seasonal campaigns only.",
  },
};
