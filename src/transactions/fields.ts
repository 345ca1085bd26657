import { RfmError } from "../core/error.js";
import { unknownName } from "../core/options.js";
import type { Dictionary, NumberArray, Reader } from "./column.js";
import type { AttributeValue, Identifier } from "./input-types.js";
import type { Table } from "./table.js";

/** A field of the transactions, found in the input. */
export interface LocatedField {
  /** What messages call it: the option's name. */
  readonly name: string;
  /** The column it comes from; `undefined` where a function computes it. */
  readonly column: string | undefined;
  readonly read: Reader;
  readonly dictionary: Dictionary | undefined;
  /** The column, where it is a typed array. */
  readonly numbers: NumberArray | undefined;
  /** What mends a field that was not named and has no column of its own name. */
  readonly hint: string | undefined;
}

/** Finds a field by key or function; a key that no row has is refused. */
export function locateField(caller: string, table: Table, name: string, field: unknown): LocatedField {
  if (typeof field === "function") {
    const read: Reader = (row) => field(table.row(row));
    return { name, column: undefined, read, dictionary: undefined, numbers: undefined, hint: undefined };
  }
  if (typeof field !== "string") {
    const expected = "the name of a column or a function of the row";
    throw new RfmError({ caller, code: "invalidOption", path: name, expected, received: field });
  }
  if (table.length > 0 && !table.has(field)) {
    throw unknownName(caller, "unknownColumn", field, table.names(), "a column", name);
  }
  return columnField(table, name, field, field === name ? undefined : `column "${field}"`);
}

/** Finds a field as it is named, or in the column of its own name, which may have to exist. */
export function findField(
  caller: string,
  table: Table,
  name: string,
  field: unknown,
  mustExist = false,
): LocatedField {
  if (field !== undefined) return locateField(caller, table, name, field);
  return mustExist ? locateField(caller, table, name, name) : defaultField(table, name);
}

/** The column that has the field's own name; its rows may lack it. */
function defaultField(table: Table, name: string): LocatedField {
  if (table.length === 0 || table.has(name)) return columnField(table, name, name, undefined);
  const names = table.names().map((column) => `"${column}"`);
  return columnField(table, name, name, `there are ${names.join(", ")}; name one: ${name}: "…"`);
}

function columnField(table: Table, name: string, column: string, hint: string | undefined): LocatedField {
  return { name, column, ...table.column(column, name), hint };
}

/** Whether a value identifies something. */
export function isIdentifier(value: unknown): value is Identifier {
  return typeof value === "string"
    ? value !== ""
    : typeof value === "number"
      ? !Number.isNaN(value)
      : typeof value === "bigint";
}

export function isAttributeValue(value: unknown): value is AttributeValue {
  return typeof value === "boolean" || isIdentifier(value);
}

/** null, undefined, NaN and "" all say that there is nothing. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === "" || Number.isNaN(value);
}
