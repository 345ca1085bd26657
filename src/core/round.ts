/** Significant digits that a double holds of any decimal number. */
const DIGITS = 15;
/** Digits beyond those asked for in which a double may be off, after sums of larger numbers that cancel out. */
const SPARE = 6;

/**
 * The decimal number that a double stands for, rounded, halves away from zero; never -0.
 *
 * 2.01 / 2 is a double just below 1.005, but stands for it: a database of decimals rounds it to 1.01, and so does this. It
 * takes the nearest number of 15 digits, and of six decimals more than are asked for. A number too large to have the
 * decimals in its 15 digits is rounded as the double it is.
 */
export function roundTo(value: number, decimals: number): number {
  const [digits, exponent] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split("e");
  const shifted = Number(`${digits}e${Number(exponent) + decimals}`);
  if (shifted >= 10 ** DIGITS) return Number(value.toFixed(decimals));
  const units = Math.round(Number(shifted.toFixed(SPARE)));
  return Math.sign(value) * Number(`${units}e-${decimals}`) + 0;
}
