import { RfmError } from "../core/error.js";
import type { ClusterModel, ClusterPreparation, ClusterScale } from "./model.js";
import type { Points } from "./points.js";
import { extentOf, SCALING } from "./scale.js";
import { TRANSFORM, transformColumn } from "./transform.js";

/** How features become coordinates. */
export type Preparation = Pick<ClusterModel, "features" | "transform" | "preparation">;

/** Beyond this many factors from the offset, squares of distances would leave the doubles. */
const FARTHEST = 1e100;

/** Learns how to transform and scale columns, and does it. */
export function fitPoints(
  caller: string,
  columns: readonly Float64Array[],
  space: Pick<ClusterModel, "features" | "transform"> & { readonly scale: ClusterScale | "none" },
): { readonly how: Preparation; readonly points: Points } {
  const points = emptyPoints(columns);
  const { features, transform, scale } = space;
  const preparation = features.map((feature, j) => {
    const { least, greatest } = extentOf(columns[j]);
    if (least === greatest && scale !== "none") throw constant(caller, feature, least);
    const parameters = TRANSFORM[transform].fit(columns[j]);
    const transformed = transformColumn(caller, feature, columns[j], transform, parameters);
    const part = { feature, ...SCALING[scale](transformed), ...parameters };
    if (part.factor === 0)
      throw scale === "robust" ? narrow(caller, feature) : constant(caller, feature, least);
    writeScaled(caller, points, j, transformed, part);
    return part;
  });
  return { how: { features, transform, preparation }, points };
}

function narrow(caller: string, path: string): RfmError {
  const expected = "values whose middle half differs, as it is what they are scaled by";
  const hint = 'scale: "standard" scales by all of them';
  return new RfmError({ caller, code: "constantFeature", path, expected, hint });
}

function constant(caller: string, path: string, received: number): RfmError {
  const expected = "values that differ, as a constant tells no customers apart";
  const hint = 'name the other features in "features"';
  return new RfmError({ caller, code: "constantFeature", path, expected, received, hint });
}

/** The columns as points in the space in which distances are measured. O(customers · features). */
export function preparePoints(
  caller: string,
  columns: readonly Float64Array[],
  { transform, preparation }: Preparation,
): Points {
  const points = emptyPoints(columns);
  for (const [j, part] of preparation.entries()) {
    const transformed = transformColumn(caller, part.feature, columns[j], transform, part);
    writeScaled(caller, points, j, transformed, part);
  }
  return points;
}

function emptyPoints(columns: readonly Float64Array[]): Points {
  const [count, dimensions] = [columns[0].length, columns.length];
  return { values: new Float64Array(count * dimensions), count, dimensions };
}

function writeScaled(
  caller: string,
  { values, count, dimensions }: Points,
  j: number,
  transformed: Float64Array,
  part: ClusterPreparation,
): void {
  const { offset, factor } = part;
  for (let row = 0; row < count; row++) {
    // Adding 0 turns -0 into 0: they are the same place.
    const scaled = (transformed[row] - offset) / factor + 0;
    if (!(Math.abs(scaled) <= FARTHEST)) throw tooFar(caller, part, row, transformed[row]);
    values[row * dimensions + j] = scaled;
  }
}

function tooFar(caller: string, { feature, factor }: ClusterPreparation, row: number, received: number) {
  const expected = `a value at most ${FARTHEST} times ${factor}, the spread, from the middle`;
  const hint = 'transform: "log" or scale: "standard" bring values closer';
  return new RfmError({ caller, code: "invalidValue", path: feature, row, expected, received, hint });
}

/** A point back in the customers' own units. */
export function restorePoint(
  point: ArrayLike<number>,
  { transform, preparation }: Preparation,
): Record<string, number> {
  const { invert } = TRANSFORM[transform];
  return Object.fromEntries(
    preparation.map((part, j) => [part.feature, invert(point[j] * part.factor + part.offset, part) + 0]),
  );
}
