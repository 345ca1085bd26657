import type { SegmentTexts } from "../segment-texts.js";

export const segments: SegmentTexts = {
  lost: "Perdidos",
  others: "Otros",
  "platinum-elite": "Élite platino",
  gold: "Oro",
  silver: "Plata",
  bronze: "Bronce",
  inactive: "Inactivos",
};
