import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascending } from "../../src/core/ascending.js";
import { sumOf } from "../../src/core/sum.js";
import { exactSum } from "./oracle.js";
import { RUNS } from "./runs.js";

/** Whole numbers in a narrow and in a wide range, near nothing and far from it, and others among them. */
const columns = fc
  .record({
    offset: fc.constantFrom(0, -40, 20_000, -1e9, 2 ** 53),
    steps: fc.oneof(
      fc.array(fc.nat(12)),
      fc.array(fc.nat(5000)),
      fc.array(fc.constantFrom(0, -0, 1, 2.5, -7)),
    ),
  })
  .map(({ offset, steps }) => Float64Array.from(steps, (step) => offset + step));

/** Money with cents, and numbers so far apart that a pair of doubles does not hold their sum. */
const amounts = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }).map((cents) => cents / 100),
  fc.constantFrom(1e200, -1e200, 1e16, -1e16, 1, 2 ** -60, -(2 ** -60)),
);

describe("a column", () => {
  it("is put in ascending order as the built-in sort puts it, and is left as it is", () => {
    fc.assert(
      fc.property(columns, (values) => {
        const before = values.slice();
        // Nothing and less than nothing by the name of −0 are one number.
        const unsigned = (sorted: Float64Array) => Array.from(sorted, (value) => value + 0);
        expect(unsigned(ascending(values))).toEqual(unsigned(values.slice().sort()));
        expect(values).toEqual(before);
      }),
      RUNS,
    );
  });

  it("adds up to the double nearest to its sum", () => {
    fc.assert(
      fc.property(fc.array(amounts), (values) => {
        expect(sumOf(Float64Array.from(values))).toBe(exactSum(values) + 0);
      }),
      RUNS,
    );
  });
});
