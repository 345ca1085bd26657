import fc from "fast-check";
import { abcClasses, customersForShare } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { customers } from "./generators.js";
import { RUNS } from "./runs.js";

const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);

describe("abcClasses", () => {
  it("draw their lines where customersForShare does, and equal values never straddle one", () => {
    fc.assert(
      fc.property(customers, share, share, (rows, one, other) => {
        const [a, b] = [Math.min(one, other), Math.max(one, other)];
        const classed = abcClasses(rows, { a, b });
        expect(abcClasses([...rows].reverse(), { a, b }).reverse()).toEqual(classed);
        const falling = [...classed].sort((x, y) => y.monetary - x.monetary);
        const inside = (line: number) => {
          const { customers: heads } = customersForShare(rows, { share: line });
          // Whoever is worth as much as the last head belongs to it too.
          return heads === 0
            ? 0
            : falling.filter((row) => row.monetary >= falling[heads - 1].monetary).length;
        };
        const [first, second] = [inside(a), inside(b)];
        expect(falling.map(({ abc }) => abc)).toEqual(
          falling.map((row, i) =>
            i < first && row.monetary > 0 ? "A" : i < second && row.monetary > 0 ? "B" : "C",
          ),
        );
      }),
      RUNS,
    );
  });
});
