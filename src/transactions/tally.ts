import { isUsable } from "../core/number.js";
import { ExactSum } from "../core/sum.js";
import type { RowIssue } from "./log-types.js";
import type { Fates } from "./slice.js";

const MOST_ISSUES = 100;

/** Counts dropped rows and their amounts by reason, and keeps the first issues. */
export interface Tally {
  /** @param fate the place of the reason, from 1. */
  drop(fate: Fates[number], amount: number): void;
  /** Whether there is room for another issue: describing one costs more than dropping a row. */
  wantsIssue(): boolean;
  note(issue: RowIssue): void;
  counts(): Record<string, number>;
  amounts(): Record<string, number>;
  readonly issues: readonly RowIssue[];
}

/**
 * @param faults listed only where a row is dropped for them.
 * @param asked listed even where no row is.
 */
export function openTally(faults: readonly string[], asked: readonly string[]): Tally {
  const sums = Array.from([...faults, ...asked], (reason) => ({ reason, rows: 0, amount: new ExactSum() }));
  const issues: RowIssue[] = [];
  const list = (figure: (sum: (typeof sums)[number]) => number): Record<string, number> => {
    const listed = sums.filter(({ rows }, i) => rows > 0 || i >= faults.length);
    return Object.fromEntries(listed.map((sum) => [sum.reason, figure(sum)]));
  };
  return {
    issues,
    drop(fate, amount) {
      const sum = sums[fate - 1];
      sum.rows++;
      if (isUsable(amount)) sum.amount.add(amount);
    },
    wantsIssue: () => issues.length < MOST_ISSUES,
    note: (issue) => void issues.push(issue),
    counts: () => list((sum) => sum.rows),
    amounts: () => list((sum) => sum.amount.valueOf()),
  };
}
