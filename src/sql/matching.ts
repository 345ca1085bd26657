import type { Context } from "./names.js";
import type { Step } from "./statement.js";
import { join, type Sql, sql } from "./text.js";

/** Which lines there are to match, and what tells them apart. */
export interface Matching {
  readonly from: Sql;
  /** Which lines are known yet; `undefined`: all of them. */
  readonly knows: Sql | undefined;
  readonly hasOrders: boolean;
  readonly hasProducts: boolean;
  readonly hasQuantities: boolean;
}

/**
 * Pairs each return with the latest earlier purchase of the same customer, product and opposite amount that no earlier
 * return has undone: as brackets are paired. In each group of lines, a purchase opens and a return closes, unless nothing
 * is open; a line's level is how many are open then. Within a level they alternate, so a purchase is undone where the next
 * line of its level is a return.
 *
 * The last step has all known lines, with `undone` 1 for both lines of a pair.
 */
export function matchSteps({ asker, names: n }: Context, matching: Matching, suffix: Sql): Step[] {
  const isReturn = sql`CASE WHEN ${n.amount} < 0 THEN 1 ELSE 0 END`;
  const group = join(
    [
      n.customerId,
      ...(matching.hasProducts ? [n.product] : []),
      asker.dialect.partitionKey(sql`abs(${n.amount})`),
    ],
    ", ",
  );
  const present = (column: Sql) => sql`CASE WHEN ${column} IS NULL THEN 0 ELSE 1 END`;
  const order = [
    n.time,
    isReturn,
    ...(matching.hasOrders ? [present(n.orderId), ...asker.dialect.ascending(n.orderId)] : []),
    ...(matching.hasQuantities ? [present(n.quantity), n.quantity] : []),
  ];
  const within = sql`PARTITION BY ${group} ORDER BY ${n.place}`;
  const named = (name: Sql) => sql`${name}${suffix}`;
  const [placed, balanced, levelled, matched] = [n.cte.placed, n.cte.balanced, n.cte.levelled, n.cte.matched];
  const lineOf = sql`row_number() OVER (PARTITION BY ${group} ORDER BY ${join(order, ", ")})`;
  const before = sql`min(${n.balance}) OVER (${within} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  const nextReturns = sql`lead(${isReturn}) OVER (PARTITION BY ${group}, ${n.level} ORDER BY ${n.place})`;
  return [
    {
      name: named(placed),
      body: sql`
        SELECT *, ${lineOf} AS ${n.place}
        FROM ${matching.from}${matching.knows ? sql` WHERE ${matching.knows}` : sql``}
      `,
    },
    {
      name: named(balanced),
      body: sql`
        SELECT *, sum(1 - 2 * ${isReturn}) OVER (${within} ROWS UNBOUNDED PRECEDING) AS ${n.balance}
        FROM ${named(placed)}
      `,
    },
    {
      name: named(levelled),
      body: sql`
        SELECT *,
          ${n.balance} + ${isReturn} - CASE WHEN ${before} < 0 THEN ${before} ELSE 0 END AS ${n.level}
        FROM ${named(balanced)}
      `,
    },
    {
      name: named(matched),
      body: sql`
        SELECT *,
          CASE
            WHEN ${n.amount} < 0 AND ${n.level} > 0 THEN 1
            WHEN ${n.amount} >= 0 AND ${nextReturns} = 1 THEN 1
            ELSE 0
          END AS ${n.undone}
        FROM ${named(levelled)}
      `,
    },
  ];
}
