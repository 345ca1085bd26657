import fc from "fast-check";
import { crosswalk, defineScheme, segmentCustomers } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { RUNS } from "./runs.js";

const score = fc.integer({ min: 1, max: 3 });
const range = fc.tuple(score, score).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));
const scheme = fc
  .uniqueArray(fc.constantFrom("r", "f", "m" as const), { minLength: 1, maxLength: 3 })
  .chain((looked) =>
    fc
      .array(
        fc.record({ segment: fc.constantFrom("a", "b", "c"), axis: fc.constantFrom(...looked), range }),
        { maxLength: 4 },
      )
      .map((rules) =>
        defineScheme({
          name: "generated",
          bins: Object.fromEntries(looked.map((axis) => [axis, 3])),
          rules: rules.map(({ segment, axis, range: [low, high] }) => ({
            segment,
            [axis]: [low, high] as const,
          })),
          otherwise: "rest",
        }),
      ),
  );
const THREE = [1, 2, 3];

describe("crosswalk", () => {
  it("agrees with both schemes on every customer, and its flows hold every cell once", () => {
    fc.assert(
      fc.property(scheme, scheme, (from, to) => {
        const { cells, flows } = crosswalk(from, to);
        const looked = (["r", "f", "m"] as const).filter(
          (axis) => from.bins[axis] !== null || to.bins[axis] !== null,
        );
        expect(cells).toHaveLength(3 ** looked.length);
        const customers = THREE.flatMap((r) => THREE.flatMap((f) => THREE.map((m) => ({ r, f, m }))));
        const [left, right] = [segmentCustomers(customers, from), segmentCustomers(customers, to)];
        for (const [i, customer] of customers.entries()) {
          const name = looked.map((axis) => customer[axis]).join("");
          expect(cells.find(({ cell }) => cell === name)).toEqual({
            cell: name,
            from: left[i].segment,
            to: right[i].segment,
          });
        }
        expect(flows.reduce((sum, flow) => sum + flow.cells, 0)).toBe(cells.length);
        for (const flow of flows) {
          const own = cells.filter((cell) => cell.from === flow.from);
          expect(flow.cells).toBe(own.filter((cell) => cell.to === flow.to).length);
          expect(flow.share).toBe(flow.cells / own.length);
        }
      }),
      RUNS,
    );
  });
});
