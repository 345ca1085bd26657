import { RfmError } from "../core/error.js";
import type { ClusterPreparation, ClusterTransform } from "./model.js";
import { fitKnots, rankOf, valueAtRank } from "./rank.js";
import { tallyOf } from "./tally.js";
import { fitLambda, invertYeoJohnson, yeoJohnson } from "./yeo-johnson.js";

/** What a transform learns of a feature. */
export type TransformParameters = Pick<ClusterPreparation, "lambda" | "knots">;

/** A way to transform values, and back. */
interface Transform {
  readonly fit: (column: Float64Array) => TransformParameters;
  readonly apply: (value: number, parameters: TransformParameters) => number;
  readonly invert: (transformed: number, parameters: TransformParameters) => number;
}

const none = () => ({});

export const TRANSFORM: Readonly<Record<ClusterTransform, Transform>> = {
  none: { fit: none, apply: (value) => value, invert: (value) => value },
  log: { fit: none, apply: Math.log1p, invert: Math.expm1 },
  "yeo-johnson": {
    fit: (column) => ({ lambda: fitLambda(tallyOf(column)) }),
    apply: (value, { lambda = 1 }) => yeoJohnson(value, lambda),
    invert: (value, { lambda = 1 }) => invertYeoJohnson(value, lambda),
  },
  rank: {
    fit: (column) => ({ knots: fitKnots(tallyOf(column)) }),
    apply: (value, { knots = NO_KNOTS }) => rankOf(value, knots),
    invert: (rank, { knots = NO_KNOTS }) => valueAtRank(rank, knots),
  },
};

const NO_KNOTS = { values: [0], ranks: [0] };

/** The transforms of a column, refused where the transform cannot take a value. O(n), with O(log knots) for ranks. */
export function transformColumn(
  caller: string,
  feature: string,
  column: Float64Array,
  transform: ClusterTransform,
  parameters: TransformParameters,
): Float64Array {
  const { apply } = TRANSFORM[transform];
  const transformed = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    if (transform === "log" && value <= -1) throw noLogarithm(caller, feature, row, value);
    transformed[row] = apply(value, parameters);
  }
  return transformed;
}

function noLogarithm(caller: string, path: string, row: number, received: number): RfmError {
  const expected = "a value above -1, as the logarithm is of 1 more";
  const hint = 'transform: "yeo-johnson" takes any number; or raise negative values to 0 first';
  return new RfmError({ caller, code: "invalidValue", path, row, expected, received, hint });
}
