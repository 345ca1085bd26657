/** The least whole number from 1 up of which something holds that then holds of all greater ones. O(log of it). */
export function leastWhole(holds: (number: number) => boolean): number | undefined {
  let high = 1;
  while (!holds(high)) {
    high *= 2;
    if (high > Number.MAX_SAFE_INTEGER) return undefined;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
