/**
 * Runs statements for ClickHouse in chdb, ClickHouse in this process, and compares what they give with the library. chdb is
 * half a gigabyte, so it is put into a folder of its own, and only when this runs.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type ChdbSession, openChdb } from "../engines/chdb.js";
import { exhibit } from "../exhibition.js";
import { compareHostile } from "../properties.js";

const CHDB = "chdb@3.4.0";
const FOLDER = join(import.meta.dirname, ".chdb");

const CAN = {
  dates: ["date", "instant", "text"],
  amounts: ["double", "decimal"],
  from: "1900",
  numRuns: 40,
  merges: true,
} as const;

function openSession(): ChdbSession {
  const project = join(FOLDER, "package.json");
  if (!existsSync(join(FOLDER, "node_modules", "chdb"))) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(project, '{ "private": true }\n');
    const install = ["install", "--no-save", "--no-audit", "--no-fund", CHDB];
    execFileSync("npm", install, { cwd: FOLDER, stdio: "inherit" });
  }
  const { Session } = createRequire(project)("chdb");
  return new Session();
}

const engine = await openChdb(openSession());
try {
  const [{ version }] = await engine.run("SELECT version() AS version");
  process.exitCode = (await exhibit(`ClickHouse ${version}`, engine, CAN)) ? 0 : 1;
  await compareHostile(engine);
  console.log(`ClickHouse ${version}: 500 hostile names and values: refused or harmless`);
} finally {
  await engine.close();
}
