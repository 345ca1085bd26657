import { fsum } from "d3-array";
import { RfmError } from "../core/error.js";
import { unknownName } from "../core/options.js";
import type { StarSettings } from "./star-options.js";
import type { DimSegment, StarCustomer } from "./star-types.js";

/** Segments and their keys. */
export interface SegmentDimension {
  readonly rows: readonly DimSegment<string, string>[];
  readonly keys: ReadonlyMap<string, number>;
}

/** One row a segment, after one for customers without. O(customers). */
export function segmentDimension(
  caller: string,
  segmented: readonly StarCustomer<unknown>[],
  absent: number,
  { scheme, none }: StarSettings,
): SegmentDimension {
  const values = new Map<string, number[]>(scheme?.segments.map((segment) => [segment, []]));
  for (const [row, { segment, monetary }] of segmented.entries()) {
    const own = values.get(segment);
    if (own !== undefined) own.push(monetary);
    else if (scheme === undefined) values.set(segment, [monetary]);
    else throw unknownName(caller, "unknownSegment", segment, scheme.segments, "a segment", "segment", row);
  }
  if (values.has(none)) {
    const expected = "a name that no segment has";
    throw new RfmError({ caller, code: "invalidOption", path: "none", expected, received: none });
  }
  const total = fsum(segmented.map(({ monetary }) => monetary));
  const figures = Array.from(values, ([segment, own]) => {
    const revenue = fsum(own) + 0;
    return {
      ...{ segment, customers: own.length, share: own.length / (segmented.length || 1), revenue },
      revenueShare: total < 0 ? null : revenue / (total || 1),
    };
  });
  if (scheme === undefined) figures.sort((a, b) => b.revenue - a.revenue || (a.segment < b.segment ? -1 : 1));
  const listed = figures.map(({ segment, ...rest }, i) => ({
    ...{ segmentKey: i + 1, segment, sortOrder: i + 1 },
    ...rest,
  }));
  const nobody = { segmentKey: 0, segment: none, sortOrder: listed.length + 1, customers: absent };
  const rows = [{ ...nobody, share: null, revenue: null, revenueShare: null }, ...listed];
  return { rows, keys: new Map(listed.map(({ segment, segmentKey }) => [segment, segmentKey])) };
}
