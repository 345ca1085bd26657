import type { Mutant } from "./mutant.js";
import { mutants } from "./mutants.js";
import { type Outcome, Planter } from "./planter.js";

/**
 * Runs each property against the mistake it must notice. A property that passes all the same tests nothing,
 * and fails this script; so does one that cannot be found. One that never ends has noticed it, as whoever waits for it does.
 */
const AT_ONCE = 2;

const [only = ""] = process.argv.slice(2);
const waiting = mutants.filter(({ file, name }) => file.includes(only) || name.includes(only));
const planted = waiting.length;
const survivors: string[] = [];

function report({ name }: Mutant, outcome: Outcome): void {
  const isNoticed = outcome === "failed" || outcome === "endless";
  const word = isNoticed ? "noticed" : `SURVIVED (${outcome})`;
  if (!isNoticed) survivors.push(`${word}  ${name}`);
  console.log(`${word}  ${name}${outcome === "endless" ? "  (it never ends)" : ""}`);
}

async function work(planter: Planter): Promise<void> {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const file = properties.get(mutant.property);
    report(mutant, file === undefined ? "not found" : await planter.outcome(mutant, file));
  }
  await planter.close();
}

const planters = await Promise.all(Array.from({ length: AT_ONCE }, () => Planter.start()));
const properties = await planters[0].findProperties();
await Promise.all(planters.map(work));
const untried = [...properties.keys()].filter((name) => !mutants.some(({ property }) => property === name));
for (const line of survivors) console.log(line);
for (const name of untried) console.log(`WITHOUT A MUTANT  ${name}`);
console.log(`${planted - survivors.length} of ${planted} mutants noticed by ${properties.size} properties`);
process.exitCode = survivors.length + untried.length === 0 ? 0 : 1;
