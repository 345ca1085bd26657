import type { Look } from "./options.js";

/** A letter of an axis or a label is about so many pixels wide. */
export const LETTER = 6.4;

/** How many times longer than its longest bar an axis has to be for labels to have room behind the bars. */
export function roomFor(look: Look, names: readonly string[], labels: readonly string[]): number {
  const plot = Math.max(90, look.leastWidth - 36 - Math.min(170, LETTER * longest(names)));
  return 1 / (1 - Math.min(0.6, (8 + LETTER * longest(labels)) / plot));
}

/** The length of the longest text. */
export const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0);
