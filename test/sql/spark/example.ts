import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDuckdb } from "../engines/duckdb.js";

const ROOT = join(import.meta.dirname, "../../..");

/** Runs the example job over a folder of Parquet files, and says whether each customer is in the segment worked out by hand. */
export async function runExample(python: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "rfm-kit-spark-"));
  const [orders, statement, segments] = ["orders", "segments.sql", "segments"].map((name) =>
    join(folder, name),
  );
  const database = await openDuckdb();
  try {
    await database.run(`
      COPY (
        FROM (VALUES
          ('ada', 'A1', DATE '2024-03-01', 2, 60.25), ('ada', 'A2', DATE '2024-05-20', 1, 80),
          ('bob', 'B1', DATE '2024-02-05', 1, 35), ('eve', 'E1', DATE '2024-05-24', 1, 15.5)
        ) AS given(customerId, orderId, date, quantity, unitPrice)
      ) TO '${orders}' (FORMAT parquet, PER_THREAD_OUTPUT)
    `);
    const written = ["--import", "tsx", "examples/spark/statement.ts", "2024-05-31"];
    writeFileSync(statement, execFileSync(process.execPath, written, { cwd: ROOT }));
    const job = ["examples/spark/job.py", orders, statement, segments];
    execFileSync(python, job, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    const rows = await database.run(`
      SELECT "customerId" || ' ' || "segment" AS place FROM '${segments}/*.parquet' ORDER BY 1
    `);
    const found = rows.map(({ place }) => place).join(", ");
    const isSame = found === "ada loyal, bob hibernating, eve new";
    console.log(`Spark: the example job gives ${found}${isSame ? "" : ": not what was expected"}`);
    return isSame;
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
}
