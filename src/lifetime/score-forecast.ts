import { fsum } from "d3-array";
import { sampleCorrelation } from "simple-statistics";

/** How near a forecast came to what happened. */
export interface ForecastError {
  readonly expected: number;
  readonly actual: number;
  /** expected / actual − 1; `null` where nothing happened. */
  readonly error: number | null;
  /** Mean absolute error of a customer. */
  readonly meanAbsoluteError: number;
  /** The root of the mean squared error of a customer. */
  readonly rootMeanSquaredError: number;
  /** Pearson's, over the customers; `null` where one of the two is the same for all. */
  readonly correlation: number | null;
}

/** Compares what was expected of each customer with what happened. O(n). */
export function scoreForecast(expected: Float64Array, actual: Float64Array): ForecastError {
  const errors = expected.map((value, i) => value - actual[i]);
  const [sumExpected, sumActual] = [fsum(expected), fsum(actual)];
  const correlation = isConstant(expected) || isConstant(actual) ? null : correlate(expected, actual);
  return {
    expected: sumExpected,
    actual: sumActual,
    error: sumActual === 0 ? null : sumExpected / sumActual - 1,
    meanAbsoluteError: fsum(errors.map(Math.abs)) / errors.length,
    rootMeanSquaredError: Math.sqrt(fsum(errors.map((error) => error * error)) / errors.length),
    correlation,
  };
}

const isConstant = (values: Float64Array) => values.every((value) => value === values[0]);

function correlate(a: Float64Array, b: Float64Array): number {
  return sampleCorrelation([...a], [...b]);
}
