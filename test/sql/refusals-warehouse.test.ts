import fc from "fast-check";
import { RfmError } from "rfm-kit";
import { rfmSql, type SqlDialect } from "rfm-kit/sql";
import { describe, expect, it } from "vitest";

const ask = (dialect: SqlDialect, customerId: string, equals = "x") =>
  rfmSql({
    dialect,
    from: "orders",
    columns: { customerId, date: "day", amount: "amount" },
    exclude: { rule: { column: "note", equals } },
    asOf: "2024-03-31",
    output: "customers",
  });

/** What Spark would replace. */
const VARIABLE = `\${b}`;

describe("Spark", () => {
  it("refuses a name that variables would be put into", () => {
    const name = `a${VARIABLE}`;
    expect(() => ask("spark", name)).toThrow(
      `rfmSql: "columns.customerId": expected a name without \${, received "${name}"`,
    );
  });

  it("doubles backticks of names", () => {
    expect(ask("spark", "a`b\\")).toContain("source.`a``b\\`");
  });

  it("escapes quotes, backslashes, dollars and line breaks of values", () => {
    expect(ask("spark", "a", `'\\${VARIABLE}\n`)).toContain(
      String.raw`source.${"`note`"} = '\'\\\u0024{b}\n'`,
    );
  });
});

describe("BigQuery", () => {
  it.each([...'!"$()*,./;?@[\\]^`{}~\n\t'])(
    "refuses a name with %j, which no column can have",
    (character) => {
      // A dot in the name of a table has a hint of its own.
      expect(() => ask("bigquery", `a${character}b`)).toThrow(RfmError);
      expect(() => ask("bigquery", `a${character}b`)).toThrow("expected a name without !");
    },
  );

  it("takes the names that columns can have", () => {
    expect(ask("bigquery", "Größe (total)".replace(/[()]/g, "-"))).toContain("source.`Größe -total-`");
  });

  it("escapes quotes, backslashes and line breaks of values", () => {
    expect(ask("bigquery", "a", "'\\\r\n")).toContain(String.raw`source.${"`note`"} = '\'\\\r\n'`);
  });
});

describe("ClickHouse", () => {
  it("escapes backticks and backslashes of names", () => {
    expect(ask("clickhouse", "a`b\\")).toContain("source.`a\\`b\\\\`");
  });
});

describe("Snowflake", () => {
  it("doubles quotes of names, and leaves them as they are else", () => {
    expect(ask("snowflake", 'Order "id"\\')).toContain('source."Order ""id""\\"');
  });

  it("escapes quotes and backslashes of values", () => {
    expect(ask("snowflake", "a", "'\\")).toContain(String.raw`source."note" = '\'\\'`);
  });
});

/** A quote that no backslash takes away. */
const END = /(?<!\\)(?:\\\\)*'/g;

it.each(["spark", "clickhouse", "bigquery", "snowflake"] as const)(
  "a value ends where it is to end: %s",
  (dialect) => {
    const character = fc.constantFrom("'", "\\", "\n", "a", "$", "{", "`", '"', " ");
    fc.assert(
      fc.property(fc.string({ unit: character }), (value) => {
        const [, text] = /note[`"] = '([\s\S]*) THEN 'rule' END/.exec(ask(dialect, "a", value)) ?? [];
        const ends = Array.from(text.matchAll(END), ({ index, 0: end }) => index + end.length);
        expect(ends).toEqual([text.length]);
      }),
    );
  },
);
