/**
 * The same numbers where the data lives: one SQL statement that does what the library does.
 *
 * @module rfm-kit/sql
 */
export { type ClusterSqlOptions, clusterSql } from "./cluster.js";
export { type CreateTableSqlOptions, createTableSql } from "./create-table.js";
export type { SqlDialect } from "./dialect.js";
export { type MergeSqlOptions, mergeSql } from "./merge.js";
export type {
  CustomersSqlOptions,
  MigrationSqlOptions,
  ParetoSqlOptions,
  ProfileSqlOptions,
  RfmSqlOptions,
  SqlColumns,
  SqlCondition,
  SqlFit,
  SqlOrigin,
  SqlSource,
  SqlState,
  SqlSteps,
  SqlValue,
  TableName,
} from "./options.js";
export { rfmSql } from "./rfm-sql.js";
export { type SchemeSqlOptions, schemeSql } from "./scheme.js";
