import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the demo as a user does; the report that a test does not ask for goes among temporary files. */
export function runDemo(...args: string[]): Outcome {
  const report = args.includes("--report") ? [] : ["--report", join(tmpdir(), "rfm-kit-report.html")];
  const command = ["--import", "tsx", "demo/main.ts", ...args, ...report];
  return spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
}

/** The cells of a printed table's row, found by its first one; what stands at two spaces is another cell. */
export function printedRow(stdout: string, first: string): string[] | undefined {
  const line = stdout.split("\n").find((candidate) => candidate.trim().startsWith(`${first}  `));
  return line?.trim().split(/ {2,}/).slice(1);
}
