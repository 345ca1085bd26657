import type { Locale } from "./locale.js";

/**
 * English, the default.
 *
 * @example
 * ```ts
 * import { en } from "rfm-kit/locale";
 *
 * en.clusters["at-risk"].name; // => "At risk"
 * ```
 */
export const en: Locale = {
  language: "en",
  clusters: {
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
  },
  request: {
    missing: (field) => `"${field}" is missing.`,
    repeated: (field) => `"${field}" is given more than once.`,
    notWhole: (field) => `"${field}" must be a whole number greater than 0.`,
    notNumber: (field) => `"${field}" must be a number greater than 0.`,
    isText: (field) => `"${field}" must be a number, not text: without quotation marks.`,
    tooLarge: (field, largest) => `"${field}" must be at most ${largest}.`,
    notCustomer: (field, names) => `"${field}" must be a customer: an object with ${names}.`,
    twoSources: "Give customers in the query or in the body, not in both.",
    notJson: "The body must be JSON in UTF-8.",
    incomplete: "The body ended before it was complete.",
    mediaType: "The body must have the content type application/json.",
    encoding: "The body must not be compressed.",
    tooLong: (bytes) => `The body must have at most ${bytes} bytes.`,
    method: "The method must be POST.",
    path: "There is nothing at this path.",
  },
};
