import { RfmError } from "../core/error.js";
import { columnLength } from "./column.js";
import type { Table } from "./table.js";
import type { Mask } from "./types.js";

/** A named reason to leave rows out. */
export interface Rule {
  readonly name: string;
  applies(row: number): boolean;
}

/** What can be wrong with a row, in the order it is looked for. */
export const FAULTS = [
  "missingCustomer",
  "invalidCustomer",
  "invalidDate",
  "invalidAmount",
  "invalidQuantity",
] as const;

const RESERVED: readonly string[] = [...FAULTS, "duplicate", "return"];

/** The `exclude` rules in the order given: functions of the row or, beside columns, masks. */
export function readRules(caller: string, table: Table, exclude: unknown): Rule[] {
  if (exclude === undefined) return [];
  if (typeof exclude !== "object" || exclude === null || Array.isArray(exclude)) {
    throw refuse(caller, "exclude", "an object of named rules", exclude);
  }
  return Object.entries(exclude).map(([name, rule]) => readRule(caller, table, name, rule));
}

function readRule(caller: string, table: Table, name: string, rule: unknown): Rule {
  const path = `exclude.${name}`;
  if (RESERVED.includes(name)) throw refuse(caller, path, `a name other than ${RESERVED.join(", ")}`, name);
  if (typeof rule === "function") return { name, applies: (row) => Boolean(rule(table.row(row))) };
  if (!table.takesMasks) throw refuse(caller, path, "a function of the row", rule);
  const length = columnLength(caller, path, rule);
  if (length !== table.length) {
    throw new RfmError({
      caller,
      code: "unequalLengths",
      path,
      expected: `${table.length} values, one a row`,
      received: length,
    });
  }
  const mask = rule as Mask;
  return { name, applies: (row) => Boolean(mask[row]) };
}

function refuse(caller: string, path: string, expected: string, received: unknown): RfmError {
  return new RfmError({ caller, code: "invalidOption", path, expected, received });
}
