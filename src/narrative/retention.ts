import { fsum } from "d3-array";
import type { CohortPeriod } from "../migration/cohort-types.js";
import type { Sentence } from "./sentence.js";
import type { Teller } from "./teller.js";

/** Periods after the first purchase that are spoken of. */
const PERIODS = [1, 3, 6, 12];

/** Who bought again so many periods on, of all cohorts whose period was seen to its end. */
export function tellRetention({ say, count, share }: Teller, rows: readonly CohortPeriod[]): Sentence[] {
  return PERIODS.flatMap((period) => {
    const seen = rows.filter((row) => row.period === period && row.complete);
    const size = fsum(seen.map((row) => row.size));
    if (size === 0) return [];
    const customers = fsum(seen.map((row) => row.customers));
    const pieces = {
      period: count(period),
      size: count(size),
      customers: count(customers),
      retained: share(customers / size),
    };
    const isWeekly = seen[0].cohort.includes("W");
    return [say("migration", isWeekly ? "retentionWeek" : "retentionMonth", pieces)];
  });
}
