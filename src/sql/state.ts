import { RfmError } from "../core/error.js";
import { openZone } from "../core/zone.js";
import type { Asker } from "./doors.js";
import type { Names } from "./names.js";
import type { SqlOrigin, SqlState, SqlSteps, TableName } from "./options.js";
import { readSource, readTable, SOURCE_OPTIONS, type Source } from "./source.js";
import type { Step } from "./statement.js";
import { type Sql, sql } from "./text.js";

/** What a state tells apart: lines of one customer, day and order are one row. */
export const STATE_KEY = ["customerId", "day", "orderId"] as const;

/** What it adds up of them: how many purchases, and the amounts of purchases and returns. */
export const STATE_SUMS = ["purchases", "total"] as const;

/** The order of a line that has none. No order is called so: the library takes it for missing. */
export const NO_ORDER = sql`''`;

/** What is settled when rows are merged, and cannot be asked for later. */
const SETTLED = ["from", "columns", "timeZone", "returns", "exclude"] as const;

/** The table that is read: transactions, or the state that they were merged into. */
export function tableOf(options: SqlOrigin): TableName {
  return isState(options) ? options.state : options.from;
}

/** The options that say what is read. */
export function originOptions(caller: string, options: SqlOrigin): readonly string[] {
  if (!isState(options)) return SOURCE_OPTIONS;
  for (const path of SETTLED) {
    const received = (options as Partial<Record<typeof path, unknown>>)[path];
    if (received === undefined) continue;
    const expected = 'nothing beside "state": it was settled when rows were merged, by mergeSql';
    throw new RfmError({ caller, code: "invalidOption", path, expected, received });
  }
  return ["dialect", "state", ...SETTLED];
}

/** What is read, checked. */
export function readOrigin(
  asker: Asker,
  names: Names,
  options: SqlOrigin & Pick<SqlSteps, "recency">,
): Source {
  if (!isState(options)) return readSource(asker, options);
  const { caller } = asker;
  if (options.recency === "elapsed") {
    const expected = '"calendar", as a state knows days and not the time of day';
    throw new RfmError({ caller, code: "invalidOption", path: "recency", expected, received: "elapsed" });
  }
  const own = (name: Sql) => sql`source.${name}`;
  return {
    isStored: true,
    table: readTable(asker, "state", options.state),
    columns: {
      customerId: own(names.customerId),
      date: own(names.day),
      amount: [own(names.total)],
      orderId: own(names.orderId),
      product: undefined,
      quantity: undefined,
    },
    zone: openZone(caller, "UTC"),
    returns: "net",
    rules: [],
  };
}

function isState<T extends SqlOrigin>(options: T): options is T & SqlState {
  return (options as Partial<SqlState>).state !== undefined;
}

/** The rows of a state, to be added up to orders as lines are: `count` lines that are purchases, of one amount in all. */
export function storedStep({ dialect }: Asker, n: Names, { table, columns }: Source): Step {
  const { customerId, date, amount, orderId } = columns;
  return {
    name: n.cte.log,
    body: sql`
      SELECT
        ${customerId} AS ${n.customerId},
        ${date} AS ${n.day},
        CASE WHEN ${orderId as Sql} <> ${NO_ORDER} THEN ${orderId as Sql} END AS ${n.orderId},
        source.${n.purchases} AS ${n.count},
        ${dialect.amount(amount[0])} AS ${n.amount}
      FROM ${table} AS source
    `,
  };
}
