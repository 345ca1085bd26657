import { SCORES } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { schemeGrid } from "./grid.js";
import { openScheme } from "./lookup.js";
import type { SchemeBins } from "./rule-types.js";
import type { SegmentScheme } from "./scheme.js";

/** One cell, and its segment in either scheme. */
export interface CrosswalkCell<A extends string = string, B extends string = string> {
  readonly cell: string;
  readonly from: A;
  readonly to: B;
}

/** The cells that go from a segment of one scheme to a segment of the other. */
export interface CrosswalkFlow<A extends string = string, B extends string = string> {
  readonly from: A;
  readonly to: B;
  readonly cells: number;
  /** Share of the cells of `from`, 0 to 1. */
  readonly share: number;
}

/** Where each cell goes. */
export interface Crosswalk<A extends string = string, B extends string = string> {
  readonly cells: readonly CrosswalkCell<A, B>[];
  /** Those that occur, in the order of both schemes. */
  readonly flows: readonly CrosswalkFlow<A, B>[];
}

/**
 * Where each cell of one scheme goes in another: cell by cell, and added up by pairs of segments. The cells are those
 * of all dimensions that either scheme looks at. It counts cells and not customers: for those, segment the same
 * customers by both schemes.
 *
 * Cost: O(cells · rules).
 *
 * @throws RfmError on schemes whose bins differ in a dimension that both look at, and on more than a million cells.
 * @example
 * ```ts
 * import { crosswalk, defineScheme } from "rfm-kit";
 *
 * const byRecency = defineScheme({ name: "recency", bins: { r: 2 }, rules: [{ segment: "active", r: 2 }], otherwise: "silent" });
 * const byMoney = defineScheme({ name: "money", bins: { m: 2 }, rules: [{ segment: "big", m: 2 }], otherwise: "small" });
 * const { cells, flows } = crosswalk(byRecency, byMoney);
 * cells[3]; // => { cell: "22", from: "active", to: "big" }
 * flows[0]; // => { from: "active", to: "big", cells: 1, share: 0.5 }
 * ```
 */
export function crosswalk<A extends string, B extends string>(
  from: SegmentScheme<A>,
  to: SegmentScheme<B>,
): Crosswalk<A, B> {
  const segmentFrom = openScheme(CALLER, from, "from");
  const segmentTo = openScheme(CALLER, to, "to");
  const bins = joinBins(from, to);
  const grid = schemeGrid(CALLER, "bins", bins, null, []);
  const cells = Array.from(grid.cells, ({ name, r, f, m }) => {
    return { cell: name, from: segmentFrom(r, f, m), to: segmentTo(r, f, m) };
  });
  const flows = from.segments.flatMap((source) => {
    const own = cells.filter((cell) => cell.from === source);
    return to.segments.flatMap((target) => {
      const count = own.filter((cell) => cell.to === target).length;
      return count === 0 ? [] : [{ from: source, to: target, cells: count, share: count / own.length }];
    });
  });
  return { cells, flows };
}

const CALLER = "crosswalk";

/** The bins of both schemes together. */
function joinBins(from: SegmentScheme, to: SegmentScheme): SchemeBins {
  const [r, f, m] = SCORES.map((axis) => {
    const [own, other] = [from.bins[axis], to.bins[axis]];
    if (own === null || other === null || own === other) return own ?? other;
    const expected = `${own} bins, as the scheme "${from.name}" has`;
    const hint = "segment the same customers by both, each with its own scores, and compare those";
    const refusal = {
      caller: CALLER,
      code: "binsMismatch",
      path: `to.bins.${axis}`,
      received: other,
    } as const;
    throw new RfmError({ ...refusal, expected, hint });
  });
  return { r, f, m };
}
