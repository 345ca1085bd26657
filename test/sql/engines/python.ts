import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Engine } from "../engine.js";
import { openWriter } from "./parquet.js";

/** Engines of a Python process: Spark itself, and DuckDB, to whose words statements for others are translated. */
export interface PythonEngines {
  readonly spark: Engine;
  readonly bigquery: Engine;
  readonly snowflake: Engine;
  readonly versions: Readonly<Record<"spark" | "sqlglot" | "duckdb", string>>;
  close(): Promise<void>;
}

const SCRIPT = fileURLToPath(new URL("../spark/engines.py", import.meta.url));

export async function openPython(python: string, env: NodeJS.ProcessEnv): Promise<PythonEngines> {
  const child = spawn(python, [SCRIPT], { stdio: ["pipe", "pipe", "pipe"], env });
  const noise: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => noise.push(chunk));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const hear = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`Python ended:\n${Buffer.concat(noise)}`);
    return JSON.parse(value);
  };
  const ask = async (request: object) => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { rows, error } = await hear();
    if (error !== undefined) throw new Error(error);
    return rows;
  };
  const writer = await openWriter();
  const open = (dialect: "spark" | "bigquery" | "snowflake"): Engine => ({
    dialect,
    load: async (table, columns) => ask({ dialect, table, file: await writer.write(columns) }),
    run: (statement) => ask({ dialect, statement }),
    close: async () => {},
  });
  return {
    versions: await hear(),
    spark: open("spark"),
    bigquery: open("bigquery"),
    snowflake: open("snowflake"),
    async close() {
      child.stdin.end();
      await once(child, "close");
      await writer.close();
    },
  };
}
