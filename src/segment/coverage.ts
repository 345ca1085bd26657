import { RfmError } from "../core/error.js";
import type { Grid } from "./grid.js";
import type { ReadRule } from "./rule-types.js";

const SHOWN = 5;

/** Refuses rules that leave cells without a segment. O(cells · rules). */
export function checkCoverage(caller: string, path: string, grid: Grid, rules: readonly ReadRule[]): void {
  const uncovered: string[] = [];
  for (const { name, r, f, m } of grid.cells) {
    if (!rules.some(({ matches }) => matches(r, f, m))) uncovered.push(name);
  }
  if (uncovered.length === 0) return;
  const more = uncovered.length > SHOWN ? " and more" : "";
  const some = uncovered.slice(0, SHOWN).join(", ");
  const expected = `a segment for the ${uncovered.length} cells without a rule: ${some}${more}`;
  throw new RfmError({ caller, code: "uncoveredCells", path, expected });
}
