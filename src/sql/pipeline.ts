import { customersStep, keysOf, ordersStep } from "./customers.js";
import { type Ruler, rulerOf } from "./cuts.js";
import { logStep, readStep, type Wanted } from "./log.js";
import { matchSteps } from "./matching.js";
import type { Context } from "./names.js";
import type { ScorePlan, StepPlan } from "./plan.js";
import { segmentOf } from "./scheme.js";
import { CUSTOMER, scoredStep } from "./scores.js";
import type { Source } from "./source.js";
import { storedStep } from "./state.js";
import type { Step } from "./statement.js";
import { join, type Sql, sql } from "./text.js";
import type { SqlWindow } from "./window.js";

/** Steps, the last of which has these columns. */
export interface Part {
  readonly steps: readonly Step[];
  readonly name: Sql;
  readonly columns: readonly Sql[];
}

/** From the table to the rows that are kept. */
export function logSteps({ asker, names }: Context, source: Source, wanted: Wanted): Step[] {
  if (source.isStored) return [storedStep(asker, names, source)];
  return [readStep(asker, names, source, wanted), logStep(asker, names, source)];
}

/** From the rows that are kept to customers as of a day. */
export function customerSteps(
  context: Context,
  source: Source,
  { counting }: Pick<StepPlan, "counting">,
  window: SqlWindow,
  suffix = sql``,
): Part {
  const { cte } = context.names;
  const keys = keysOf(counting, source.columns.orderId !== undefined);
  const [orders, name] = [sql`${cte.orders}${suffix}`, sql`${cte.customers}${suffix}`];
  const matched = source.returns === "match" ? undoneSteps(context, source, window, suffix) : [];
  const lines = matched.at(-1)?.name ?? cte.log;
  const windowed = { ...context, window };
  const steps = [
    ...matched,
    ordersStep(windowed, orders, lines, keys, source),
    customersStep(windowed, name, orders, keys, counting),
  ];
  return { steps, name, columns: CUSTOMER.map((column) => context.names[column]) };
}

function undoneSteps(context: Context, source: Source, window: SqlWindow, suffix: Sql): Step[] {
  return matchSteps(
    context,
    { ...tellApart(source), from: context.names.cte.log, knows: window.knows },
    suffix,
  );
}

/** What of the columns tells the lines of a moment apart. */
export function tellApart({ columns }: Source) {
  return {
    hasOrders: columns.orderId !== undefined,
    hasProducts: columns.product !== undefined,
    hasQuantities: columns.quantity !== undefined,
  };
}

/** What the log has to hold for the customers of a window. */
export function wantedFor(source: Source, { counting }: Pick<StepPlan, "counting">): Wanted {
  const isMatched = source.returns === "match";
  const { orderId } = keysOf(counting, source.columns.orderId !== undefined);
  return {
    time: isMatched || counting.recency === "elapsed",
    orderId: orderId || isMatched,
    product: isMatched,
    quantity: isMatched,
  };
}

/** The cut points to score by, found among customers. */
export function openRuler(context: Context, scores: ScorePlan, customers: Sql): Ruler {
  return rulerOf(context, scores, customers);
}

/** Scores and segments put to customers, as far as they are asked for. */
export function placeSteps(
  context: Context,
  { scores, scheme }: StepPlan,
  ruler: Ruler | undefined,
  customers: Omit<Part, "steps">,
  suffix = sql``,
): Part {
  const { names: n, asker } = context;
  if (scores === undefined || ruler === undefined) return { ...customers, steps: [] };
  const name = sql`${n.cte.scored}${suffix}`;
  const scored = scoredStep(context, ruler, scores.bins, { name, from: customers.name });
  const columns = [...customers.columns, n.r, n.f, n.m, n.rfm];
  if (scheme === undefined) return { steps: [scored], name, columns };
  const segmented = {
    name: sql`${n.cte.segmented}${suffix}`,
    body: sql`
      SELECT
        ${join(columns, ", ")},
        ${segmentOf(asker, scheme, n)} AS ${n.segment}
      FROM ${name}
    `,
  };
  return { steps: [scored, segmented], name: segmented.name, columns: [...columns, n.segment] };
}
