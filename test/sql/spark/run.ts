/**
 * Runs statements for Spark in Spark, and those for BigQuery and Snowflake, translated, in DuckDB, and compares what they give
 * with the library. Where no Spark is to be had, it says why and passes.
 */
import { openPython } from "../engines/python.js";
import { exhibit } from "../exhibition.js";
import { findPython } from "./environment.js";
import { runExample } from "./example.js";

const CAN = {
  dates: ["date", "timestamp", "instant", "text"],
  amounts: ["double", "decimal"],
  numRuns: 20,
  merges: true,
} as const;

async function check(python: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const { spark, bigquery, snowflake, versions, close } = await openPython(python, env);
  const translated = `by sqlglot ${versions.sqlglot} in DuckDB ${versions.duckdb}`;
  try {
    const same = [
      await exhibit(`BigQuery ${translated}`, bigquery, CAN),
      await exhibit(`Snowflake ${translated}`, snowflake, CAN),
      await exhibit(`Spark ${versions.spark}`, spark, { ...CAN, numRuns: 3, merges: false }),
      await runExample(python, env),
    ];
    return same.every(Boolean);
  } finally {
    await close();
  }
}

const found = findPython();
if ("lack" in found) console.log(`Spark, BigQuery and Snowflake: skipped, ${found.lack}`);
else process.exitCode = (await check(found.python, found.env)) ? 0 : 1;
