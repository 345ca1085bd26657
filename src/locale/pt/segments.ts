import type { SegmentTexts } from "../segment-texts.js";

export const segments: SegmentTexts = {
  lost: "Perdidos",
  others: "Outros",
  "platinum-elite": "Elite platina",
  gold: "Ouro",
  silver: "Prata",
  bronze: "Bronze",
  inactive: "Inativos",
};
