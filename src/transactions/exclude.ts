import { RfmError } from "../core/error.js";
import { isPlain } from "../core/plain.js";
import { FAULTS } from "./border.js";
import { openColumn } from "./column.js";
import type { Table } from "./table.js";

/** A named reason to leave rows out. */
export interface Rule {
  readonly name: string;
  applies(row: number): boolean;
}

/** The `exclude` rules in the order given: functions of the row or, beside columns, masks. */
export function readRules(caller: string, table: Table, exclude: unknown): Rule[] {
  if (exclude === undefined) return [];
  if (!isPlain(exclude)) {
    throw refuse(caller, "exclude", "an object of named rules", exclude);
  }
  return Object.entries(exclude).map(([name, rule]) => readRule(caller, table, name, rule));
}

function readRule(caller: string, table: Table, name: string, rule: unknown): Rule {
  const path = `exclude.${name}`;
  const taken: readonly string[] = [...FAULTS, "duplicate", "return"];
  if (taken.includes(name)) throw refuse(caller, path, `a name other than ${taken.join(", ")}`, name);
  return typeof rule === "function"
    ? { name, applies: (row) => checkAnswer(caller, path, row, rule(table.row(row))) }
    : { name, applies: readMask(caller, table, path, rule) };
}

function readMask(caller: string, table: Table, path: string, rule: unknown): (row: number) => boolean {
  if (table.columns === undefined) throw refuse(caller, path, "a function of the row", rule);
  const { length, read } = openColumn(caller, path, rule);
  if (length !== table.length) {
    const expected = `${table.length} values, one a row`;
    throw new RfmError({ caller, code: "unequalLengths", path, expected, received: length });
  }
  return (row) => {
    const received = read(row);
    if (received === true || received === 1) return true;
    if (received === false || received === 0) return false;
    throw new RfmError({ caller, code: "invalidOption", path, row, expected: "true or false", received });
  };
}

/** A promise is no answer, though it would count as true. */
function checkAnswer(caller: string, path: string, row: number, answer: unknown): boolean {
  if (!(answer instanceof Promise)) return Boolean(answer);
  const expected = "true or false at once, not a promise";
  throw new RfmError({ caller, code: "invalidOption", path, row, expected });
}

function refuse(caller: string, path: string, expected: string, received: unknown): RfmError {
  return new RfmError({ caller, code: "invalidOption", path, expected, received });
}
