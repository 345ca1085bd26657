import { DIMENSIONS } from "../core/cuts.js";
import { decimal, double, ownName, ownText } from "./doors.js";
import type { Context } from "./names.js";
import type { ScorePlan } from "./plan.js";
import type { Step } from "./statement.js";
import { join, type Sql, sql } from "./text.js";

/** Where cut points come from: those given are literals, the others columns of the step `cuts`. */
export interface Ruler {
  /** The steps that find the cut points, none where all are given. */
  readonly steps: readonly Step[];
  /** For each of {@link DIMENSIONS}, b − 1 ascending points for b bins. */
  readonly cuts: readonly (readonly Sql[])[];
  /** Whether `cuts` has to be joined. */
  readonly isFitted: boolean;
}

/** Literals of given cut points, and the steps that find the others among the customers of `from`. */
export function rulerOf(
  context: Context,
  { plan, estimate }: Pick<ScorePlan, "plan" | "estimate">,
  from: Sql,
): Ruler {
  const { dialect } = context.asker;
  const cuts = plan.map(({ bins, cuts }, i) => {
    if (cuts !== undefined) return cuts.map((cut) => double(dialect, cut));
    return Array.from({ length: bins - 1 }, (_, k) => cutName(context, DIMENSIONS[i][1], k + 1));
  });
  const wanted = plan.flatMap(({ bins, cuts }, i) =>
    cuts === undefined && bins > 1 ? [{ column: DIMENSIONS[i][1], bins }] : [],
  );
  if (wanted.length === 0) return { steps: [], cuts, isFitted: false };
  const steps =
    estimate === undefined
      ? exactSteps(context, wanted, from)
      : [estimateStep(context, wanted, from, estimate)];
  return { steps, cuts, isFitted: true };
}

interface Wanted {
  readonly column: (typeof DIMENSIONS)[number][1];
  readonly bins: number;
}

const cutName = ({ asker }: Context, column: string, step: number) =>
  ownName(asker.dialect, `${column}${step}`);

/**
 * The type-7 quantiles at 1/b, 2/b, … of each column. Their places among the sorted values are whole numbers, found by
 * integer division; between two values a point is interpolated as the library does, and it never falls below the one
 * before.
 */
function exactSteps(context: Context, wanted: readonly Wanted[], from: Sql): Step[] {
  const { asker, names: n } = context;
  const { dialect } = asker;
  const text = (value: string) => ownText(dialect, value);
  const ranked = wanted.map(
    ({ column }) => sql`
      SELECT
        ${text(column)} AS ${n.dimension},
        CAST(${n[column]} AS ${dialect.types.double}) AS ${n.value},
        row_number() OVER (ORDER BY ${n[column]}) - 1 AS ${n.place}
      FROM ${from}
    `,
  );
  const rows = wanted.flatMap(({ column, bins }) =>
    Array.from({ length: bins - 1 }, (_, k) => [text(column), sql`${k + 1}`, sql`${bins}`]),
  );
  const position = sql`(${n.count} - 1) * ${n.step}`;
  const points = wanted.flatMap(({ column, bins }) =>
    Array.from({ length: bins - 1 }, (_, k) => {
      const own = sql`${n.dimension} = ${text(column)} AND ${n.step} = ${k + 1}`;
      return sql`max(CASE WHEN ${own} THEN ${n.point} END) AS ${cutName(context, column, k + 1)}`;
    }),
  );
  return [
    { name: n.cte.ranked, body: join(ranked, "\nUNION ALL\n") },
    {
      name: n.cte.steps,
      body: sql`
        SELECT
          ${n.dimension}, ${n.step}, ${n.bins},
          ${dialect.quotient(position, n.bins)} AS ${n.place},
          ${dialect.remainder(position, n.bins)} AS ${n.rest}
        FROM ${dialect.rows([n.dimension, n.step, n.bins], rows)}
        CROSS JOIN (SELECT count(*) AS ${n.count} FROM ${from}) AS counted
      `,
    },
    {
      name: n.cte.neighbours,
      body: sql`
        SELECT
          ${n.cte.steps}.${n.dimension} AS ${n.dimension},
          ${n.cte.steps}.${n.step} AS ${n.step},
          ${n.rest},
          low.${n.value} AS ${n.low},
          high.${n.value} AS ${n.high},
          (low.${n.value} * (${n.bins} - ${n.rest}) + high.${n.value} * ${n.rest}) / ${n.bins} AS ${n.between}
        FROM ${n.cte.steps}
        JOIN ${n.cte.ranked} AS low
          ON low.${n.dimension} = ${n.cte.steps}.${n.dimension} AND low.${n.place} = ${n.cte.steps}.${n.place}
        LEFT JOIN ${n.cte.ranked} AS high
          ON high.${n.dimension} = ${n.cte.steps}.${n.dimension} AND high.${n.place} = ${n.cte.steps}.${n.place} + 1
      `,
    },
    {
      name: n.cte.cut_points,
      body: sql`
        SELECT
          ${n.dimension}, ${n.step},
          CASE
            WHEN ${n.rest} > 0 AND ${n.between} >= ${n.low} AND ${n.between} < ${n.high} THEN ${n.between}
            ELSE ${n.low}
          END AS ${n.cut}
        FROM ${n.cte.neighbours}
      `,
    },
    {
      name: n.cte.cuts,
      body: sql`
        SELECT
          ${join(points, ",\n")}
        FROM (
          SELECT
            ${n.dimension}, ${n.step},
            max(${n.cut}) OVER (PARTITION BY ${n.dimension} ORDER BY ${n.step}) AS ${n.point}
          FROM ${n.cte.cut_points}
        ) AS ascending
      `,
    },
  ];
}

/** The engine's estimates of the same quantiles. */
function estimateStep(
  context: Context,
  wanted: readonly Wanted[],
  from: Sql,
  estimate: NonNullable<ScorePlan["estimate"]>,
): Step {
  const { dialect } = context.asker;
  const points = wanted.flatMap(({ column, bins }) =>
    Array.from({ length: bins - 1 }, (_, k) => {
      const value = sql`CAST(${context.names[column]} AS ${dialect.types.double})`;
      const at = decimal((k + 1) / bins);
      return sql`${estimate(value, at)} AS ${cutName(context, column, k + 1)}`;
    }),
  );
  return {
    name: context.names.cte.cuts,
    body: sql`
      SELECT
        ${join(points, ",\n")}
      FROM ${from}
    `,
  };
}
