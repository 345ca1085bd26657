/**
 * How many of n customers a share of them is. Numbers of customers are compared as shares, k / n against the share asked
 * for, because a product such as 0.07 · 100 is above 7 in doubles.
 */
export const HEADS = {
  ceil: (share: number, n: number): number => settle(share * n, (k) => k === n || k / n >= share),
  floor: (share: number, n: number): number => settle(share * n, (k) => (k + 1) / n > share),
  round: (share: number, n: number): number => settle(share * n, (k) => (k + 0.5) / n > share),
};

/** The least whole number from 0 up that is enough, `near` being within one of it. */
function settle(near: number, isEnough: (k: number) => boolean): number {
  let k = Math.max(0, Math.floor(near) - 1);
  while (!isEnough(k)) k++;
  return k;
}
