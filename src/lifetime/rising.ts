/** ln (z)ₓ, the logarithm of the rising factorial z (z + 1) … (z + x − 1), and its first two derivatives in z, at each x. */
export interface Rising {
  readonly value: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * The rising factorials of `z` up to x = `most`. Purchases are whole numbers, so the gamma and beta functions of the
 * models come down to these sums, and no special function is needed. O(most).
 */
export function risingFactorials(z: number, most: number): Rising {
  const [value, first, second] = Array.from({ length: 3 }, () => new Float64Array(most + 1));
  for (let j = 0; j < most; j++) {
    const inverse = 1 / (z + j);
    value[j + 1] = value[j] + Math.log(z + j);
    first[j + 1] = first[j] + inverse;
    second[j + 1] = second[j] - inverse * inverse;
  }
  return { value, first, second };
}
