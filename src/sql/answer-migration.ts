import { checkOptions } from "../core/options.js";
import type { Asker } from "./doors.js";
import { namesIn } from "./names.js";
import type { MigrationSqlOptions } from "./options.js";
import { customerSteps, logSteps, openRuler, placeSteps, wantedFor } from "./pipeline.js";
import { needScheme, readSteps, STEP_OPTIONS } from "./plan.js";
import { originOptions, readOrigin, tableOf } from "./state.js";
import { statement } from "./statement.js";
import { sql } from "./text.js";
import { checkOrder, readWindow } from "./window.js";

/**
 * The statement of who moved from which segment to which between two days. Both are scored by the cut points of the
 * earlier one, so that whoever moves has changed, not the ruler.
 */
export function answerMigration(asker: Asker, options: MigrationSqlOptions): string {
  const origin = originOptions(asker.caller, options);
  const known = [...origin, ...STEP_OPTIONS, "scores", "scheme", "before", "output"];
  checkOptions(asker.caller, options, known);
  needScheme(asker, options);
  const context = { asker, names: namesIn(asker.dialect, tableOf(options)) };
  const { names: n } = context;
  const source = readOrigin(asker, context.names, options);
  const plan = readSteps(asker, options);
  const { recency } = plan.counting;
  const { asOf, before, since } = options;
  const windows = {
    before: readWindow(context, source.zone, recency, { asOf: before, since }, "before"),
    after: readWindow(context, source.zone, recency, { asOf, since }),
  };
  checkOrder(asker, source.zone, { before, asOf });
  const earlier = customerSteps(context, source, plan, windows.before, sql`_before`);
  const later = customerSteps(context, source, plan, windows.after, sql`_after`);
  const ruler = plan.scores && openRuler(context, plan.scores, earlier.name);
  const from = placeSteps(context, plan, ruler, earlier, sql`_before`);
  const to = placeSteps(context, plan, ruler, later, sql`_after`);
  const moved = {
    name: n.cte.moved,
    body: sql`
      SELECT
        ${n.customerId},
        max(CASE WHEN ${n.place} = 1 THEN ${n.segment} END) AS ${n.before},
        max(CASE WHEN ${n.place} = 2 THEN ${n.segment} END) AS ${n.after}
      FROM (
        SELECT ${n.customerId}, ${n.segment}, 1 AS ${n.place} FROM ${from.name}
        UNION ALL
        SELECT ${n.customerId}, ${n.segment}, 2 AS ${n.place} FROM ${to.name}
      ) AS both_days
      GROUP BY ${n.customerId}
    `,
  };
  return statement(
    [
      ...logSteps(context, source, wantedFor(source, plan)),
      ...[...earlier.steps, ...later.steps],
      ...(ruler?.steps ?? []),
      ...[...from.steps, ...to.steps],
      moved,
    ],
    sql`
      SELECT ${n.before}, ${n.after}, CAST(count(*) AS ${asker.dialect.types.integer}) AS ${n.customers}
      FROM ${n.cte.moved}
      GROUP BY ${n.before}, ${n.after}
      ORDER BY ${n.before}, ${n.after}
    `,
  );
}
