import { checkOptions } from "../core/options.js";
import { type Asker, ownText } from "./doors.js";
import { isUsable, readStep } from "./log.js";
import { matchSteps } from "./matching.js";
import { type Context, namesIn } from "./names.js";
import type { SqlSource } from "./options.js";
import { tellApart } from "./pipeline.js";
import { readSource, SOURCE_OPTIONS, type Source } from "./source.js";
import { type Step, statement } from "./statement.js";
import { join, type Sql, sql } from "./text.js";

/** The statement of the cleaning report: what came in, what was kept, what was left out and why. */
export function answerProfile(asker: Asker, options: SqlSource): string {
  checkOptions(asker.caller, options, [...SOURCE_OPTIONS, "output"]);
  const context = { asker, names: namesIn(asker.dialect, options.from) };
  const source = readSource(asker, options);
  const isMatched = source.returns === "match";
  const { hasOrders, hasProducts } = tellApart(source);
  const wanted = { time: isMatched, orderId: true, product: hasProducts, quantity: isMatched };
  const judged = judgedStep(context, source);
  const { cte } = context.names;
  const kept = {
    name: cte.log,
    body: sql`
      SELECT *
      FROM ${cte.judged}
      WHERE ${context.names.fate} = ${KEPT(context)}
    `,
  };
  const matched = isMatched
    ? matchSteps(context, { ...tellApart(source), from: cte.log, knows: undefined }, sql``)
    : [];
  const lines = matched.at(-1)?.name ?? cte.log;
  const counted = countedSteps(context, lines, { isMatched, hasOrders, hasProducts });
  return statement(
    [readStep(asker, context.names, source, wanted), judged, kept, ...matched, ...counted],
    figures(context, source, { isMatched, hasOrders, hasProducts }),
  );
}

const KEPT = ({ asker }: Context) => ownText(asker.dialect, "kept");

/** The reasons of a report in the order in which they apply. */
function reasonsOf({ asker }: Context, { rules, returns }: Source): Sql[] {
  const own = (name: string) => ownText(asker.dialect, name);
  const faults = ["missingCustomer", "invalidDate", "invalidAmount"].map(own);
  return [...faults, ...rules.map(({ text }) => text), ...(returns === "drop" ? [own("return")] : [])];
}

/** Every row with its fate: kept, or the first reason to leave it out. */
function judgedStep(context: Context, { rules, returns }: Source): Step {
  const { asker, names: n } = context;
  const own = (name: string) => ownText(asker.dialect, name);
  const sound = [
    ...(rules.length > 0 ? [sql`WHEN ${n.reason} IS NOT NULL THEN ${n.reason}`] : []),
    ...(returns === "drop" ? [sql`WHEN ${n.amount} < 0 THEN ${own("return")}`] : []),
  ];
  return {
    name: n.cte.judged,
    body: sql`
      SELECT *,
        CASE
          WHEN ${n.customerId} IS NULL THEN ${own("missingCustomer")}
          WHEN ${n.day} IS NULL THEN ${own("invalidDate")}
          WHEN ${n.amount} IS NULL OR NOT ${isUsable(asker, n)} THEN ${own("invalidAmount")}
          ${join([...sound, sql`ELSE ${KEPT(context)}`], "\n")}
        END AS ${n.fate}
      FROM ${n.cte.read}
    `,
  };
}

interface Shape {
  readonly isMatched: boolean;
  readonly hasOrders: boolean;
  readonly hasProducts: boolean;
}

