import { type ClusterModel, checkClusterModel } from "../cluster/model.js";
import { checkOptions } from "../core/options.js";
import { dialectOf } from "./choose.js";
import type { SqlDialect } from "./dialect.js";
import { type Asker, column, double, ownName } from "./doors.js";
import { type Context, namesIn } from "./names.js";
import type { TableName } from "./options.js";
import { numbered, pointsStep, preparedSteps } from "./prepared.js";
import { readTable } from "./source.js";
import { type Step, statement } from "./statement.js";
import { join, type Sql, sql } from "./text.js";

/** How {@link clusterSql} finds the customers. */
export interface ClusterSqlOptions<F extends string = string> {
  readonly dialect: SqlDialect;
  /** The table or view of the customers, with a column for each feature. */
  readonly from: TableName;
  /** The column of a feature, where it is not called as the feature. */
  readonly columns?: { readonly [K in F]?: string | undefined } | undefined;
}

/**
 * One statement that gives each customer of a table the nearest cluster of a frozen model, as `assignClusters` does in
 * memory: every column of the table, and `cluster`, `distance` and `margin`. The model's numbers become literals, so it is
 * fitted once on a laptop and places a billion customers in the warehouse. The table has no columns of these three names.
 *
 * A customer whose feature is NULL, not finite or cannot be transformed has NULL for all three, where `assignClusters`
 * refuses it. `margin` is NULL where the model has one cluster, and there `assignClusters` says `Infinity`. Clusters are
 * the same but where a customer stands half way between two within 1e-9; distances agree to 1e-9 of themselves,
 * margins to 1e-9 of the distance.
 *
 * Cost of the statement: two passes over the table. Customers with the same features are placed once and joined. Ranks
 * sort the values of each feature, and bring up to 10,000 values of each into the statement: ClickHouse wants its
 * `max_query_size` raised then.
 *
 * @param model from `fitClusters`, or read from JSON.
 * @returns the statement, without a semicolon.
 * @throws RfmError on a model of another kind or version, and on a name that cannot be quoted.
 * @example
 * ```ts
 * import { fitClusters } from "rfm-kit/cluster";
 * import { clusterSql } from "rfm-kit/sql";
 *
 * const customers = [
 *   { id: "ada", recency: 3, frequency: 9, monetary: 900 },
 *   { id: "bob", recency: 200, frequency: 1, monetary: 30 },
 *   { id: "eve", recency: 5, frequency: 7, monetary: 700 },
 * ];
 * const model = fitClusters(customers, { k: 2 });
 * const statement = clusterSql(model, { dialect: "duckdb", from: "customers", columns: { monetary: "revenue" } });
 * statement.includes('CAST(source."revenue" AS DOUBLE)'); // => true
 * ```
 */
export function clusterSql<F extends string>(model: ClusterModel<F>, options: ClusterSqlOptions<F>): string {
  const caller = "clusterSql";
  checkClusterModel(caller, model);
  checkOptions(caller, options, ["dialect", "from", "columns"]);
  const asker = { caller, dialect: dialectOf(caller, options.dialect) };
  const context = { asker, names: namesIn(asker.dialect, options.from) };
  const from = readTable(asker, "from", options.from);
  const columns = featureColumns(asker, model.features, options.columns);
  const steps = [
    pointsStep(context, from, columns, model),
    ...preparedSteps(context, model),
    distancesStep(context, model),
    nearestStep(context, model),
    placedStep(context, model),
  ];
  return statement(steps, answer(context, from, columns, model));
}

function featureColumns(asker: Asker, features: readonly string[], given: unknown = {}): Sql[] {
  checkOptions(asker.caller, given, features, "columns");
  const named = new Map(Object.entries(given as object));
  return features.map((feature) => column(asker, `columns.${feature}`, named.get(feature) ?? feature));
}

/** Coordinates farther away are refused: squares of distances would leave the doubles. */
const FARTHEST = 1e100;

const squaredName = ({ asker }: Context, k: number) => ownName(asker.dialect, `squared${k}`);

/** The squared distance to each center. */
function distancesStep(context: Context, { features, clusters }: ClusterModel): Step {
  const { asker, names } = context;
  const coordinates = features.map((_, j) => numbered(context, "x", j));
  const squared = clusters.map(({ center }, k) => {
    const squares = coordinates.map((x, j) => {
      const step = sql`(${x} - ${double(asker.dialect, center[j])})`;
      return sql`${step} * ${step}`;
    });
    return sql`${join(squares, " + ")} AS ${squaredName(context, k)}`;
  });
  const near = coordinates.map((x) => sql`abs(${x}) <= ${double(asker.dialect, FARTHEST)}`);
  return {
    name: names.cte.distances,
    body: sql`
      SELECT
        ${join([...features.map((_, j) => numbered(context, "value", j)), ...squared], ",\n")}
      FROM ${names.cte.prepared}
      WHERE ${join(near, "\nAND ")}
    `,
  };
}

function nearestStep(context: Context, { clusters }: ClusterModel): Step {
  const { names } = context;
  const squared = clusters.map((_, k) => squaredName(context, k));
  return {
    name: names.cte.nearest,
    body: sql`
      SELECT *, ${leastOf(context, squared)} AS ${names.near}
      FROM ${names.cte.distances}
    `,
  };
}

/** The first cluster at the least distance. */
function placedStep(context: Context, { clusters }: ClusterModel): Step {
  const { names } = context;
  const cases = clusters.map((_, k) => sql`WHEN ${squaredName(context, k)} THEN ${k}`);
  return {
    name: names.cte.placed,
    hint: context.asker.dialect.once,
    body: sql`
      SELECT
        *,
        CASE ${names.near}
          ${join(cases, "\n")}
        END AS ${names.cluster}
      FROM ${names.cte.nearest}
    `,
  };
}

/** More than any squared distance that is compared. */
const BEYOND = 1e300;

function answer(context: Context, from: Sql, columns: readonly Sql[], { clusters }: ClusterModel): Sql {
  const { asker, names: n } = context;
  const { integer, double: number } = asker.dialect.types;
  const { placed } = n.cte;
  const distance = sql`sqrt(${placed}.${n.near})`;
  const others = clusters.map((_, k) => {
    const beyond = double(asker.dialect, BEYOND);
    return sql`CASE WHEN ${placed}.${n.cluster} = ${k} THEN ${beyond} ELSE ${placed}.${squaredName(context, k)} END`;
  });
  const margin =
    clusters.length === 1
      ? sql`CAST(NULL AS ${number})`
      : sql`sqrt(${leastOf(context, others)}) - ${distance}`;
  const same = columns.map(
    (column, j) => sql`CAST(${column} AS ${number}) = ${placed}.${numbered(context, "value", j)}`,
  );
  return sql`
    SELECT
      source.*,
      CAST(${placed}.${n.cluster} AS ${integer}) AS ${n.cluster},
      ${distance} AS ${n.distance},
      ${margin} AS ${n.margin}
    FROM ${from} AS source
    LEFT JOIN ${placed}
      ON ${join(same, "\nAND ")}
  `;
}

function leastOf({ asker }: Context, values: readonly Sql[]): Sql {
  return values.length === 1 ? values[0] : asker.dialect.least(values);
}
