import { type Mutant, mutantsIn } from "./mutant.js";

const SORTED = "a column is put in ascending order as the built-in sort puts it, and is left as it is";
const SUM = "a column adds up to the double nearest to its sum";

const mutant = mutantsIn("core");

/** Mistakes in what is done with a whole column. */
export const columnMutants: readonly Mutant[] = [
  mutant("counted-from-nothing", "ascending", "sorted.fill(least + i,", "sorted.fill(i,", SORTED),
  mutant("equal-values-once", "ascending", "from += counts[i];", "from += Math.min(1, counts[i]);", SORTED),
  mutant("fractions-are-counted", "ascending", "Number.isInteger(value)", "Number.isFinite(value)", SORTED),
  mutant("what-a-pair-loses-is-lost", "sum", "if (fine !== 0) this.#lost", "if (fine > 1) this.#lost", SUM),
];
