import type { CountSettings } from "../rfm/settings.js";
import type { Context, Names } from "./names.js";
import type { Source } from "./source.js";
import type { Step } from "./statement.js";
import { join, type Sql, sql } from "./text.js";
import type { SqlWindow } from "./window.js";

/** How customers are counted. */
export type Counting = Omit<CountSettings, "output" | "recency">;

/** What a line is one of: an order, a day. Lines of a customer under one key count once. */
export interface Keys {
  readonly orderId: boolean;
  readonly day: boolean;
}

/** The keys that the figures need. */
export function keysOf({ countBy, monetary }: Counting, hasOrders: boolean): Keys {
  return {
    orderId: hasOrders && (countBy === "orders" || monetary === "mean"),
    day: countBy === "days",
  };
}

interface Windowed extends Context {
  readonly window: SqlWindow;
}

/** Lines added up to orders, or days. Returns count in the total alone. */
export function ordersStep(
  { names, window, asker }: Windowed,
  name: Sql,
  from: Sql,
  keys: Keys,
  { returns, isStored }: Pick<Source, "returns" | "isStored">,
): Step {
  const { dialect } = asker;
  const bought = isStored ? sql`${names.count} > 0` : sql`${names.amount} >= 0`;
  const purchases = isStored ? sql`sum(${names.count})` : sql`count(CASE WHEN ${bought} THEN 1 END)`;
  const by = [names.customerId, ...(keys.orderId ? [names.orderId] : []), ...(keys.day ? [names.day] : [])];
  return {
    name,
    body: sql`
      SELECT
        ${join(by, ", ")},
        min(CASE WHEN ${bought} THEN ${window.clock} END) AS ${names.first},
        max(CASE WHEN ${bought} THEN ${window.clock} END) AS ${names.last},
        ${purchases} AS ${names.purchases},
        ${dialect.total(names.amount)} AS ${names.total}
      FROM ${from}
      WHERE ${window.sees}${returns === "match" ? sql` AND ${names.undone} = 0` : sql``}
      GROUP BY ${join(by, ", ")}
    `,
  };
}

/** Orders added up to customers: recency, frequency, monetary and tenure of all with a purchase. */
export function customersStep(context: Windowed, name: Sql, from: Sql, keys: Keys, counting: Counting): Step {
  const { asker, names, window } = context;
  const { dialect } = asker;
  const { integer, double } = dialect.types;
  const total = dialect.total(names.total);
  const orders = countOf(names, "orders", keys);
  const value = counting.monetary === "mean" ? sql`${total} / ${orders}` : total;
  const { decimals } = counting;
  const monetary = decimals === undefined ? value : dialect.rounded(value, decimals);
  return {
    name,
    body: sql`
      SELECT
        ${names.customerId},
        CAST(${window.daysSince(sql`max(${names.last})`)} AS ${integer}) AS ${names.recency},
        CAST(${countOf(names, counting.countBy, keys)} AS ${integer}) AS ${names.frequency},
        CAST(${monetary} AS ${double}) AS ${names.monetary},
        CAST(${window.daysSince(sql`min(${names.first})`)} AS ${integer}) AS ${names.tenure}
      FROM ${from}
      GROUP BY ${names.customerId}
      HAVING max(${names.last}) IS NOT NULL
    `,
  };
}

/** What frequency counts, of the rows of {@link ordersStep}. A line without an order id is an order of its own. */
function countOf(names: Names, countBy: Counting["countBy"], keys: Keys): Sql {
  const purchases = sql`sum(${names.purchases})`;
  if (countBy === "transactions" || (countBy === "orders" && !keys.orderId)) return purchases;
  const key = countBy === "days" ? names.day : names.orderId;
  const other = countBy === "days" ? keys.orderId : keys.day;
  const bought = sql`${names.purchases} > 0`;
  if (other) {
    const distinct = sql`count(DISTINCT CASE WHEN ${bought} THEN ${key} END)`;
    if (countBy === "days") return distinct;
    return sql`(${distinct} + sum(CASE WHEN ${key} IS NULL THEN ${names.purchases} ELSE 0 END))`;
  }
  if (countBy === "days") return sql`count(CASE WHEN ${bought} THEN 1 END)`;
  return sql`sum(CASE WHEN ${key} IS NULL THEN ${names.purchases} WHEN ${bought} THEN 1 ELSE 0 END)`;
}
