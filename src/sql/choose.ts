import { checkChoice } from "../core/options.js";
import type { Dialect, SqlDialect } from "./dialect.js";
import { bigquery } from "./dialects/bigquery.js";
import { clickhouse } from "./dialects/clickhouse.js";
import { duckdb } from "./dialects/duckdb.js";
import { postgresql } from "./dialects/postgresql.js";
import { snowflake } from "./dialects/snowflake.js";
import { spark } from "./dialects/spark.js";
import { sqlite } from "./dialects/sqlite.js";

const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = {
  duckdb,
  postgresql,
  sqlite,
  spark,
  clickhouse,
  bigquery,
  snowflake,
};

/** The dialect of a name. */
export function dialectOf(caller: string, name: unknown): Dialect {
  return DIALECTS[checkChoice(caller, "dialect", name, Object.keys(DIALECTS) as SqlDialect[])];
}
