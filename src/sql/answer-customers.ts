import { checkOptions } from "../core/options.js";
import type { Asker } from "./doors.js";
import { namesIn } from "./names.js";
import type { SqlOrigin, SqlSteps } from "./options.js";
import { customerSteps, logSteps, openRuler, type Part, placeSteps, wantedFor } from "./pipeline.js";
import { readSteps, STEP_OPTIONS } from "./plan.js";
import { originOptions, readOrigin, tableOf } from "./state.js";
import { statement } from "./statement.js";
import { join, sql } from "./text.js";
import { readWindow } from "./window.js";

/** The statement of every customer's figures, scores and segment. */
export function answerCustomers(asker: Asker, options: SqlOrigin & SqlSteps): string {
  const origin = originOptions(asker.caller, options);
  checkOptions(asker.caller, options, [...origin, ...STEP_OPTIONS, "scores", "scheme", "output"]);
  const { steps, name, columns } = segmentedSteps(asker, options);
  return statement(
    steps,
    sql`
      SELECT ${join(columns, ", ")}
      FROM ${name}
    `,
  );
}

/** The steps from the table to segmented customers, as far as they are asked for. */
export function segmentedSteps(asker: Asker, options: SqlOrigin & SqlSteps): Part {
  const context = { asker, names: namesIn(asker.dialect, tableOf(options)) };
  const source = readOrigin(asker, context.names, options);
  const plan = readSteps(asker, options);
  const window = readWindow(context, source.zone, plan.counting.recency, options);
  const log = logSteps(context, source, wantedFor(source, plan));
  const customers = customerSteps(context, source, plan, window);
  const ruler = plan.scores && openRuler(context, plan.scores, customers.name);
  const placed = placeSteps(context, plan, ruler, customers);
  return { ...placed, steps: [...log, ...customers.steps, ...(ruler?.steps ?? []), ...placed.steps] };
}