/** Counts by fate, by order and over all kept lines. */
function countedSteps({ asker, names: n }: Context, lines: Sql, shape: Shape): Step[] {
  const { dialect } = asker;
  const sum = (value: Sql) => sql`COALESCE(CAST(${dialect.total(value)} AS ${dialect.types.double}), 0)`;
  const usable = sql`CASE WHEN ${isUsable(asker, n)} THEN ${n.amount} END`;
  const isReturn = sql`${n.amount} < 0`;
  const isPurchase = sql`${n.amount} >= 0${shape.isMatched ? sql` AND ${n.undone} = 0` : sql``}`;
  const isUndoing = sql`${isReturn} AND ${shape.isMatched ? sql`${n.undone} = 1` : sql`1 = 0`}`;
  const key = shape.hasOrders ? sql`, ${n.orderId}` : sql``;
  const orders = shape.hasOrders ? sql`CASE WHEN ${n.orderId} IS NULL THEN ${n.count} ELSE 1 END` : n.count;
  return [
    {
      name: n.cte.fates,
      body: sql`
        SELECT ${n.fate}, count(*) AS ${n.count}, ${sum(usable)} AS ${n.total}
        FROM ${n.cte.judged}
        GROUP BY ${n.fate}
      `,
    },
    {
      name: n.cte.baskets,
      body: sql`
        SELECT ${n.customerId}${key}, count(*) AS ${n.count}
        FROM ${lines}
        WHERE ${isPurchase}
        GROUP BY ${n.customerId}${key}
      `,
    },
    {
      name: n.cte.bought,
      body: sql`
        SELECT count(DISTINCT ${n.customerId}) AS ${n.customers}, COALESCE(sum(${orders}), 0) AS ${n.count}
        FROM ${n.cte.baskets}
      `,
    },
    {
      name: n.cte.whole,
      body: sql`
        SELECT
          min(${n.day}) AS ${n.first},
          max(${n.day}) AS ${n.last},
          count(DISTINCT ${n.customerId}) AS ${n.customers},
          count(CASE WHEN ${isReturn} THEN 1 END) AS ${n.returned},
          ${sum(sql`CASE WHEN ${isReturn} THEN ${n.amount} END`)} AS ${n.total},
          count(CASE WHEN ${isUndoing} THEN 1 END) AS ${n.undone},
          ${shape.hasOrders ? sql`count(CASE WHEN ${n.orderId} IS NULL THEN 1 END)` : sql`0`} AS ${n.count},
          ${shape.hasProducts ? sql`count(DISTINCT ${n.product})` : sql`0`} AS ${n.product}
        FROM ${lines}
      `,
    },
  ];
}

/** One line of the report, and the step it is read from. */
interface Figure {
  readonly name: string;
  readonly from: Sql;
  readonly count?: Sql;
  readonly amount?: Sql;
  readonly day?: Sql;
}

/** The lines of the report. */
function figures(context: Context, source: Source, shape: Shape): Sql {
  const { asker, names: n } = context;
  const { dialect } = asker;
  const { cte } = n;
  const of = (fate: Sql, column: Sql) =>
    sql`COALESCE(sum(CASE WHEN ${n.fate} = ${fate} THEN ${column} END), 0)`;
  const fateLine = (name: string, fate: Sql): Figure => ({
    name,
    from: cte.fates,
    count: of(fate, n.count),
    amount: of(fate, n.total),
  });
  const names = ["missingCustomer", "invalidDate", "invalidAmount", ...source.rules.map(({ name }) => name)];
  if (source.returns === "drop") names.push("return");
  const reasons = reasonsOf(context, source);
  const lines: Figure[] = [
    { name: "rowsRead", from: cte.fates, count: sql`COALESCE(sum(${n.count}), 0)` },
    fateLine("rowsKept", KEPT(context)),
    ...names.map((name, i) => fateLine(`dropped.${name}`, reasons[i])),
    { name: "returns", from: cte.whole, count: n.returned, amount: n.total },
    ...(shape.isMatched ? [{ name: "returns.matched", from: cte.whole, count: n.undone }] : []),
    { name: "customers", from: cte.whole, count: n.customers },
    {
      name: "customersWithoutPurchase",
      from: sql`${cte.whole} CROSS JOIN ${cte.bought}`,
      count: sql`${cte.whole}.${n.customers} - ${cte.bought}.${n.customers}`,
    },
    { name: "orders", from: cte.bought, count: n.count },
    ...(shape.hasOrders ? [{ name: "rowsWithoutOrder", from: cte.whole, count: n.count }] : []),
    ...(shape.hasProducts ? [{ name: "products", from: cte.whole, count: n.product }] : []),
    { name: "firstDay", from: cte.whole, day: dialect.dayText(n.first) },
    { name: "lastDay", from: cte.whole, day: dialect.dayText(n.last) },
  ];
  const { integer, double, text } = dialect.types;
  const none = sql`NULL`;
  const selects = lines.map(
    ({ name, from, count = none, amount = none, day = none }, place) => sql`
      SELECT
        ${ownText(dialect, name)} AS ${n.figure}, CAST(${count} AS ${integer}) AS ${n.rows},
        CAST(${amount} AS ${double}) AS ${n.revenue}, CAST(${day} AS ${text}) AS ${n.value}, ${place} AS ${n.place}
      FROM ${from}
    `,
  );
  return sql`
    SELECT ${n.figure}, ${n.rows} AS ${n.count}, ${n.revenue} AS ${n.amount}, ${n.value} AS ${n.day}
    FROM (
      ${join(selects, "\nUNION ALL\n")}
    ) AS report
    ORDER BY ${n.place}
  `;
}
