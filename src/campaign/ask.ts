import type { ScoreTriple } from "../core/bins.js";
import { checkOptions } from "../core/options.js";
import type { SchemeBinsOption } from "../segment/scheme.js";
import { type Finding, findCustomers, rank, readWorth } from "./answer.js";
import { placesWhere, type ScoreWhere, type WhereOptions } from "./where.js";

/** Finds the customers within ranges of scores, by falling value. O(n log n). */
export function findWhere<C extends ScoreTriple>(
  caller: string,
  scored: readonly C[],
  options: WhereOptions<C, SchemeBinsOption>,
  usual: ScoreWhere,
): Finding<C> {
  checkOptions(caller, options, ["where", "bins", "value"]);
  const values = readWorth(caller, scored, options.value);
  const places = placesWhere(caller, scored, options, usual);
  return findCustomers(scored, values, rank(places, values));
}
