import type { FeatureFinding, FeatureSummary } from "./describe-types.js";
import { skewnessOf, standingOf } from "./moments.js";

/** From where on something is worth saying. */
export interface Thresholds {
  readonly redundantAt: number;
  readonly constantAt: number;
  readonly skewedAt: number;
}

/** A feature in figures, and its values, ascending and without the missing ones. */
export interface Described {
  readonly summary: FeatureSummary;
  readonly sorted: Float64Array;
}

/** What is to be said of the features, one by one and two by two. */
export function findAll(
  features: readonly Described[],
  correlationOf: (a: string, b: string) => number | null,
  thresholds: Thresholds,
): FeatureFinding[] {
  const constant = features.flatMap((feature) => findConstant(feature, thresholds));
  const varied = features.filter(
    ({ summary }) => !constant.some(({ feature }) => feature === summary.feature),
  );
  const names = features.map(({ summary }) => summary.feature);
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
  return [
    ...features.flatMap(({ summary }) => findMissing(summary)),
    ...constant,
    ...pairs.flatMap(([a, b]) => findRedundant(a, b, correlationOf(a, b), thresholds)),
    ...varied.flatMap((feature) => findSkewed(feature, thresholds)),
  ];
}

type Found<Kind> = Extract<FeatureFinding, { readonly finding: Kind }>[];

function findMissing({ feature, count, missing }: FeatureSummary): Found<"missing"> {
  if (missing === 0) return [];
  const [of, advice] =
    count === 0
      ? ["all", "leave the feature out"]
      : [`${missing} of ${count + missing}`, "leave those customers out, or do without it"];
  const text = `"${feature}" is missing for ${of} customers: ${advice}.`;
  return [{ finding: "missing", feature, missing, text }];
}

function findConstant({ summary, sorted }: Described, { constantAt }: Thresholds): Found<"near-constant"> {
  const { value, share } = commonest(sorted);
  if (!(share >= constantAt)) return [];
  const { feature } = summary;
  const text = `"${feature}" is ${value} for ${(100 * share).toFixed(1)} % of those who have it: it tells few apart.`;
  return [{ finding: "near-constant", feature, value, share, text }];
}

/** The value that most have, the least of them where several are as common; a share of 0 where there is none. */
function commonest(sorted: Float64Array): { readonly value: number; readonly share: number } {
  let [best, most] = [0, 0];
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (to - from > most) [best, most] = [sorted[from] + 0, to - from];
  }
  return { value: best, share: most === 0 ? 0 : most / sorted.length };
}

function findRedundant(
  a: string,
  b: string,
  correlation: number | null,
  { redundantAt }: Thresholds,
): Found<"redundant"> {
  if (correlation === null || Math.abs(correlation) < redundantAt) return [];
  const text = `"${a}" and "${b}" go together (r = ${correlation.toFixed(2)}): one of them is enough.`;
  return [{ finding: "redundant", features: [a, b], correlation, text }];
}

function findSkewed({ summary, sorted }: Described, { skewedAt }: Thresholds): Found<"skewed"> {
  const { feature, min, skewness } = summary;
  if (skewness === null || min === null || Math.abs(skewness) <= skewedAt) return [];
  const logSkewness = min < 0 ? null : skewnessOf(standingOf(sorted.map(Math.log1p)));
  const helps = logSkewness !== null && Math.abs(logSkewness) < Math.abs(skewness);
  const transform = helps ? "log" : "yeo-johnson";
  const side = skewness > 0 ? "right" : "left";
  const text = `"${feature}" is skewed to the ${side} (${skewness.toFixed(2)}), ${adviceOn(logSkewness, helps, skewedAt)}.`;
  return [{ finding: "skewed", feature, skewness, transform, logSkewness, text }];
}

function adviceOn(logSkewness: number | null, helps: boolean, skewedAt: number): string {
  const rest = '"rank" or "yeo-johnson" is what is left';
  if (logSkewness === null) return `and a logarithm takes nothing below 0: ${rest}`;
  const after = `its logarithm ${helps ? "less" : "no less"} (${logSkewness.toFixed(2)})`;
  if (!helps) return `${after}: ${rest}`;
  return Math.abs(logSkewness) > skewedAt ? `${after}, yet still beyond ${skewedAt}: ${rest}` : after;
}
