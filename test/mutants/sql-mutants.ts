import type { Mutant } from "./mutant.js";

const ROUNDED = "statements in DuckDB give every customer what the library gives, rounded to cents";
const EXACT =
  "statements in DuckDB give every customer what the library gives, of amounts whose sums need no rounding";
const ANSWERS =
  "statements in DuckDB give segments, concentration, profile and moves as the library gives them";
const HARMLESS = "statements in DuckDB take names and values for names and values, whatever they hold";

export const sqlMutants: readonly Mutant[] = [
  {
    name: "halves-to-even-in-duckdb",
    file: "sql/dialects/duckdb.ts",
    find: "THEN round(round(CAST(printf('%.15g', ${value} * 1e${decimals}) AS DOUBLE), 6)) / 1e${decimals} + 0",
    replace: "THEN round_even(${value}, ${decimals}) + 0",
    property: ROUNDED,
  },
  {
    name: "as-of-not-inclusive-in-sql",
    file: "sql/window.ts",
    find: "sql`${clock} <= ${write(to)}`",
    replace: "sql`${clock} < ${write(to)}`",
    property: ROUNDED,
  },
  {
    name: "lines-without-an-order-are-one",
    file: "sql/customers.ts",
    find: "WHEN ${key} IS NULL THEN ${names.purchases} WHEN ${bought} THEN 1 ELSE 0 END)",
    replace: "WHEN ${bought} THEN 1 ELSE 0 END)",
    property: EXACT,
  },
  {
    name: "credit-notes-are-orders-in-sql",
    file: "sql/customers.ts",
    find: "const bought = sql`${names.purchases} > 0`;",
    replace: "const bought = sql`1 = 1`;",
    property: EXACT,
  },
  {
    name: "cut-points-at-the-upper-value",
    file: "sql/cuts.ts",
    find: "ELSE ${n.low}",
    replace: "ELSE COALESCE(${n.high}, ${n.low})",
    property: EXACT,
  },
  {
    name: "a-value-on-a-cut-point-scores-higher",
    file: "sql/scores.ts",
    find: "WHEN ${value} <= ${cut} THEN",
    replace: "WHEN ${value} < ${cut} THEN",
    property: EXACT,
  },
  {
    name: "unmatched-returns-close-later-purchases",
    file: "sql/matching.ts",
    find: "- CASE WHEN ${before} < 0 THEN ${before} ELSE 0 END AS",
    replace: "- CASE WHEN ${before} < 0 THEN 0 ELSE 0 END AS",
    property: EXACT,
  },
  {
    name: "instants-in-the-zone-of-the-session",
    file: "sql/dialects/duckdb.ts",
    find: "THEN CAST(timezone(${zone}, CAST(${column} AS TIMESTAMPTZ)) AS DATE)",
    replace: "THEN CAST(CAST(${column} AS TIMESTAMPTZ) AS DATE)",
    property: ROUNDED,
  },
  {
    name: "medians-of-all-from-the-middle-up",
    file: "sql/answer-segments.ts",
    find: "BETWEEN ${n.count} AND ${n.count} + 2",
    replace: "BETWEEN ${n.count} + 1 AND ${n.count} + 2",
    property: ANSWERS,
  },
  {
    name: "migration-with-a-ruler-a-day",
    file: "sql/answer-migration.ts",
    find: "openRuler(context, plan.scores, earlier.name)",
    replace: "openRuler(context, plan.scores, later.name)",
    property: ANSWERS,
  },
  {
    name: "quotes-not-doubled-in-names",
    file: "sql/dialects/duckdb.ts",
    find: "name.replaceAll('\"', '\"\"')",
    replace: "name",
    property: HARMLESS,
  },
  {
    name: "line-breaks-of-names-indented",
    file: "sql/text.ts",
    find: 'return text.replaceAll("\\n", BREAK) as Sql;',
    replace: "return text as Sql;",
    property: HARMLESS,
  },
];
