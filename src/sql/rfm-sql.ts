import { checkChoice, checkOptions } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import { answerCustomers } from "./answer-customers.js";
import { answerMigration } from "./answer-migration.js";
import { answerPareto } from "./answer-pareto.js";
import { answerProfile } from "./answer-profile.js";
import { answerSegments } from "./answer-segments.js";
import { dialectOf } from "./choose.js";
import type { Asker } from "./doors.js";
import type { RfmSqlOptions } from "./options.js";

/**
 * One statement that gives, in a warehouse, what the library gives in memory: customers with their figures, scores and
 * segments, or what follows from them. A step of the statement is a common table expression, and its columns have the
 * library's names.
 *
 * Rows are read as `transactionLog` reads them with `invalid: "drop"`: those without a customer, a date or an amount are
 * left out. Columns of timestamps with a time zone, and text with an offset, are instants and fall on the day of
 * `timeZone`; other timestamps mean the day that is written, whatever the zone of the session.
 *
 * `decimals` makes monetary the same to the last digit wherever amounts have as many decimals at most. Without it totals
 * agree to 1e-9 of themselves, because engines add doubles up in an order of their own.
 *
 * Cost of the statement: one pass over the rows, a sort of the customers for each figure that is cut by quantiles.
 *
 * In place of a table of transactions it reads a stored state, `state`, that {@link mergeSql} keeps.
 *
 * @param options the table and its columns, the same options as `transactionLog` and `computeRfm`, and `output`.
 * @returns the statement, without a semicolon.
 * @throws RfmError on names that cannot be quoted, on what the engine cannot do exactly, and as `computeRfm`.
 * @example
 * ```ts
 * import { rfmSql } from "rfm-kit/sql";
 *
 * const statement = rfmSql({
 *   dialect: "duckdb",
 *   from: "orders",
 *   columns: { customerId: "customer", orderId: "order", date: "day", amount: "amount" },
 *   asOf: "2024-03-31",
 *   output: "customers",
 * });
 * statement.startsWith("WITH\nread AS ("); // => true
 * ```
 */
export function rfmSql(options: RfmSqlOptions): string {
  const caller = "rfmSql";
  if (!isPlain(options)) checkOptions(caller, options, []);
  const { output, dialect } = options;
  const outputs = Object.keys(ANSWERS) as (keyof typeof ANSWERS)[];
  const answer = ANSWERS[checkChoice(caller, "output", output, outputs)] as Answer;
  return answer({ caller, dialect: dialectOf(caller, dialect) }, options);
}

type Answer = (asker: Asker, options: RfmSqlOptions) => string;

const ANSWERS = {
  customers: answerCustomers,
  segments: answerSegments,
  pareto: answerPareto,
  profile: answerProfile,
  migration: answerMigration,
} as const;
