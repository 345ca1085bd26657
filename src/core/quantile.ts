/**
 * The cut points between `bins` equally filled bins: the type-7 quantiles at 1/b, 2/b, …, (b - 1)/b.
 *
 * The position (n - 1)k/b is split by integer division, so that a cut point which falls on a value is that
 * value; `(n - 1) * (k / b)` in doubles misses it for one length in forty at deciles. Between two values the
 * cut point is kept at or above the lower and below the upper one, and never below the cut point before it, as
 * it is before rounding, so counting the cut points below a value is exact.
 *
 * @param sorted ascending, not empty. O(bins).
 */
export function cutPoints(sorted: ArrayLike<number>, bins: number): number[] {
  const cuts: number[] = [];
  for (let k = 1; k < bins; k++) {
    const position = (sorted.length - 1) * k;
    const rest = position % bins;
    const index = (position - rest) / bins;
    const cut = rest === 0 ? sorted[index] : between(sorted[index], sorted[index + 1], rest, bins);
    cuts.push(k > 1 && cut < cuts[k - 2] ? cuts[k - 2] : cut);
  }
  return cuts;
}

/** lower + (rest / bins)(upper - lower), rounded once where the values are integers. */
function between(lower: number, upper: number, rest: number, bins: number): number {
  const cut = (lower * (bins - rest) + upper * rest) / bins;
  return cut >= lower && cut < upper ? cut + 0 : lower;
}
