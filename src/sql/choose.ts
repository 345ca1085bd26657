import { checkChoice } from "../core/options.js";
import type { Dialect, SqlDialect } from "./dialect.js";
import { duckdb } from "./dialects/duckdb.js";
import { postgresql } from "./dialects/postgresql.js";
import { sqlite } from "./dialects/sqlite.js";

const DIALECTS: Readonly<Partial<Record<SqlDialect, Dialect>>> = { duckdb, postgresql, sqlite };

/** The dialect of a name. */
export function dialectOf(caller: string, name: unknown): Dialect {
  return DIALECTS[checkChoice(caller, "dialect", name, Object.keys(DIALECTS) as SqlDialect[])] as Dialect;
}
