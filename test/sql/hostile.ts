import fc from "fast-check";
import {
  computeRfm,
  defineScheme,
  RfmError,
  type SegmentScheme,
  scoreCustomers,
  segmentCustomers,
} from "rfm-kit";
import { rfmSql } from "rfm-kit/sql";
import { expect } from "vitest";
import type { Engine, TableColumn } from "./engine.js";

const PIECES = [
  ...["'", '"', "`", "]", "[", "\\", "''", '""', "``", "\\'", '\\"', "\\`"],
  ...[
    "; DROP TABLE canary; --",
    "/*",
    "*/",
    "--",
    "#",
    "{{",
    "}}",
    "$" + "{canary}",
    "$1",
    "?",
    ":x",
    "@x",
    "%s",
  ],
  ...["\n", "\r", "\t", "\0", "\u2028", "\ud800", "\u00a0", "é", "客户", "😀", "x".repeat(60)],
  ...[
    "a",
    "orders",
    "SELECT",
    "NULL",
    "customerId",
    " ",
    ".",
    "1",
    "source",
    "'||(SELECT 1)||'",
    "') OR ('1'='1",
  ],
];

/** Text that wants to be more than a name or a value. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3, unit: "binary" })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(""));

/** Names and values of a shop, all of them hostile. */
export const hostileNames = fc
  .record({
    table: hostile,
    columns: fc.uniqueArray(hostile, {
      minLength: 5,
      maxLength: 5,
      selector: (name) => name.toLowerCase().trim(),
    }),
    rule: hostile,
    note: hostile,
    segment: hostile,
    customer: hostile.filter((text) => !/\p{Surrogate}|\0/u.test(text)),
  })
  .filter(({ segment }) => segment !== "rest");

type HostileNames = typeof hostileNames extends fc.Arbitrary<infer T> ? T : never;

/**
 * Whether the statement of a shop with these names was refused. Where it was not, it gives what the library gives of the
 * same rows, and the canary lives.
 */
export async function provoke(engine: Engine, made: HostileNames): Promise<"refused" | "harmless"> {
  const [customerId, orderId, date, amount, note] = made.columns;
  let [statement, scheme]: [string, SegmentScheme | undefined] = ["", undefined];
  try {
    scheme = defineScheme({
      name: "hostile",
      bins: { r: 2 },
      rules: [{ segment: made.segment, r: 2 }],
      otherwise: "rest",
    });
    statement = rfmSql({
      dialect: engine.dialect,
      from: [made.table],
      columns: { customerId, orderId, date, amount },
      exclude: { [made.rule]: { column: note, equals: made.note } },
      asOf: "2024-03-31",
      scores: { bins: 2 },
      scheme,
      decimals: 2,
      output: "customers",
    });
  } catch (error) {
    expect(error).toBeInstanceOf(RfmError);
    return "refused";
  }
  const rows = [
    { customerId: made.customer, orderId: made.note, date: "2024-03-01", amount: 10, note: null },
    { customerId: made.customer, orderId: made.note, date: "2024-03-02", amount: 20, note: "" },
    { customerId: made.customer, orderId: "o", date: "2024-03-30", amount: 5, note: made.note },
    { customerId: "bob", orderId: null, date: "2024-03-29", amount: 7, note: `${made.note}!` },
  ];
  await engine.load("canary", [{ name: "alive", type: "integer", values: [1] }]);
  await engine.load(made.table, [
    textColumn(customerId, rows, "customerId"),
    textColumn(orderId, rows, "orderId"),
    { name: date, type: "text", values: rows.map((row) => row.date) },
    { name: amount, type: "double", values: rows.map((row) => row.amount) },
    textColumn(note, rows, "note"),
  ]);
  const kept = rows.filter((row) => row.note !== made.note);
  const customers = computeRfm(kept, { asOf: "2024-03-31", invalid: "drop", decimals: 2 });
  const expected = segmentCustomers(scoreCustomers(customers, { bins: 2 }), scheme);
  const found = await engine.run(statement);
  const byId = (list: readonly object[]) =>
    new Map(list.map((row) => [(row as { customerId: string }).customerId, row]));
  expect(byId(found)).toEqual(byId(expected));
  expect(await engine.run("SELECT alive FROM canary")).toEqual([{ alive: 1 }]);
  return "harmless";
}

function textColumn(
  name: string,
  rows: readonly Record<string, string | number | null>[],
  key: string,
): TableColumn {
  return { name, type: "text", values: rows.map((row) => row[key]) };
}
