import type { Bins } from "../core/bins.js";
import type { DateInput } from "../core/day.js";
import type { ScoreModel } from "../core/score-model.js";
import type { FitOptions } from "../rfm/fit-options.js";
import type { CountOptions } from "../rfm/settings.js";
import type { SegmentScheme } from "../segment/scheme.js";
import type { SqlDialect } from "./dialect.js";

/** A table by its name, or by its path: `["shop", "orders"]` is the table orders in the schema shop. */
export type TableName = string | readonly string[];

/** The columns of the transactions. */
export interface SqlColumns {
  readonly customerId: string;
  /**
   * Dates, timestamps or ISO text, in SQLite ISO text or milliseconds since 1970. Timestamps with a time zone, text with an
   * offset and milliseconds are instants.
   */
  readonly date: string;
  /** A column of numbers, or several whose product is the amount: `["Quantity", "UnitPrice"]`. */
  readonly amount: string | readonly string[];
  /** Lines of one order share its id. Without it every line is an order. */
  readonly orderId?: string | undefined;
  /** Tells matched returns apart, and is counted in the profile. */
  readonly product?: string | undefined;
  /** Tells apart the lines of one moment that a return may undo. */
  readonly quantity?: string | undefined;
}

/** A value that a column is compared with. */
export type SqlValue = string | number | bigint | boolean;

/** A condition on one column; a row without a value there meets none but `missing`. */
export type SqlCondition = { readonly column: string } & (
  | { readonly equals: SqlValue }
  | { readonly in: readonly SqlValue[] }
  | { readonly below: SqlValue }
  | { readonly atMost: SqlValue }
  | { readonly above: SqlValue }
  | { readonly atLeast: SqlValue }
  | { readonly startsWith: string }
  | { readonly missing: true }
);

/** How transactions are found and read. */
export interface SqlSource {
  readonly dialect: SqlDialect;
  /** The table or view of the transactions. */
  readonly from: TableName;
  readonly columns: SqlColumns;
  /** IANA zone, named by a place, in which an instant is turned into a calendar day. Default: `"UTC"`. */
  readonly timeZone?: string | undefined;
  /** A negative amount lowers monetary, is left out, or undoes the latest purchase of its amount. Default: `"net"`. */
  readonly returns?: "net" | "drop" | "match" | undefined;
  /** Rules by name; the rows that meet one are left out, and counted under the first such rule. */
  readonly exclude?: Readonly<Record<string, SqlCondition>> | undefined;
}

/** A state to read in place of transactions. */
export interface SqlState {
  readonly dialect: SqlDialect;
  /** The table that `mergeSql` merges transactions into. */
  readonly state: TableName;
}

/** What customers are counted from. */
export type SqlOrigin = SqlSource | SqlState;

/** Bins or cut points to score by, the missing ones found in the warehouse. */
export interface SqlFit extends FitOptions {
  /** Exact type-7 quantiles, or the engine's estimates for billions of customers. Default: `"exact"`. */
  readonly quantiles?: "exact" | "approximate" | undefined;
}

/** How customers are counted, scored and segmented. */
export interface SqlSteps extends Omit<CountOptions, "output"> {
  /** The day recency is counted to, inclusive: later transactions are unseen. */
  readonly asOf: DateInput;
  /** The first day that is seen. Default: all. */
  readonly since?: DateInput | undefined;
  /** A frozen model, whose cut points become literals, or how to fit one; false: no scores. Default: 5 bins. */
  readonly scores?: ScoreModel | SqlFit | false | undefined;
  /** The segments; false: none. Default: the ten segments. */
  readonly scheme?: SegmentScheme<string, Bins> | false | undefined;
}

/** For the customers, or for the summary of their segments. */
export type CustomersSqlOptions = SqlOrigin &
  SqlSteps & {
    readonly output: "customers" | "segments";
  };

/** For the concentration of revenue. */
export type ParetoSqlOptions = SqlOrigin &
  Omit<SqlSteps, "scores" | "scheme"> & {
    readonly output: "pareto";
    /** The share of customers whose revenue is told, 0 to 1. Default: 0.2. */
    readonly top?: number | undefined;
    /** The share of revenue whose customers are counted, 0 to 1. Default: 0.8. */
    readonly share?: number | undefined;
    /** A negative total makes the answer NULL, or counts as 0. Default: `"null"`. */
    readonly negative?: "null" | "floor" | undefined;
  };

/** For the cleaning report. */
export interface ProfileSqlOptions extends SqlSource {
  readonly output: "profile";
}

/** For the moves between segments. */
export type MigrationSqlOptions = SqlOrigin &
  SqlSteps & {
    readonly output: "migration";
    /** The day that `asOf` is compared with, on or before it. */
    readonly before: DateInput;
  };

/** What {@link rfmSql} takes for each of its answers. */
export type RfmSqlOptions = CustomersSqlOptions | ParetoSqlOptions | ProfileSqlOptions | MigrationSqlOptions;
