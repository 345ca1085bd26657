import type { Merging, TableShape } from "./tables.js";
import type { Sql } from "./text.js";

/** The engines that statements are written for. Databricks speaks `"spark"`. */
export type SqlDialect =
  | "duckdb"
  | "postgresql"
  | "sqlite"
  | "spark"
  | "clickhouse"
  | "bigquery"
  | "snowflake";

/** What an engine says in its own way. One file each in `dialects`. */
export interface Dialect {
  readonly name: SqlDialect;
  /** The engine as people write it. */
  readonly title: string;
  /** The text of an identifier; what it is of stays one identifier whatever it holds. */
  quote(name: string): string;
  /** What is expected of a name that the engine would misread, cut or cannot hold; `undefined` of a sound one. */
  nameFault(name: string): string | undefined;
  /** The text of a string literal; `undefined` where the engine has none for it. */
  text(value: string): string | undefined;
  /** The text of a literal that is just this double. */
  double(value: number): string;
  /** Why days in a zone other than UTC cannot be had; `undefined` where they can. */
  readonly noZones: string | undefined;
  /** The types of results. */
  readonly types: {
    readonly integer: Sql;
    readonly double: Sql;
    readonly text: Sql;
    /** Whole numbers of 64 bits. */
    readonly long: Sql;
    /** What `day` gives. */
    readonly day: Sql;
  };
  /** What has a step worked out once, where the engine would do its work again for each use of it. */
  readonly once?: Sql;

  /** An identifier column; NULL where it holds "" or NaN. */
  identifier(column: Sql): Sql;
  /** The day of a date column, in the zone where it holds instants; NULL where it holds no date. */
  day(column: Sql, zone: Sql): Sql;
  /** Milliseconds since 1970 of a date column: of an instant, or of the wall clock as written. */
  time(column: Sql): Sql;
  /** A number in the type that amounts are added up in. */
  amount(column: Sql): Sql;
  /** The day `YYYY-MM-DD`. */
  dayLiteral(day: Sql): Sql;
  /** A day as text `YYYY-MM-DD`. */
  dayText(day: Sql): Sql;
  /** Whole days from one day to another. */
  daysBetween(earlier: Sql, later: Sql): Sql;

  /** A sum that the order of the rows does not change, or hardly; over a window where ` OVER (…)` is given. */
  total(amount: Sql, over?: Sql): Sql;
  /** Rounded to decimals, halves away from zero, never -0. */
  rounded(value: Sql, decimals: number): Sql;
  /** The quotient of whole numbers from 0 up, rounded down. */
  quotient(dividend: Sql, divisor: Sql): Sql;
  remainder(dividend: Sql, divisor: Sql): Sql;
  /** Texts one after the other. */
  concat(parts: readonly Sql[]): Sql;
  /** What to partition by so that equal numbers stand together. */
  partitionKey(number: Sql): Sql;
  /** What to order an identifier by, so that text is ordered by its characters' codes. */
  ascending(column: Sql): readonly Sql[];
  startsWith(column: Sql, prefix: Sql): Sql;
  /** The least of two values or more, none of them NULL. */
  least(values: readonly Sql[]): Sql;
  /** A table of given rows, to stand after `FROM`. */
  rows(names: readonly Sql[], rows: readonly (readonly Sql[])[]): Sql;
  /** The statement that makes a table, with its key where the engine has keys. */
  createTable(table: TableShape): Sql;
  /** The statement that merges rows into a table: where the key is there already, sums are added up. */
  merge(merging: Merging): Sql;
  /** An approximate quantile; `undefined` where the engine has none. */
  readonly approximateQuantile: ((value: Sql, at: Sql) => Sql) | undefined;
}
