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

/** A whole command, as good as silent. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  const child = spawn("npx", args, { env: { ...process.env, ...env }, stdio: "ignore" });
  await new Promise((resolve) => child.on("close", resolve));
}

const COMMON = ["--typecheck.enabled=false"];

/** The file of every property, by its full name. */
async function findProperties(): Promise<ReadonlyMap<string, string>> {
  const output = join(tmpdir(), `rfm-kit-properties-${process.pid}.json`);
  await run(["vitest", "list", "test/properties", `--json=${output}`, ...COMMON]);
  const listed: readonly { name: string; file: string }[] = JSON.parse(readFileSync(output, "utf8"));
  return new Map(listed.map(({ name, file }) => [name.replaceAll(" > ", " "), file]));
}

const properties = await findProperties();

async function statusUnder(mutant: Mutant): Promise<string> {
  const file = properties.get(mutant.property);
  if (file === undefined) return "not found";
  const output = join(tmpdir(), `rfm-kit-mutant-${process.pid}-${mutant.name}.json`);
  const pattern = `^${mutant.property.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;
  const reporter = ["--reporter=json", `--outputFile=${output}`];
  await run(["vitest", "run", file, "-t", pattern, ...reporter, ...COMMON], { RFM_KIT_MUTANT: mutant.name });
  const { testResults }: TestReport = JSON.parse(readFileSync(output, "utf8"));
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const ran = all.filter(({ fullName, status }) => {
    return fullName === mutant.property && status !== "skipped" && status !== "pending";
  });
  return ran.length === 1 ? ran[0].status : "not found";
}

let survivors = 0;
const [only = ""] = process.argv.slice(2);
const waiting = mutants.filter(({ file, name }) => file.includes(only) || name.includes(only));
const planted = waiting.length;
async function work(): Promise<void> {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const status = await statusUnder(mutant);
    if (status !== "failed") survivors++;
    console.log(`${status === "failed" ? "noticed" : `SURVIVED (${status})`}  ${mutant.name}`);
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work));
const untried = [...properties.keys()].filter((name) => !mutants.some(({ property }) => property === name));
for (const name of untried) console.log(`WITHOUT A MUTANT  ${name}`);
console.log(`${planted - survivors} of ${planted} mutants noticed by ${properties.size} properties`);
process.exitCode = survivors + untried.length === 0 ? 0 : 1;
