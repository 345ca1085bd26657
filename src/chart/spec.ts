/** What JSON can hold. */
export type ChartValue =
  | string
  | number
  | boolean
  | null
  | readonly ChartValue[]
  | { readonly [key: string]: ChartValue };

/** An object of a specification. */
export interface ChartObject {
  readonly [key: string]: ChartValue;
}

/** A chart as plain JSON with its data inside: a specification of Vega-Lite 6 or of Vega 6, as `$schema` says. */
export interface ChartSpec extends ChartObject {
  readonly $schema: string;
  /** What the chart says, in a sentence or two, for those who cannot see it. */
  readonly description: string;
}

export const VEGA_LITE = "https://vega.github.io/schema/vega-lite/v6.json";
export const VEGA = "https://vega.github.io/schema/vega/v6.json";

export const isObject = (value: ChartValue | undefined): value is ChartObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
