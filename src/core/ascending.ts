/**
 * The values from the least to the greatest, in an array of their own. O(n) for whole numbers within a range narrower than
 * there are values, as days and purchases are; else O(n log n).
 */
export function ascending(values: Float64Array): Float64Array {
  const range = wholeRange(values);
  return range !== undefined && range.most - range.least < values.length
    ? inOrderOfCounts(values, range)
    : values.slice().sort();
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** The ends of values that are all whole numbers; `undefined` where one is not, or there is none. */
function wholeRange(values: Float64Array): Range | undefined {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isInteger(value)) return undefined;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return values.length === 0 ? undefined : { least, most };
}

function inOrderOfCounts(values: Float64Array, { least, most }: Range): Float64Array {
  const counts = new Uint32Array(most - least + 1);
  for (let i = 0; i < values.length; i++) counts[values[i] - least]++;
  const sorted = new Float64Array(values.length);
  let from = 0;
  for (let i = 0; i < counts.length; i++) {
    sorted.fill(least + i, from, from + counts[i]);
    from += counts[i];
  }
  return sorted;
}
