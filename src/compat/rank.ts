/** The place of each value in ascending order, from 0; equal values in the order of the rows. O(n log n). */
export function rankFirst(values: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: values.length }, (_, row) => row);
  order.sort((a, b) => values[a] - values[b] || a - b);
  const ranks = new Uint32Array(values.length);
  for (let place = 0; place < order.length; place++) ranks[order[place]] = place;
  return ranks;
}
