/**
 * The blocks that Unicode keeps for letters read from right to left, and the characters that turn the direction of reading.
 *
 * @see Unicode Standard Annex #9, "Unicode Bidirectional Algorithm", and DerivedBidiClass.txt for the blocks.
 */
const TURNS =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
const OPENS = /[\u2066-\u2068]/;
const [ISOLATE, END] = ["\u2068", "\u2069"];

/**
 * A name from data as it can stand in a sentence: line breaks and other control characters are spaces, and what is read from
 * right to left, or turns the direction of reading, is isolated, so that it turns nothing of the sentence.
 */
export function plainName(name: string): string {
  const line = name.replace(CONTROLS, " ");
  return TURNS.test(line) ? `${ISOLATE}${closed(line)}${END}` : line;
}

/** Ends what a name leaves open, and leaves out the ends of what it did not open, which would end the isolation itself. */
function closed(line: string): string {
  let open = 0;
  let kept = "";
  for (const character of line) {
    if (character === END && open === 0) continue;
    if (character === END) open--;
    if (OPENS.test(character)) open++;
    kept += character;
  }
  return kept + END.repeat(open);
}
