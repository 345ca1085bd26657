import { RfmError } from "../core/error.js";
import type { Match } from "./rule.js";
import type { SchemeBins } from "./rule-types.js";

const MOST_CELLS = 1_000_000;
const SHOWN = 5;

/** Refuses rules that leave cells without a segment. O(cells · rules). */
export function checkCoverage(caller: string, path: string, bins: SchemeBins, rules: readonly Match[]): void {
  const [r, f, m] = [bins.r ?? 1, bins.f ?? 1, bins.m ?? 1];
  if (r * f * m > MOST_CELLS) {
    const expected = `a segment, as ${r * f * m} cells are too many to look at`;
    throw new RfmError({ caller, code: "invalidRule", path, expected });
  }
  const uncovered: string[] = [];
  for (let i = 1; i <= r; i++) {
    for (let j = 1; j <= f; j++) {
      for (let k = 1; k <= m; k++) {
        if (!rules.some((matches) => matches(i, j, k))) uncovered.push(nameCell(bins, [i, j, k]));
      }
    }
  }
  if (uncovered.length === 0) return;
  const more = uncovered.length > SHOWN ? " and more" : "";
  const some = uncovered.slice(0, SHOWN).join(", ");
  const expected = `a segment for the ${uncovered.length} cells without a rule: ${some}${more}`;
  throw new RfmError({ caller, code: "uncoveredCells", path, expected });
}

/** A cell in the dimensions that the scheme looks at. */
function nameCell({ r, f, m }: SchemeBins, scores: readonly number[]): string {
  const present = scores.filter((_, place) => [r, f, m][place] !== null);
  return present.join(present.some((score) => score > 9) ? "-" : "");
}
