import { checkOptions } from "../core/options.js";
import { customersStep, keysOf, ordersStep } from "./customers.js";
import { rulerOf } from "./cuts.js";
import type { Asker } from "./doors.js";
import { logStep, readStep } from "./log.js";
import { type Names, namesIn } from "./names.js";
import type { SqlSource, SqlSteps } from "./options.js";
import { readSteps, STEP_OPTIONS, type StepPlan } from "./plan.js";
import { segmentOf } from "./scheme.js";
import { CUSTOMER, scoredSteps } from "./scores.js";
import { readSource, SOURCE_OPTIONS } from "./source.js";
import { type Step, statement } from "./statement.js";
import { join, type Sql, sql } from "./text.js";
import { readWindow } from "./window.js";

/** The statement of every customer's figures, scores and segment. */
export function answerCustomers(asker: Asker, options: SqlSource & SqlSteps): string {
  checkOptions(asker.caller, options, [...SOURCE_OPTIONS, ...STEP_OPTIONS, "scores", "scheme", "output"]);
  const { steps, name, columns } = segmentedSteps(asker, options);
  return statement(
    steps,
    sql`
      SELECT ${join(columns, ", ")}
      FROM ${name}
    `,
  );
}

/** The steps to segmented customers, as far as they are asked for. */
function segmentedSteps(asker: Asker, options: SqlSource & SqlSteps) {
  const names = namesIn(asker.dialect, options.from);
  const context = { asker, names };
  const source = readSource(asker, options);
  const plan = readSteps(asker, options);
  const window = readWindow(asker, names, source.zone, plan.counting.recency === "elapsed", options);
  const keys = keysOf(plan.counting, source.columns.orderId !== undefined);
  const wanted = { time: window.elapsed, orderId: keys.orderId, product: false, quantity: false };
  const counted = { ...context, window };
  const steps = [
    readStep(asker, names, source, wanted),
    logStep(asker, names, source),
    ordersStep(counted, names.cte.orders, names.cte.log, keys),
    customersStep(counted, names.cte.customers, names.cte.orders, keys, plan.counting),
  ];
  return { ...placedSteps(context, plan, steps), names };
}

/** Scores and segments put to customers. */
function placedSteps(
  context: { readonly asker: Asker; readonly names: Names },
  plan: StepPlan,
  steps: Step[],
) {
  const { asker, names } = context;
  const columns = CUSTOMER.map((column) => names[column]);
  if (plan.scores === undefined) return { steps, name: names.cte.customers, columns };
  const { scores, scheme } = plan;
  const ruler = rulerOf(context, scores.plan, names.cte.customers, scores.quantiles);
  const scored = scoredSteps(context, ruler, scores.bins, {
    name: names.cte.scored,
    from: names.cte.customers,
  });
  const all = [...steps, ...ruler.steps, scored];
  const withScores = [...columns, names.r, names.f, names.m, names.rfm];
  if (scheme === undefined) return { steps: all, name: names.cte.scored, columns: withScores };
  const segment: Sql = segmentOf(asker, scheme, names);
  const segmented = {
    name: names.cte.segmented,
    body: sql`
      SELECT
        ${join(withScores, ", ")},
        ${segment} AS ${names.segment}
      FROM ${names.cte.scored}
    `,
  };
  return { steps: [...all, segmented], name: names.cte.segmented, columns: [...withScores, names.segment] };
}
