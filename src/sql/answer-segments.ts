import { checkOptions } from "../core/options.js";
import { segmentedSteps } from "./answer-customers.js";
import { type Asker, ownText } from "./doors.js";
import { namesIn } from "./names.js";
import type { SqlOrigin, SqlSteps } from "./options.js";
import { needScheme, STEP_OPTIONS } from "./plan.js";
import { originOptions, tableOf } from "./state.js";
import { statement } from "./statement.js";
import { join, type Sql, sql } from "./text.js";

/** The figures that have a mean and a median, and what a summary calls these. */
const FIGURES = [
  { column: "recency", place: "recencyPlace", mean: "meanRecency", median: "medianRecency" },
  { column: "frequency", place: "frequencyPlace", mean: "meanFrequency", median: "medianFrequency" },
  { column: "monetary", place: "monetaryPlace", mean: "meanMonetary", median: "medianMonetary" },
] as const;

/** The statement of the summary: a row a segment, in the order of the scheme, empty ones included. */
export function answerSegments(asker: Asker, options: SqlOrigin & SqlSteps): string {
  const origin = originOptions(asker.caller, options);
  checkOptions(asker.caller, options, [...origin, ...STEP_OPTIONS, "scores", "scheme", "output"]);
  const { segments } = needScheme(asker, options);
  const { steps, name } = segmentedSteps(asker, options);
  const { dialect } = asker;
  const n = namesIn(dialect, tableOf(options));
  const { double, integer } = dialect.types;
  const sum = (value: Sql) => sql`CAST(${dialect.total(value)} AS ${double})`;
  const places = FIGURES.map(
    ({ column, place }) =>
      sql`row_number() OVER (PARTITION BY ${n.segment} ORDER BY ${n[column]}) AS ${n[place]}`,
  );
  const means = FIGURES.flatMap(({ column, place, mean, median }) => {
    const isMiddle = sql`2 * ${n[place]} BETWEEN ${n.count} AND ${n.count} + 2`;
    return [
      sql`${sum(n[column])} / count(*) AS ${n[mean]}`,
      sql`avg(CASE WHEN ${isMiddle} THEN CAST(${n[column]} AS ${double}) END) AS ${n[median]}`,
    ];
  });
  const centred = FIGURES.flatMap(({ mean, median }) => [n[mean], n[median]]);
  const rows = segments.map((segment, place) => [ownText(dialect, segment), sql`${place}`]);
  const share = (part: Sql, whole: Sql) => sql`
    CASE WHEN ${whole} > 0 THEN CAST(COALESCE(${part}, 0) AS ${double}) / ${whole} WHEN ${whole} = 0 THEN 0 END
  `;
  return statement(
    [
      ...steps,
      {
        name: n.cte.ordered,
        body: sql`
          SELECT
            ${join([n.segment, n.recency, n.frequency, n.monetary], ", ")},
            ${join(places, ",\n")},
            count(*) OVER (PARTITION BY ${n.segment}) AS ${n.count}
          FROM ${name}
        `,
      },
      {
        name: n.cte.summary,
        body: sql`
          SELECT
            ${n.segment},
            count(*) AS ${n.customers},
            ${sum(n.monetary)} AS ${n.revenue},
            ${sum(n.frequency)} AS ${n.purchases},
            ${join(means, ",\n")}
          FROM ${n.cte.ordered}
          GROUP BY ${n.segment}
        `,
      },
      {
        name: n.cte.whole,
        body: sql`
          SELECT count(*) AS ${n.count}, COALESCE(${sum(n.monetary)}, 0) AS ${n.total}
          FROM ${name}
        `,
      },
    ],
    sql`
      SELECT
        given.${n.segment} AS ${n.segment},
        CAST(COALESCE(${n.customers}, 0) AS ${integer}) AS ${n.customers},
        ${share(n.customers, n.count)} AS ${n.share},
        COALESCE(${n.revenue}, 0) AS ${n.revenue},
        ${share(n.revenue, n.total)} AS ${n.revenueShare},
        ${join(centred, ",\n")},
        CASE WHEN ${n.purchases} > 0 THEN ${n.revenue} / ${n.purchases} END AS ${n.averageOrderValue}
      FROM ${dialect.rows([n.segment, n.place], rows)}
      CROSS JOIN ${n.cte.whole}
      LEFT JOIN ${n.cte.summary} ON ${n.cte.summary}.${n.segment} = given.${n.segment}
      ORDER BY ${n.place}
    `,
  );
}
