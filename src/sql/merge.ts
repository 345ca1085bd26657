import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { dialectOf } from "./choose.js";
import type { Asker } from "./doors.js";
import { logStep, readStep } from "./log.js";
import { type Names, namesIn } from "./names.js";
import type { SqlSource, TableName } from "./options.js";
import { readSource, readTable, SOURCE_OPTIONS, type Source } from "./source.js";
import { NO_ORDER, STATE_KEY, STATE_SUMS } from "./state.js";
import { query } from "./statement.js";
import { join, type Sql, sql, textOf } from "./text.js";

/** What {@link mergeSql} merges, and into which table. */
export interface MergeSqlOptions extends SqlSource {
  readonly returns?: "net" | "drop" | undefined;
  /** A table made by `createTableSql({ …, holds: "state" })`. */
  readonly into: TableName;
}

/**
 * The statement that merges transactions, those of a day, say, into a stored state, which {@link rfmSql} reads with
 * `state` in place of all transactions: for any `asOf` and `since`, it gives the same customers as over every line.
 *
 * The state holds a row for each customer, day and order: the number of purchases, and the total of purchases and
 * returns. Sums do not mind the order of their terms, so batches may be merged in any order, and of any days. But
 * each line is merged once: a line merged twice counts twice. A day is done again by deleting its rows first.
 *
 * What says how a line is read is settled here: its columns, `timeZone`, `returns` and `exclude` have to be the same in
 * every merge. How customers are counted, scored and segmented is asked later.
 *
 * Cost of the statement: one pass over the lines, and a look at the key for each order in them.
 *
 * @param options those of the transactions as in {@link rfmSql}, and `into`. Matched returns are refused: a return
 * of one day would undo a purchase of another, whose line is no longer there.
 * @returns the statement, without a semicolon.
 * @throws RfmError on names that cannot be quoted and on what the engine cannot do exactly.
 * @example
 * ```ts
 * import { mergeSql } from "rfm-kit/sql";
 *
 * const statement = mergeSql({
 *   dialect: "duckdb",
 *   from: "yesterday",
 *   columns: { customerId: "customer", orderId: "order", date: "day", amount: "amount" },
 *   into: "rfm_state",
 * });
 * statement.split("\n")[0]; // => 'INSERT INTO "rfm_state" AS state ("customerId", "day", "orderId", "purchases", "total")'
 * ```
 */
export function mergeSql(options: MergeSqlOptions): string {
  const caller = "mergeSql";
  checkOptions(caller, options, [...SOURCE_OPTIONS, "into"]);
  const asker = { caller, dialect: dialectOf(caller, options.dialect) };
  const names = namesIn(asker.dialect, options.from);
  const into = readTable(asker, "into", options.into);
  const source = readSource(asker, options);
  if (source.returns === "match") {
    const expected =
      '"net" or "drop": a state no longer holds the lines that a return of a later day would undo';
    throw new RfmError({ caller, code: "invalidOption", path: "returns", expected, received: "match" });
  }
  const key = STATE_KEY.map((column) => names[column]);
  const sums = STATE_SUMS.map((column) => names[column]);
  return textOf(asker.dialect.merge({ into, key, sums, rows: addedUp(asker, names, source) }));
}

/** Lines added up to customers, days and orders. */
function addedUp(asker: Asker, n: Names, source: Source): Sql {
  const { types, total } = asker.dialect;
  const hasOrders = source.columns.orderId !== undefined;
  const log = (column: Sql) => sql`${n.cte.log}.${column}`;
  const order = hasOrders ? sql`coalesce(CAST(${log(n.orderId)} AS ${types.text}), ${NO_ORDER})` : NO_ORDER;
  const by = [log(n.customerId), log(n.day), ...(hasOrders ? [log(n.orderId)] : [])];
  const wanted = { time: false, orderId: hasOrders, product: false, quantity: false };
  return query(
    [readStep(asker, n, source, wanted), logStep(asker, n, source)],
    sql`
      SELECT
        ${log(n.customerId)} AS ${n.customerId},
        ${log(n.day)} AS ${n.day},
        ${order} AS ${n.orderId},
        count(CASE WHEN ${log(n.amount)} >= 0 THEN 1 END) AS ${n.purchases},
        CAST(${total(log(n.amount))} AS ${types.double}) AS ${n.total}
      FROM ${n.cte.log}
      GROUP BY ${join(by, ", ")}
    `,
  );
}
