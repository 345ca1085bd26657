import { type Bins, SCORES } from "../core/bins.js";
import { DIMENSIONS } from "../core/cuts.js";
import type { Ruler } from "./cuts.js";
import { ownText } from "./doors.js";
import type { Context } from "./names.js";
import type { Step } from "./statement.js";
import { join, type Sql, sql } from "./text.js";

/** The score of a value: a step for each cut point that it is above. Points ascend, so the first it is not above tells. */
function ladder(value: Sql, cuts: readonly Sql[], bins: number, falls: boolean): Sql {
  const scoreAt = (place: number) => (falls ? bins - place : 1 + place);
  if (cuts.length === 0) return sql`1`;
  const rungs = cuts.map((cut, place) => sql`WHEN ${value} <= ${cut} THEN ${scoreAt(place)}`);
  return sql`
    CASE
      ${join(rungs, "\n")}
      ELSE ${scoreAt(cuts.length)}
    END
  `;
}

/** Customers with their scores, and these as one cell. */
export function scoredStep(
  { asker, names: n }: Context,
  { cuts, isFitted }: Ruler,
  bins: Bins,
  { name, from }: { readonly name: Sql; readonly from: Sql },
): Step {
  const { dialect } = asker;
  const scores = DIMENSIONS.map(([score, column], i) => {
    return sql`${ladder(n[column], cuts[i], bins[score], score === "r")} AS ${n[score]}`;
  });
  const joint = SCORES.some((score) => bins[score] > 9) ? [ownText(dialect, "-")] : [];
  const digits = SCORES.flatMap((score, i) => [
    ...(i > 0 ? joint : []),
    sql`CAST(${n[score]} AS ${dialect.types.text})`,
  ]);
  return {
    name,
    body: sql`
      SELECT *, ${dialect.concat(digits)} AS ${n.rfm}
      FROM (
        SELECT
          ${join(
            CUSTOMER.map((column) => n[column]),
            ", ",
          )},
          ${join(scores, ",\n")}
        FROM ${from}${isFitted ? sql` CROSS JOIN ${n.cte.cuts}` : sql``}
      ) AS digits
    `,
  };
}

/** What the step `customers` gives. */
export const CUSTOMER = ["customerId", "recency", "frequency", "monetary", "tenure"] as const;
