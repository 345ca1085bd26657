/**
 * The ends of the middle part of outcomes, each one of the outcomes; they are sorted in place. Another outcome lies within
 * with a probability of at least `level`, as n outcomes leave n + 1 places for it.
 */
export function rangeOf(outcomes: Float64Array, level: number): [low: number, high: number] {
  const sorted = outcomes.sort();
  const tail = ((1 - level) / 2) * (sorted.length + 1);
  const below = Math.max(1, Math.floor(tail + 1e-9));
  return [sorted[below - 1], sorted[sorted.length - below]];
}
