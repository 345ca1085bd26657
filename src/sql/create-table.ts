import { RfmError } from "../core/error.js";
import { checkChoice, checkOptions } from "../core/options.js";
import { dialectOf } from "./choose.js";
import type { Dialect, SqlDialect } from "./dialect.js";
import { ownName } from "./doors.js";
import type { TableName } from "./options.js";
import { readTable } from "./source.js";
import { STATE_KEY, STATE_SUMS } from "./state.js";
import { textOf } from "./text.js";

/** What {@link createTableSql} makes. */
export type CreateTableSqlOptions = {
  readonly dialect: SqlDialect;
  /** The table to make. */
  readonly table: TableName;
  /** The type of the customers' ids. */
  readonly customerId: "text" | "integer";
} & (
  | {
      /** The rows of `rfmSql` with `output: "customers"`. */
      readonly holds: "customers";
      /** False where the statement has `scores: false`. */
      readonly scores?: false | undefined;
      /** False where the statement has `scheme: false`. */
      readonly scheme?: false | undefined;
    }
  /** What `mergeSql` adds to and `rfmSql` reads with `state`. */
  | { readonly holds: "state" }
);

/**
 * The statement that makes a table for results. A table that holds `"customers"` has the columns of
 * `rfmSql({ …, output: "customers" })` in their order, so that `INSERT INTO customer_rfm_model <statement>` fills it; one
 * that holds `"state"` is for {@link mergeSql}. Whole numbers that results count are integers, money is double, and the
 * key is the primary key where the engine has one.
 *
 * Cost: O(1).
 *
 * @returns the statement, without a semicolon.
 * @throws RfmError on a name that cannot be quoted.
 * @example
 * ```ts
 * import { createTableSql } from "rfm-kit/sql";
 *
 * console.log(
 *   createTableSql({ dialect: "duckdb", table: "customer_rfm_model", holds: "customers", customerId: "text" }),
 * );
 * ```
 * ```text
 * CREATE TABLE "customer_rfm_model" (
 *   "customerId" VARCHAR NOT NULL,
 *   "recency" INTEGER NOT NULL,
 *   "frequency" INTEGER NOT NULL,
 *   "monetary" DOUBLE NOT NULL,
 *   "tenure" INTEGER NOT NULL,
 *   "r" INTEGER NOT NULL,
 *   "f" INTEGER NOT NULL,
 *   "m" INTEGER NOT NULL,
 *   "rfm" VARCHAR NOT NULL,
 *   "segment" VARCHAR,
 *   PRIMARY KEY ("customerId")
 * )
 * ```
 */
export function createTableSql(options: CreateTableSqlOptions): string {
  const caller = "createTableSql";
  checkOptions(caller, options, [...OWN, "scores", "scheme"]);
  const dialect = dialectOf(caller, options.dialect);
  const holds = checkChoice(caller, "holds", options.holds, ["customers", "state"]);
  const id = checkChoice(caller, "customerId", options.customerId, ["text", "integer"]);
  const name = readTable({ caller, dialect }, "table", options.table);
  const { key, sums, columns } = holds === "state" ? stateLayout(options) : customersLayout(options);
  const named = (column: string) => ownName(dialect, column);
  const shape = {
    name,
    key: key.map(named),
    sums: sums.map(named),
    columns: Object.entries({ customerId: id === "text" ? "text" : "long", ...columns } as const).map(
      ([column, type]) => ({
        name: named(column),
        type: dialect.types[type],
        // A scheme may leave customers without a segment.
        isRequired: column !== "segment",
      }),
    ),
  };
  return textOf(dialect.createTable(shape));
}

type Options = { readonly [option: string]: unknown };

const OWN = ["dialect", "table", "holds", "customerId"];

/** The columns after the customer, and what tells rows apart and adds up. */
interface Layout {
  readonly columns: Readonly<Record<string, keyof Dialect["types"]>>;
  readonly key: readonly string[];
  readonly sums: readonly string[];
}

const FIGURES = { recency: "integer", frequency: "integer", monetary: "double", tenure: "integer" } as const;
const SCORES = { r: "integer", f: "integer", m: "integer", rfm: "text" } as const;

function customersLayout(options: Options): Layout {
  const hasScores = isWanted("scores", options);
  const hasSegments = isWanted("scheme", options) && hasScores;
  const columns = { ...FIGURES, ...(hasScores && SCORES), ...(hasSegments && { segment: "text" as const }) };
  return { columns, key: ["customerId"], sums: [] };
}

function isWanted(path: "scores" | "scheme", options: Options): boolean {
  const received = options[path];
  if (received === undefined || received === false) return received === undefined;
  const expected = "false where the statement has it, or nothing";
  throw new RfmError({ caller: "createTableSql", code: "invalidOption", path, expected, received });
}

function stateLayout(options: Options): Layout {
  checkOptions("createTableSql", options, OWN);
  return {
    columns: { day: "day", orderId: "text", purchases: "long", total: "double" },
    key: STATE_KEY,
    sums: STATE_SUMS,
  };
}
