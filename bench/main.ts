import { comparisons } from "./comparisons/index.js";
import { readFlags } from "./flags.js";
import { machine, writeRecord } from "./harness/record.js";
import type { Section } from "./harness/section.js";

/**
 * Times the library beside its peers, in turns in one run, and prints ratios of medians: absolute times belong
 * to a machine. The answers are compared before any time counts.
 *
 *     npm run bench -- --lines 1e5,1e6 --rounds 5 --only columns,rows --huge
 */
const names = Object.keys(comparisons);
const flags = readFlags(names);
const { cpu, cores, memoryGb, node } = machine();
console.log(`${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}; ${flags.rounds} rounds`);

const sections: Section[] = [];
for (const name of flags.only.length > 0 ? flags.only : names) {
  for await (const section of comparisons[name](flags)) {
    console.log(`\n${section.title}`);
    console.table(section.table);
    sections.push(section);
  }
}
console.log(`\nAll times are in ${writeRecord(flags, sections)}.`);
