import { defineScheme, fitScores, publishedSchemes } from "rfm-kit";
import { type RfmSqlOptions, rfmSql, schemeSql } from "rfm-kit/sql";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const options = {
  dialect: "duckdb",
  from: "orders",
  columns: { customerId: "customer", date: "day", amount: "total" },
  asOf: "2024-03-31",
  output: "customers",
} as const;

const ask = (changes: object) => rfmSql({ ...options, ...changes } as RfmSqlOptions);

describe("rfmSql", () => {
  it.each([
    [{ dialect: "postgres" }, "dialect", 'did you mean "postgresql"?', "invalidOption"],
    [{ output: "customer" }, "output", 'did you mean "customers"?', "invalidOption"],
    [{ from: "shop.orders" }, "from", '["shop","orders"]', "invalidOption"],
    [{ from: "orders.parquet" }, "from", '["orders.parquet"]', "invalidOption"],
    [{ from: [] }, "from", "the name of a table", "invalidOption"],
    [{ from: "" }, "from", "a name that is not empty", "invalidOption"],
    [{ from: ["shop", 3] }, "from", "the name of a column or table", "invalidOption"],
    [
      { columns: { customerId: "customer", date: "day" } },
      "columns.amount",
      "the name of a column",
      "invalidOption",
    ],
    [
      { columns: { ...options.columns, amount: [] } },
      "columns.amount",
      "the name of a column",
      "invalidOption",
    ],
    [
      { columns: { ...options.columns, order: "o" } },
      "columns.order",
      'did you mean "orderId"?',
      "unknownOption",
    ],
    [{ asOf: undefined }, "asOf", "a Date, epoch milliseconds, an ISO 8601 string", "invalidDate"],
    [{ asOf: "31/03/2024" }, "asOf", "an ISO 8601 string", "invalidDate"],
    [{ since: "2024-04-01" }, "since", "a date on or before asOf", "invalidOption"],
    [{ timeZone: "Europe/Londn" }, "timeZone", "an IANA time zone", "invalidTimeZone"],
    [{ recency: "elapsed", timeZone: "Europe/London" }, "timeZone", "the same in every zone", "mixedClocks"],
    [{ decimals: 1.5 }, "decimals", "a whole number", "invalidOption"],
    [{ returns: "keep" }, "returns", '"net" or "drop" or "match"', "invalidOption"],
    [{ scores: { bins: 4 } }, "r", "scheme: false", "binsMismatch"],
    [{ scores: { quantile: "exact" } }, "scores.quantile", 'did you mean "quantiles"?', "unknownOption"],
    [{ scores: 4 }, "scores", "{ bins: 4 }", "invalidOption"],
    [{ scores: "five" }, "scores", "a plain object", "invalidOption"],
    [{ scores: { bins: 0 } }, "bins", "a whole number from 1", "invalidBins"],
    [{ scheme: true }, "scheme.kind", "segmentScheme", "modelKind"],
    [{ scores: { quantiles: "rough" } }, "scores.quantiles", '"exact" or "approximate"', "invalidOption"],
    [{ scores: false, output: "segments" }, "scores", 'output: "segments"', "invalidOption"],
    [{ scheme: false, output: "segments" }, "scheme", 'output: "segments"', "invalidOption"],
    [{ output: "migration" }, "before", "an ISO 8601 string", "invalidDate"],
    [{ output: "migration", before: "2024-04-01" }, "before", "a date on or before asOf", "invalidOption"],
    [{ output: "pareto", top: 20 }, "top", "did you mean 0.2?", "invalidOption"],
    [{ output: "pareto", scheme: false }, "scheme", "an option among", "unknownOption"],
    [{ output: "profile" }, "asOf", "an option among", "unknownOption"],
    [{ exclude: [] }, "exclude", "an object of named conditions", "invalidOption"],
    [{ exclude: { free: { column: "total" } } }, "exclude.free", "a column and one of", "invalidOption"],
    [
      { exclude: { free: { column: "total", equal: 0 } } },
      "exclude.free.equal",
      'did you mean "equals"?',
      "unknownOption",
    ],
    [
      { exclude: { free: { column: "total", equals: null } } },
      "exclude.free.equals",
      "a string, a finite number",
      "invalidOption",
    ],
    [
      { exclude: { free: { column: "total", in: [] } } },
      "exclude.free.in",
      "an array of values",
      "invalidOption",
    ],
    [
      { exclude: { free: { column: "total", missing: false } } },
      "exclude.free.missing",
      "true",
      "invalidOption",
    ],
    [
      { exclude: { free: { column: "t", equals: 0, atMost: 3 } } },
      "exclude.free",
      "a column and one of",
      "invalidOption",
    ],
    [
      { exclude: { invalidDate: { column: "t", equals: 0 } } },
      "exclude.invalidDate",
      "a name other than",
      "invalidOption",
    ],
  ] as const)("refuses %j", (changes, path, message, code) => {
    expect(() => ask(changes)).toThrow(message);
    expectRefusal(() => ask(changes), { code, path });
  });

  it("refuses a model that was damaged, and takes one that was stored", () => {
    const customers = [1, 2, 3, 4, 5].map((i) => ({ recency: i, frequency: i, monetary: i }));
    const model = JSON.parse(JSON.stringify(fitScores(customers)));
    expect(ask({ scores: model })).toContain('WHEN "monetary" <= 1.8e0 THEN 1');
    const damaged = { ...model, cuts: { ...model.cuts, recency: [3, 2, 1, 0] } };
    expectRefusal(() => ask({ scores: damaged }), { code: "invalidBins", path: "model.cuts.recency" });
  });

  it("gives a step another name where the table has it", () => {
    expect(ask({ from: "Customers" })).toContain('FROM "Customers" AS source');
    expect(ask({ from: "Customers" })).toContain("customers_ AS (");
    expect(ask({ from: ["shop", "customers"] })).toContain('FROM "shop"."customers" AS source');
  });

  it("asks for nothing that no answer needs", () => {
    const figures = ask({ scores: false });
    for (const word of ["orderId", '"time"', "cuts", "segment", "reason"])
      expect(figures).not.toContain(word);
  });
});

describe("schemeSql", () => {
  it("writes every published scheme", () => {
    for (const { scheme } of Object.values(publishedSchemes)) {
      expect(schemeSql(scheme, { dialect: "duckdb" })).toMatch(/^CASE\n {2}WHEN [\s\S]*\nEND$/);
    }
  });

  it("writes a scheme without rules as its one segment", () => {
    const scheme = defineScheme({ name: "all", bins: 3, rules: [], otherwise: "it's all" });
    expect(schemeSql(scheme, { dialect: "duckdb" })).toBe("'it''s all'");
  });

  it("names the columns of the scores as told", () => {
    const scheme = defineScheme({
      name: "two",
      bins: { r: 3 },
      rules: [{ segment: "new", r: [2, 3] }],
      otherwise: "old",
    });
    expect(schemeSql(scheme, { dialect: "duckdb", columns: { r: "r score" } })).toContain(
      '"r score" BETWEEN 2 AND 3',
    );
    expectRefusal(() => schemeSql(scheme, { dialect: "duckdb", columns: { r: "" } }), {
      code: "invalidOption",
      path: "columns.r",
    });
  });
});
