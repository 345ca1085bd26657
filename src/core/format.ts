/** Numbers as sentences show them, the same on every machine. */
function format(value: number, digits: number): string {
  return new Intl.NumberFormat("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: "negative",
  }).format(value);
}

/** `4339` → `"4,339"`. */
export const showCount = (count: number): string => format(count, 0);

/** `0.2` → `"20.0 %"`. */
export const showShare = (share: number, digits = 1): string => `${format(100 * share, digits)} %`;

/** Money: whole from a thousand up, with cents below where there are any. */
export function showAmount(amount: number): string {
  return format(amount, Math.abs(amount) >= 1000 ? 0 : 2).replace(/\.00$/, "");
}

/** Two shares with as many digits as it takes to tell them apart, up to four. */
export function showBoth(one: number, other: number): [string, string] {
  for (let digits = 1; ; digits++) {
    const shown: [string, string] = [showShare(one, digits), showShare(other, digits)];
    if (shown[0] !== shown[1] || digits === 4) return shown;
  }
}

/** `"1 customer"`, `"4,339 customers"`. */
export const showMany = (count: number, thing: string): string =>
  `${showCount(count)} ${thing}${count === 1 ? "" : "s"}`;

/** A number with all the decimals it has: `"1,800"`, `"93.76"`. */
export const showExactly = (value: number): string =>
  new Intl.NumberFormat("en-US", { maximumFractionDigits: 12 }).format(value);
