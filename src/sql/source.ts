import { RfmError } from "../core/error.js";
import { checkChoice, checkOptions } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import { openZone, type Zone } from "../core/zone.js";
import { condition } from "./condition.js";
import { type Asker, column, identifier, literal } from "./doors.js";
import type { SqlSource } from "./options.js";
import { join, type Sql } from "./text.js";

/** The transactions of a warehouse, checked: every name in it has been through its door. */
export interface Source {
  /** Whether the rows are those of a state, and not lines. */
  readonly isStored: boolean;
  readonly table: Sql;
  readonly columns: {
    readonly customerId: Sql;
    readonly date: Sql;
    readonly amount: readonly Sql[];
    readonly orderId: Sql | undefined;
    readonly product: Sql | undefined;
    readonly quantity: Sql | undefined;
  };
  readonly zone: Zone;
  readonly returns: "net" | "drop" | "match";
  /** In the order given. */
  readonly rules: readonly { readonly name: string; readonly text: Sql; readonly applies: Sql }[];
}

export const SOURCE_OPTIONS = ["dialect", "from", "columns", "timeZone", "returns", "exclude"] as const;

const COLUMNS = ["customerId", "date", "amount", "orderId", "product", "quantity"] as const;

/** Engines disagree on what is east in an offset, and on whether an abbreviation has a summer. */
const NO_PLACE = /^([+-].*|[CEMW]ET)$/i;

export function readSource(asker: Asker, options: Partial<SqlSource>): Source {
  const { caller, dialect } = asker;
  const zone = openZone(caller, options.timeZone ?? "UTC");
  if (NO_PLACE.test(zone.name)) {
    const refusal = { caller, code: "invalidTimeZone", path: "timeZone", received: zone.name } as const;
    throw new RfmError({ ...refusal, expected: 'a time zone named by a place, such as "Europe/London"' });
  }
  if (zone.name !== "UTC" && dialect.noZones !== undefined) {
    const refusal = { caller, code: "notInDialect", path: "timeZone", received: zone.name } as const;
    throw new RfmError({ ...refusal, expected: `"UTC" in ${dialect.title}, ${dialect.noZones}` });
  }
  return {
    isStored: false,
    table: readTable(asker, "from", options.from),
    columns: readColumns(asker, options.columns),
    zone,
    returns: checkChoice(caller, "returns", options.returns ?? "net", ["net", "drop", "match"]),
    rules: readRules(asker, options.exclude),
  };
}

/** A table by its name or path. */
export function readTable(asker: Asker, path: string, table: unknown): Sql {
  const parts: readonly unknown[] = Array.isArray(table) ? Array.from(table) : [table];
  const { caller } = asker;
  const refuse = (expected: string, hint?: string) =>
    new RfmError({ caller, code: "invalidOption", path, expected, received: table, hint });
  if (parts.length === 0) throw refuse("the name of a table");
  if (typeof table === "string" && table.includes(".")) {
    const path = JSON.stringify(table.split("."));
    throw refuse(
      "a name without dots, or a list",
      `${path} in a schema; ${JSON.stringify([table])} as it is`,
    );
  }
  return join(
    parts.map((part) => identifier(asker, path, part)),
    ".",
  );
}

function readColumns(asker: Asker, given: unknown): Source["columns"] {
  checkOptions(asker.caller, given, COLUMNS, "columns");
  const columns = given as Partial<Record<(typeof COLUMNS)[number], unknown>>;
  const required = (name: (typeof COLUMNS)[number]) => column(asker, `columns.${name}`, columns[name]);
  const optional = (name: (typeof COLUMNS)[number]) =>
    columns[name] === undefined ? undefined : required(name);
  const { amount } = columns;
  const factors = Array.isArray(amount) && amount.length > 0 ? Array.from(amount) : [amount];
  return {
    customerId: required("customerId"),
    date: required("date"),
    amount: factors.map((factor) => column(asker, "columns.amount", factor)),
    orderId: optional("orderId"),
    product: optional("product"),
    quantity: optional("quantity"),
  };
}

/** Names that the library gives to reasons itself. */
const RESERVED: readonly unknown[] = ["missingCustomer", "invalidDate", "invalidAmount", "return"];

function readRules(asker: Asker, exclude: unknown): Source["rules"] {
  if (exclude === undefined) return [];
  const { caller } = asker;
  if (!isPlain(exclude)) {
    const refusal = { caller, code: "invalidOption", path: "exclude", received: exclude } as const;
    throw new RfmError({ ...refusal, expected: "an object of named conditions" });
  }
  return Object.entries(exclude).map(([name, rule]) => {
    const path = `exclude.${name}`;
    if (RESERVED.includes(name)) {
      const expected = `a name other than ${RESERVED.join(", ")}`;
      throw new RfmError({ caller, code: "invalidOption", path, expected, received: name });
    }
    return { name, text: literal(asker, path, name), applies: condition(asker, path, rule) };
  });
}

/** The amount of a row: a column, or the product of several. */
export function amountOf({ dialect }: Asker, { columns }: Source): Sql {
  return join(
    columns.amount.map((column) => dialect.amount(column)),
    " * ",
  );
}

/** The zone as a literal. */
export function zoneOf(asker: Asker, { zone }: Source): Sql {
  return literal(asker, "timeZone", zone.name);
}
