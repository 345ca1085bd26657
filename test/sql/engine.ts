import type { SqlDialect } from "rfm-kit/sql";

/** How a column is typed in the warehouse. */
export type ColumnType = "text" | "integer" | "double" | "decimal" | "date" | "timestamp" | "instant";

/** A column of a table: NULL where a value is null, dates as ISO text, instants with a `Z`. */
export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: readonly (string | number | null)[];
}

/** A database to run statements in. */
export interface Engine {
  readonly dialect: SqlDialect;
  /** Makes a table in place of any of its name. */
  load(table: string, columns: readonly TableColumn[]): Promise<void>;
  /** The rows of a query, numbers as numbers. */
  run(statement: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}
