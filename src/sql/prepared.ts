import type { ClusterModel, ClusterPreparation } from "../cluster/model.js";
import { type Asker, double, ownName } from "./doors.js";
import type { Context, Names } from "./names.js";
import type { Step } from "./statement.js";
import { join, type Sql, sql } from "./text.js";

/** The column of a feature's value, of the logarithm of it, or of its coordinate. */
export function numbered({ asker }: Context, name: "value" | "log" | "x", j: number): Sql {
  return ownName(asker.dialect, `${name}${j + 1}`);
}

/** Values that sums and differences of two can hold. */
const LARGEST = 1e308;

/** The different values of the features, those left out that have no place: missing, not finite, without a logarithm. */
export function pointsStep(context: Context, from: Sql, columns: readonly Sql[], model: ClusterModel): Step {
  const { dialect } = context.asker;
  const values = columns.map((_, j) => numbered(context, "value", j));
  const read = columns.map((column, j) => sql`CAST(${column} AS ${dialect.types.double}) AS ${values[j]}`);
  const sound = values.flatMap((value) => [
    sql`abs(${value}) <= ${double(dialect, LARGEST)}`,
    ...(model.transform === "log" ? [sql`${value} > -1`] : []),
  ]);
  return {
    name: context.names.cte.points,
    body: sql`
      SELECT DISTINCT *
      FROM (
        SELECT
          ${join(read, ",\n")}
        FROM ${from} AS source
      ) AS figures
      WHERE ${join(sound, "\nAND ")}
    `,
  };
}

/** The points in the space in which distances are measured. */
export function preparedSteps(context: Context, model: ClusterModel): Step[] {
  if (model.transform === "rank") return rankedSteps(context, model);
  const { points, logs } = context.names.cte;
  if (model.transform === "none") return [preparedStep(context, model, points)];
  const written = model.features.map((_, j) => {
    const value = numbered(context, "value", j);
    const size = model.transform === "log" ? value : sql`abs(${value})`;
    return sql`${logarithm(size)} AS ${numbered(context, "log", j)}`;
  });
  const logsStep = {
    name: logs,
    body: sql`
      SELECT
        *,
        ${join(written, ",\n")}
      FROM ${points}
    `,
  };
  return [logsStep, preparedStep(context, model, logs)];
}

function preparedStep(context: Context, model: ClusterModel, from: Sql): Step {
  const scaled = model.preparation.map((part, j) =>
    coordinate(context, transformed(context, model, part, j), part, j),
  );
  return {
    name: context.names.cte.prepared,
    body: sql`
      SELECT
        ${join([...model.features.map((_, j) => numbered(context, "value", j)), ...scaled], ",\n")}
      FROM ${from}
    `,
  };
}

function transformed(
  context: Context,
  { transform }: ClusterModel,
  { lambda = 1 }: ClusterPreparation,
  j: number,
): Sql {
  const value = numbered(context, "value", j);
  const log = numbered(context, "log", j);
  if (transform === "yeo-johnson") return yeoJohnson(context, value, log, lambda);
  return transform === "log" ? log : value;
}

function coordinate(context: Context, value: Sql, { offset, factor }: ClusterPreparation, j: number): Sql {
  const { dialect } = context.asker;
  return sql`(${value} - ${double(dialect, offset)}) / ${double(dialect, factor)} AS ${numbered(context, "x", j)}`;
}

/** ln(1 + x) to the last digits: what 1 + x loses of a small x, the quotient gives back. */
function logarithm(x: Sql): Sql {
  return sql`CASE WHEN 1 + ${x} = 1 THEN ${x} ELSE ln(1 + ${x}) * (${x} / ((1 + ${x}) - 1)) END`;
}

/** Yeo and Johnson's power transform of a value, by the logarithm of 1 + |value|. */
function yeoJohnson({ asker }: Context, value: Sql, log: Sql, lambda: number): Sql {
  return sql`
    CASE WHEN ${value} >= 0
      THEN ${power(asker, log, lambda)}
      ELSE -${power(asker, log, 2 - lambda)}
    END
  `;
}

/** Below this e²ʸ − 1 is −1. */
const LEAST = -20;
/** Above this e²ʸ is more than a double holds. */
const MOST = 354;

