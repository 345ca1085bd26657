import type { Plugin } from "vitest/config";
import { mutants } from "./mutants.js";

/** Loads the source with the mistake that `RFM_KIT_MUTANT` names; without it, as it is. */
export function mutantPlugin(): Plugin {
  const mutant = mutants.find(({ name }) => name === process.env.RFM_KIT_MUTANT);
  return {
    name: "rfm-kit-mutant",
    enforce: "pre",
    transform(code, id) {
      if (mutant === undefined || !id.endsWith(`/src/${mutant.file}`)) return undefined;
      if (code.split(mutant.find).length !== 2) throw new Error(`${mutant.name}: no single place to mutate`);
      return code.replace(mutant.find, () => mutant.replace);
    },
  };
}
