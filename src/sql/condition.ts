import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { type Asker, column, literal } from "./doors.js";
import { join, type Sql, sql } from "./text.js";

const COMPARISONS = {
  equals: (column: Sql, value: Sql) => sql`${column} = ${value}`,
  below: (column: Sql, value: Sql) => sql`${column} < ${value}`,
  atMost: (column: Sql, value: Sql) => sql`${column} <= ${value}`,
  above: (column: Sql, value: Sql) => sql`${column} > ${value}`,
  atLeast: (column: Sql, value: Sql) => sql`${column} >= ${value}`,
} as const;

/** A condition as data into one as SQL. */
export function condition(asker: Asker, path: string, given: unknown): Sql {
  const { caller, dialect } = asker;
  const known = [...Object.keys(COMPARISONS), "in", "startsWith", "missing"];
  checkOptions(caller, given, ["column", ...known], path);
  const { column: name, ...tests } = given as Record<string, unknown>;
  const tested = column(asker, `${path}.column`, name);
  const asked = Object.entries(tests).filter(([, value]) => value !== undefined);
  const refuse = (at: string, expected: string, received: unknown) =>
    new RfmError({ caller, code: "invalidOption", path: at, expected, received });
  if (asked.length !== 1) throw refuse(path, `a column and one of ${known.join(", ")}`, given);
  const [[test, value]] = asked;
  const at = `${path}.${test}`;
  if (test === "missing") {
    if (value !== true) throw refuse(at, "true", value);
    return sql`${dialect.identifier(tested)} IS NULL`;
  }
  if (test === "startsWith") {
    if (typeof value !== "string" || value === "") throw refuse(at, "a text that is not empty", value);
    return dialect.startsWith(tested, literal(asker, at, value));
  }
  if (test === "in") {
    if (!Array.isArray(value) || value.length === 0) throw refuse(at, "an array of values", value);
    const values = Array.from(value, (each, i) => literal(asker, `${at}[${i}]`, each));
    return sql`${tested} IN (${join(values, ", ")})`;
  }
  return COMPARISONS[test as keyof typeof COMPARISONS](tested, literal(asker, at, value));
}
