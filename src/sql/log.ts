import { type Asker, double } from "./doors.js";
import type { Names } from "./names.js";
import { amountOf, type Source, zoneOf } from "./source.js";
import type { Step } from "./statement.js";
import { join, type Sql, sql } from "./text.js";

/** What of the transactions is asked for beside customer, day and amount. */
export interface Wanted {
  readonly time: boolean;
  readonly orderId: boolean;
  readonly product: boolean;
  readonly quantity: boolean;
}

/** Sums of amounts up to this size stay finite. */
const LARGEST = 1e290;

/** Every row as the library reads it: NULL stands where a value is missing or cannot be used. */
export function readStep(asker: Asker, names: Names, source: Source, wanted: Wanted): Step {
  const { dialect } = asker;
  const { customerId, date, orderId, product, quantity } = source.columns;
  const identified = (column: Sql | undefined, name: Sql, isWanted: boolean) =>
    column !== undefined && isWanted ? [sql`${dialect.identifier(column)} AS ${name}`] : [];
  const excluded = source.rules.map(({ text, applies }) => sql`WHEN ${applies} THEN ${text}`);
  const columns = [
    sql`${dialect.identifier(customerId)} AS ${names.customerId}`,
    ...identified(orderId, names.orderId, wanted.orderId),
    ...identified(product, names.product, wanted.product),
    ...(quantity && wanted.quantity ? [sql`${quantity} AS ${names.quantity}`] : []),
    sql`${dialect.day(date, zoneOf(asker, source))} AS ${names.day}`,
    ...(wanted.time ? [sql`${dialect.time(date)} AS ${names.time}`] : []),
    sql`${amountOf(asker, source)} AS ${names.amount}`,
    ...(excluded.length > 0 ? [sql`CASE ${join(excluded, "\n")} END AS ${names.reason}`] : []),
  ];
  return {
    name: names.cte.read,
    hint: dialect.once,
    body: sql`
      SELECT
        ${join(columns, ",\n")}
      FROM ${source.table} AS source
    `,
  };
}

/** Whether an amount of {@link readStep} is a number that sums can hold. */
export function isUsable(asker: Asker, names: Names): Sql {
  return sql`abs(${names.amount}) <= ${double(asker.dialect, LARGEST)}`;
}

/** The rows that are kept. */
export function logStep(asker: Asker, names: Names, { rules, returns }: Source): Step {
  const kept = [
    sql`${names.customerId} IS NOT NULL`,
    sql`${names.day} IS NOT NULL`,
    isUsable(asker, names),
    ...(rules.length > 0 ? [sql`${names.reason} IS NULL`] : []),
    ...(returns === "drop" ? [sql`${names.amount} >= 0`] : []),
  ];
  return {
    name: names.cte.log,
    body: sql`
      SELECT *
      FROM ${names.cte.read}
      WHERE ${join(kept, "\nAND ")}
    `,
  };
}
