import { cholesky, invertCholesky } from "./cholesky.js";
import { maximise, type Peak } from "./maximise.js";
import { inLogs, type Slope } from "./slope.js";

/** A likelihood of parameters that are above 0, and where to look for its maximum. */
export interface Problem<Data> {
  readonly names: readonly string[];
  readonly starts: readonly (readonly number[])[];
  readonly likelihood: (data: Data, parameters: Float64Array) => Slope;
  /** All data, and few enough of them to try every start on. */
  readonly data: Data;
  readonly sample: Data;
}

/** The best parameters, and how sure they are. */
export interface Estimate {
  readonly parameters: readonly number[];
  readonly covariance: readonly (readonly number[])[] | null;
  readonly value: number;
  /** Why the parameters are not known, `null` where they are. */
  readonly fault: string | null;
}

/** Parameters are looked for from a millionth to a million, in units in which times and spend are near 1. */
const BORDER = Math.log(1e6);
/** A parameter whose logarithm has a larger standard error may be seven times as large as estimated, or as small. */
const MOST_SPREAD = 2;

/**
 * The maximum of a likelihood: Newton's method from several starts on a sample, and from the best end on all data.
 */
export function estimate<Data>({ names, starts, likelihood, data, sample }: Problem<Data>): Estimate {
  const measure = (some: Data) => (logs: Float64Array) => {
    const parameters = logs.map(Math.exp);
    return inLogs(likelihood(some, parameters), parameters);
  };
  const ends = starts.map((start) => maximise(measure(sample), Float64Array.from(start, Math.log), BORDER));
  const best = ends.reduce((highest, end) => (end.value > highest.value ? end : highest));
  const peak = sample === data ? best : maximise(measure(data), best.point, BORDER);
  const covariance = covarianceOf(peak);
  const parameters = [...peak.point.map(Math.exp)];
  return { parameters, covariance, value: peak.value, fault: faultOf(peak, names, covariance) };
}

function covarianceOf({ hessian, point, atBorder }: Peak): number[][] | null {
  const size = point.length;
  const lower = cholesky(
    hessian.map((second) => -second),
    size,
  );
  if (lower === undefined || atBorder.length > 0) return null;
  const inverse = invertCholesky(lower, size);
  // Of a likelihood that is all but flat, rounding leaves an inverse that is no covariance.
  return cholesky(Float64Array.from(inverse.flat()), size) === undefined ? null : inverse;
}

function faultOf(
  { atBorder, converged, point }: Peak,
  names: readonly string[],
  covariance: readonly (readonly number[])[] | null,
): string | null {
  if (atBorder.length > 0) {
    const ways = atBorder.map((i) => `${names[i]} goes to ${point[i] < 0 ? "0" : "infinity"}`);
    return `the likelihood has no maximum: it still rises as ${ways.join(" and ")}`;
  }
  if (!converged) return "the likelihood is so flat that the search for its maximum did not end";
  if (covariance === null) return "the likelihood is flat: it does not fall in every direction";
  const spread = names.filter((_, i) => covariance[i][i] > MOST_SPREAD ** 2);
  if (spread.length === 0) return null;
  return `the likelihood is nearly flat: ${spread.join(" and ")} may as well be many times as large or as small`;
}

/** Standard errors by the delta method. */
export function standardErrors(
  parameters: readonly number[],
  covariance: Estimate["covariance"],
): number[] | null {
  return covariance && parameters.map((value, i) => value * Math.sqrt(covariance[i][i]));
}

/** Values under the names they belong to. */
export function named<Name extends string>(
  names: readonly Name[],
  values: readonly number[],
): Record<Name, number> {
  return Object.fromEntries(names.map((name, i) => [name, values[i]])) as Record<Name, number>;
}
