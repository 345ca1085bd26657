import { defineScheme, fitScores, tenSegments } from "rfm-kit";
import { type RfmSqlOptions, rfmSql, schemeSql } from "rfm-kit/sql";
import { describe, expectTypeOf, it } from "vitest";

const source = {
  dialect: "duckdb",
  from: "orders",
  columns: { customerId: "customer", date: "day", amount: ["quantity", "price"] },
} as const;
const asOf = "2024-03-31";

describe("rfmSql", () => {
  it("takes what its answer needs, and nothing else", () => {
    expectTypeOf(rfmSql({ ...source, asOf, output: "customers" })).toEqualTypeOf<string>();
    rfmSql({ ...source, output: "profile" });
    rfmSql({ ...source, asOf, output: "pareto", top: 0.1, negative: "floor" });
    rfmSql({ ...source, asOf, before: "2024-01-31", output: "migration" });
    // It has to know the day.
    // @ts-expect-error
    rfmSql({ ...source, output: "customers" });
    // The profile is of all rows.
    // @ts-expect-error
    rfmSql({ ...source, asOf, output: "profile" });
    // Only concentration has a top.
    // @ts-expect-error
    rfmSql({ ...source, asOf, output: "customers", top: 0.1 });
    // Concentration has no scores.
    // @ts-expect-error
    rfmSql({ ...source, asOf, output: "pareto", scores: { bins: 5 } });
    // Moves have two ends.
    // @ts-expect-error
    rfmSql({ ...source, asOf, output: "migration" });
    // No engine of this name is known.
    // @ts-expect-error
    rfmSql({ ...source, dialect: "postgres", asOf, output: "customers" });
  });

  it("takes models, bins, cut points and schemes as the library makes them", () => {
    const model = fitScores([{ recency: 1, frequency: 1, monetary: 1 }], { bins: 4 });
    const scheme = defineScheme({ name: "two", bins: 4, rules: [{ segment: "a", r: 4 }], otherwise: "b" });
    rfmSql({ ...source, asOf, output: "customers", scores: model, scheme });
    rfmSql({
      ...source,
      asOf,
      output: "segments",
      scores: { bins: { r: 5, f: 5, m: 3 } },
      scheme: tenSegments,
    });
    rfmSql({ ...source, asOf, output: "customers", scores: { cuts: { recency: [7, 30] } }, scheme: false });
    expectTypeOf(schemeSql(tenSegments, { dialect: "duckdb" })).toEqualTypeOf<string>();
  });

  it("tells a condition by its column and one test", () => {
    const exclude = {
      free: { column: "price", atMost: 0 },
      test: { column: "customer", in: ["x", "y"] },
    } as const;
    rfmSql({ ...source, exclude, output: "profile" });
    // A function is nothing an engine could run.
    // @ts-expect-error
    rfmSql({ ...source, exclude: { free: (row) => row.price <= 0 }, output: "profile" });
    // It tests one thing, of a value.
    // @ts-expect-error
    rfmSql({ ...source, exclude: { free: { column: "price" } }, output: "profile" });
    // @ts-expect-error
    rfmSql({ ...source, exclude: { free: { column: "price", atMost: null } }, output: "profile" });
  });

  it("answers what it knows", () => {
    expectTypeOf<RfmSqlOptions["output"]>().toEqualTypeOf<
      "customers" | "segments" | "pareto" | "profile" | "migration"
    >();
    // @ts-expect-error
    rfmSql({ ...source, asOf, output: "customer" });
  });
});
