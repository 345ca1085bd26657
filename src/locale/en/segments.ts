import type { SegmentTexts } from "../segment-texts.js";

export const segments: SegmentTexts = {
  lost: "Lost",
  others: "Others",
  "platinum-elite": "Platinum elite",
  gold: "Gold",
  silver: "Silver",
  bronze: "Bronze",
  inactive: "Inactive",
};
