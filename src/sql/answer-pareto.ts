import { checkChoice, checkOptions } from "../core/options.js";
import { checkShare } from "../core/share.js";
import { type Asker, double } from "./doors.js";
import { type Context, namesIn } from "./names.js";
import type { ParetoSqlOptions } from "./options.js";
import { customerSteps, logSteps, wantedFor } from "./pipeline.js";
import { readSteps, STEP_OPTIONS } from "./plan.js";
import { originOptions, readOrigin, tableOf } from "./state.js";
import { type Step, statement } from "./statement.js";
import { type Sql, sql } from "./text.js";
import { readWindow } from "./window.js";

/** The statement of how concentrated revenue is: one row. */
export function answerPareto(asker: Asker, options: ParetoSqlOptions): string {
  const { caller, dialect } = asker;
  const origin = originOptions(caller, options);
  checkOptions(caller, options, [...origin, ...STEP_OPTIONS, "top", "share", "negative", "output"]);
  const top = double(dialect, checkShare(caller, "top", options.top ?? 0.2));
  const share = double(dialect, checkShare(caller, "share", options.share ?? 0.8));
  const negative = checkChoice(caller, "negative", options.negative ?? "null", ["null", "floor"]);
  const context = { asker, names: namesIn(dialect, tableOf(options)) };
  const source = readOrigin(asker, context.names, options);
  const plan = readSteps(asker, { ...options, scores: false });
  const window = readWindow(context, source.zone, plan.counting.recency, options);
  const customers = customerSteps(context, source, plan, window);
  const steps = [
    ...logSteps(context, source, wantedFor(source, plan)),
    ...customers.steps,
    valuedStep(context, customers.name, negative),
    fallingStep(context),
    concentratedStep(context, top, share),
  ];
  return statement(steps, figures(context, top, share));
}

/** The values to measure. */
function valuedStep({ asker, names: n }: Context, from: Sql, negative: "null" | "floor"): Step {
  const floored = sql`CASE WHEN ${n.monetary} < 0 THEN 0 ELSE ${n.monetary} END`;
  return {
    name: n.cte.valued,
    body: sql`
      SELECT CAST(${negative === "floor" ? floored : n.monetary} AS ${asker.dialect.types.double}) AS ${n.value}
      FROM ${from}
    `,
  };
}

/** The values from the highest on, each with its place and what those before it add up to. */
function fallingStep({ asker, names: n }: Context): Step {
  const total = (over: Sql) => asker.dialect.total(n.value, sql` OVER ${over}`);
  const before = sql`(ORDER BY ${n.value} DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  return {
    name: n.cte.falling,
    body: sql`
      SELECT
        ${n.value},
        row_number() OVER (ORDER BY ${n.value} DESC) AS ${n.place},
        count(*) OVER () AS ${n.count},
        ${total(sql`()`)} AS ${n.total},
        COALESCE(${total(before)}, 0) AS ${n.held}
      FROM ${n.cte.valued}
    `,
  };
}

/**
 * A customer is of the top where the share of the customers before is below `top`, and needed for a share of revenue where
 * what those before hold is below it. Ascending, the i-th of n values has the weight 2i − n − 1 in the Gini coefficient.
 */
function concentratedStep({ asker, names: n }: Context, top: Sql, share: Sql): Step {
  const { dialect } = asker;
  const { double: real } = dialect.types;
  const sum = (value: Sql) => sql`CAST(${dialect.total(value)} AS ${real})`;
  const isTop = sql`CAST(${n.place} - 1 AS ${real}) / ${n.count} < ${top}`;
  const isNeeded = sql`${n.total} > 0 AND CAST(${n.held} AS ${real}) / CAST(${n.total} AS ${real}) < ${share}`;
  return {
    name: n.cte.concentrated,
    body: sql`
      SELECT
        CAST(count(*) AS ${dialect.types.integer}) AS ${n.customers},
        COALESCE(${sum(n.value)}, 0) AS ${n.revenue},
        ${sum(sql`CASE WHEN ${isTop} THEN ${n.value} ELSE 0 END`)} AS ${n.topRevenue},
        CAST(count(CASE WHEN ${isNeeded} THEN 1 END) AS ${dialect.types.integer}) AS ${n.needed},
        ${sum(sql`(${n.count} + 1 - 2 * ${n.place}) * ${n.value}`)} AS ${n.spread},
        min(${n.value}) AS ${n.least}
      FROM ${n.cte.falling}
    `,
  };
}

/** The answer: 0 where there is no revenue, NULL where a customer's total is negative. */
function figures({ asker, names: n }: Context, top: Sql, share: Sql): Sql {
  const { double: real } = asker.dialect.types;
  const answer = (value: Sql) =>
    sql`CASE WHEN ${n.least} < 0 THEN NULL WHEN ${n.revenue} > 0 THEN ${value} ELSE 0 END`;
  return sql`
    SELECT
      ${n.customers},
      ${n.revenue},
      ${top} AS ${n.top},
      ${answer(sql`${n.topRevenue} / ${n.revenue}`)} AS ${n.topShare},
      ${share} AS ${n.share},
      ${answer(n.needed)} AS ${n.customersForShare},
      ${answer(sql`CAST(${n.needed} AS ${real}) / ${n.customers}`)} AS ${n.customerShare},
      ${answer(sql`${n.spread} / (${n.customers} * ${n.revenue})`)} AS ${n.gini}
    FROM ${n.cte.concentrated}
  `;
}
