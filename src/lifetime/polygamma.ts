/**
 * The digamma function ψ, the derivative of ln Γ: by ψ(z) = ψ(z + 1) − 1 / z up to 10, and Stirling's series from there.
 *
 * @see Abramowitz and Stegun (1964), 6.3.5 and 6.3.18.
 */
export function digamma(z: number): number {
  let below = 0;
  let at = z;
  for (; at < 10; at++) below += 1 / at;
  const w = 1 / (at * at);
  const series =
    w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w * (1 / 240 - w * (1 / 132 - w * (691 / 32_760))))));
  return Math.log(at) - 0.5 / at - series - below;
}

/**
 * The trigamma function, the derivative of {@link digamma}, in the same way.
 *
 * @see Abramowitz and Stegun (1964), 6.4.6 and 6.4.12.
 */
export function trigamma(z: number): number {
  let below = 0;
  let at = z;
  for (; at < 10; at++) below += 1 / (at * at);
  const w = 1 / (at * at);
  const series = w * (1 / 6 - w * (1 / 30 - w * (1 / 42 - w * (1 / 30 - w * (5 / 66 - w * (691 / 2730))))));
  return below + 1 / at + 0.5 * w + series / at;
}