/** (eˡ^λ − 1) / λ, with the numerator as 2 sinh(lλ / 2) e^(lλ / 2), which keeps its digits near 0. */
function power({ dialect }: Asker, log: Sql, lambda: number): Sql {
  if (lambda === 0) return log;
  const half = double(dialect, lambda / 2);
  const powered = sql`sinh(${half} * ${log}) * exp(${half} * ${log}) / ${half}`;
  return lambda > 0
    ? sql`(CASE WHEN ${half} * ${log} <= ${MOST} THEN ${powered} END)`
    : sql`(CASE WHEN ${half} * ${log} < ${LEAST} THEN ${double(dialect, -1 / lambda)} ELSE ${powered} END)`;
}

/** Values put to the last knot at or below them, and ranks interpolated from there to the next knot. */
function rankedSteps(context: Context, model: ClusterModel): Step[] {
  const { asker, names: n } = context;
  const { dialect } = asker;
  const { integer } = dialect.types;
  const { knots, located, ranks, points } = n.cte;
  const features = model.features.map((_, j) => ({ j, value: numbered(context, "value", j) }));
  const columns = [n.dimension, n.step, n.low, n.lowRank, n.high, n.highRank];
  const rows = model.preparation.flatMap((part, j) => knotRows(asker, part, j));
  const values = features.map(
    ({ j, value }) => sql`
      SELECT DISTINCT ${j + 1} AS ${n.dimension}, ${value} AS ${n.value}, CAST(NULL AS ${integer}) AS ${n.step}
      FROM ${points}
    `,
  );
  const scaled = model.preparation.map((part, j) =>
    coordinate(context, sql`${rankName(context, j)}.${n.rank}`, part, j),
  );
  const joins = features.map(({ j, value }) => {
    const own = rankName(context, j);
    return sql`JOIN ${ranks} AS ${own} ON ${own}.${n.dimension} = ${j + 1} AND ${own}.${n.value} = ${points}.${value}`;
  });
  return [
    {
      name: knots,
      hint: dialect.once,
      body: sql`
        SELECT ${join(columns, ", ")}
        FROM ${dialect.rows(columns, rows)}
      `,
    },
    {
      name: located,
      hint: dialect.once,
      body: sql`
        SELECT
          ${n.dimension}, ${n.value}, ${n.step},
          max(${n.step}) OVER (PARTITION BY ${n.dimension} ORDER BY ${n.value}) AS ${n.place}
        FROM (
          SELECT ${n.dimension}, ${n.low} AS ${n.value}, ${n.step}
          FROM ${knots}
          UNION ALL
          ${join(values, "\nUNION ALL\n")}
        ) AS placed_values
      `,
    },
    {
      name: ranks,
      hint: dialect.once,
      body: sql`
        SELECT
          ${located}.${n.dimension} AS ${n.dimension},
          ${located}.${n.value} AS ${n.value},
          ${interpolated(n)} AS ${n.rank}
        FROM ${located}
        JOIN ${knots}
          ON ${knots}.${n.dimension} = ${located}.${n.dimension}
          AND ${knots}.${n.step} = coalesce(${located}.${n.place}, 1)
        WHERE ${located}.${n.step} IS NULL
      `,
    },
    {
      name: n.cte.prepared,
      body: sql`
        SELECT
          ${join([...features.map(({ value }) => sql`${points}.${value} AS ${value}`), ...scaled], ",\n")}
        FROM ${points}
        ${join(joins, "\n")}
      `,
    },
  ];
}

const rankName = ({ asker }: Context, j: number) => ownName(asker.dialect, `rank${j + 1}`);

/** Each knot with the next one; the last is its own next. */
function knotRows({ dialect }: Asker, { knots }: ClusterPreparation, j: number): Sql[][] {
  const { values, ranks } = knots as Required<ClusterPreparation>["knots"];
  return values.map((value, i) => {
    const next = Math.min(i + 1, values.length - 1);
    const ends = [value, ranks[i], values[next], ranks[next]];
    return [sql`${j + 1}`, sql`${i + 1}`, ...ends.map((end) => double(dialect, end))];
  });
}

function interpolated(n: Names): Sql {
  const value = sql`${n.cte.located}.${n.value}`;
  return sql`
    CASE
      WHEN ${value} <= ${n.low} THEN ${n.lowRank}
      WHEN ${value} >= ${n.high} THEN ${n.highRank}
      ELSE ${n.lowRank} + ((${value} - ${n.low}) / (${n.high} - ${n.low})) * (${n.highRank} - ${n.lowRank})
    END
  `;
}
