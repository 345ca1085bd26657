import { type RfmSqlOptions, rfmSql, type SqlDialect } from "rfm-kit/sql";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const columns = { customerId: "customer", date: "day", amount: "amount" };

/** A statement that nothing is wrong with but what is given. */
function write(given: Partial<RfmSqlOptions> & { readonly dialect: SqlDialect }): string {
  return rfmSql({
    from: "orders",
    columns,
    asOf: "2024-03-31",
    output: "customers",
    ...given,
  } as RfmSqlOptions);
}

describe.each(["duckdb", "postgresql", "sqlite"] as const)("names in %s", (dialect) => {
  it.each([
    ["", /expected a name that is not empty/],
    ["a\0b", /expected text without a NUL character/],
    ["a\ud800", /expected well-formed Unicode/],
    ["\udc00a", /expected well-formed Unicode/],
  ])("refuses %j", (name, message) => {
    const refusal = { code: "invalidOption", message } as const;
    expectRefusal(() => write({ dialect, from: name }), { ...refusal, path: "from" });
    expectRefusal(() => write({ dialect, columns: { ...columns, amount: ["price", name] } }), {
      ...refusal,
      path: "columns.amount",
    });
    expectRefusal(() => write({ dialect, exclude: { test: { column: name, missing: true } } }), {
      ...refusal,
      path: "exclude.test.column",
    });
  });

  it.each(["a\0b", "\ud800"])("refuses the text %j", (equals) => {
    const exclude = { test: { column: "country", equals } };
    expectRefusal(() => write({ dialect, exclude }), { code: "invalidOption", path: "exclude.test.equals" });
  });

  it.each(["+05:30", "-08:00", "CET", "wet"])("refuses the zone %s", (timeZone) => {
    expectRefusal(() => write({ dialect, timeZone }), { code: "invalidTimeZone", path: "timeZone" });
  });
});

describe("PostgreSQL", () => {
  it.each(["n".repeat(64), `${"é".repeat(31)}nn`])("refuses the name %s, which it would cut", (name) => {
    expectRefusal(() => write({ dialect: "postgresql", from: name }), {
      code: "invalidOption",
      path: "from",
      message: "expected a name of at most 63 bytes in UTF-8",
    });
  });

  it.each(["n".repeat(63), `${"é".repeat(31)}n`])("takes the name %s", (name) => {
    expect(write({ dialect: "postgresql", from: name })).toContain(`FROM "${name}" AS source`);
  });
});

describe("SQLite", () => {
  it("refuses a zone other than UTC", () => {
    expectRefusal(() => write({ dialect: "sqlite", timeZone: "Europe/London" }), {
      code: "notInDialect",
      path: "timeZone",
      message: 'expected "UTC" in SQLite, which knows no time zones, received "Europe/London"',
    });
  });
});

it.each([
  ["postgresql", "PostgreSQL"],
  ["sqlite", "SQLite"],
] as const)("refuses approximate quantiles in %s", (dialect, title) => {
  expectRefusal(() => write({ dialect, scores: { quantiles: "approximate" } }), {
    code: "notInDialect",
    path: "scores.quantiles",
    message: `expected "exact", as ${title} estimates no quantiles`,
  });
});
