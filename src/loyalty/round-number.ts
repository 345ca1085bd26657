/**
 * The roundest number above one bound and up to another: the largest multiple there of the largest step among 1, 2 and 5
 * times the powers of ten. Which number of the gap is taken changes nothing for anybody there is.
 */
export function roundestIn(above: number, upTo: number): number {
  const largest = Math.ceil(Math.log10(Math.max(Math.abs(above), Math.abs(upTo), Number.MIN_VALUE)));
  for (let power = largest; power > largest - DIGITS; power--) {
    for (const leading of [5, 2, 1]) {
      const round = multipleUpTo(upTo, leading, power);
      if (round > above && round <= upTo) return round;
    }
  }
  return upTo;
}

/** Doubles hold no more. */
const DIGITS = 17;

/** ⌊upTo / step⌋ · step with step = leading · 10^power, as the double nearest to that decimal. */
function multipleUpTo(upTo: number, leading: number, power: number): number {
  const count = Math.floor(upTo / Number(`${leading}e${power}`));
  // The quotient may have been rounded past a whole number, as 0.3 / 0.1 is.
  const near = [count + 1, count, count - 1].map((times) => Number(`${times * leading}e${power}`));
  return near.find((multiple) => multiple <= upTo) ?? near[2];
}
