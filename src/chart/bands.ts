import type { Theme } from "./theme.js";

/** A colour for a value, and the colour of the text on it. */
interface Shade {
  readonly step: number;
  readonly fill: string;
  readonly ink: string;
}

/** Where the colours of a scale change: so many parts from the least value to the greatest. */
export interface Bands {
  readonly edges: readonly number[];
  readonly shadeOf: (value: number) => Shade;
}

/**
 * Bands over the values, of equal ratios where the greatest is more than ten times the least; with `ends` of equal size over
 * what is between these. A single value has the strongest colour.
 */
export function openBands(theme: Theme, values: readonly number[], ends?: readonly [number, number]): Bands {
  const [low, high] = ends ?? [least(values), greatest(values)];
  const { length } = theme.steps;
  const isSkewed = ends === undefined && low > 0 && high > 10 * low;
  const edges = Array.from({ length: length + 1 }, (_, i) => {
    return isSkewed ? low * (high / low) ** (i / length) : low + ((high - low) * i) / length;
  });
  const shadeOf = (value: number): Shade => {
    const [from, at, to] = isSkewed ? [Math.log(low), Math.log(value), Math.log(high)] : [low, value, high];
    const part = high > low ? (at - from) / (to - from) : 1;
    const step = Math.max(0, Math.min(length - 1, Math.floor(part * length)));
    return { step, fill: theme.steps[step], ink: theme.inks[step] };
  };
  return { edges, shadeOf };
}

/** The least of values, 0 of none. */
export const least = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => Math.min(a, b));

/** The greatest of values, 0 of none. */
export const greatest = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => Math.max(a, b));
