const MOST_DECIMALS = 6;

/** Value + count · step, in whole parts where both are decimals, because 9.21 + 10.88 is not 20.09 in doubles. */
export function openWalk(value: number, step: number): (count: number) => number {
  for (let scale = 1; scale <= 10 ** MOST_DECIMALS; scale *= 10) {
    const [start, stride] = [Math.round(value * scale), Math.round(step * scale)];
    const exact = start / scale === value && stride / scale === step && Number.isSafeInteger(start);
    if (exact) return (count) => (start + count * stride) / scale;
  }
  return (count) => value + count * step;
}
