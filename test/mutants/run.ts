import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mutant, mutants } from "./mutants.js";

/**
 * Runs each property against the mistake it must notice. A property that passes all the same tests nothing,
 * and fails this script; so does one that cannot be found.
 */
const AT_ONCE = 2;

interface TestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Every property there is, as the reports name them. */
const properties = new Set<string>();

async function statusUnder(mutant: Mutant): Promise<string> {
  const output = join(tmpdir(), `rfm-kit-mutant-${process.pid}-${mutant.name}.json`);
  const pattern = `^${mutant.property.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;
  const filter = ["run", "test/properties", "-t", pattern, "--typecheck.enabled=false"];
  const reporter = ["--reporter=json", `--outputFile=${output}`];
  const child = spawn("npx", ["vitest", ...filter, ...reporter], {
    env: { ...process.env, RFM_KIT_MUTANT: mutant.name },
    stdio: "ignore",
  });
  await new Promise((resolve) => child.on("close", resolve));
  const { testResults }: TestReport = JSON.parse(readFileSync(output, "utf8"));
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const { fullName } of all) properties.add(fullName);
  const ran = all.filter(({ fullName, status }) => {
    return fullName === mutant.property && status !== "skipped" && status !== "pending";
  });
  return ran.length === 1 ? ran[0].status : "not found";
}

let survivors = 0;
const waiting = [...mutants];
async function work(): Promise<void> {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const status = await statusUnder(mutant);
    if (status !== "failed") survivors++;
    console.log(`${status === "failed" ? "noticed" : `SURVIVED (${status})`}  ${mutant.name}`);
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work));
const untried = [...properties].filter((name) => !mutants.some(({ property }) => property === name));
for (const name of untried) console.log(`WITHOUT A MUTANT  ${name}`);
console.log(
  `${mutants.length - survivors} of ${mutants.length} mutants noticed by ${properties.size} properties`,
);
process.exitCode = survivors + untried.length === 0 ? 0 : 1;
