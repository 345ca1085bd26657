import { Adder } from "d3-array";
import type { RowIssue } from "./log-types.js";

const MOST_ISSUES = 100;

/** Counts dropped rows and their amounts by reason, and keeps the first issues. */
export interface Tally {
  drop(reason: string, amount: number): void;
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
  const sums = new Map([...faults, ...asked].map((reason) => [reason, { rows: 0, amount: new Adder() }]));
  const issues: RowIssue[] = [];
  const list = <T>(figure: (sum: { rows: number; amount: Adder }) => T): Record<string, T> => {
    const listed = Array.from(sums).filter(([reason, { rows }]) => rows > 0 || asked.includes(reason));
    return Object.fromEntries(listed.map(([reason, sum]) => [reason, figure(sum)]));
  };
  return {
    issues,
    drop(reason, amount) {
      const sum = sums.get(reason) ?? { rows: 0, amount: new Adder() };
      sums.set(reason, sum);
      sum.rows++;
      if (Number.isFinite(amount)) sum.amount.add(amount);
    },
    wantsIssue: () => issues.length < MOST_ISSUES,
    note: (issue) => void issues.push(issue),
    counts: () => list((sum) => sum.rows),
    amounts: () => list((sum) => sum.amount.valueOf() + 0),
  };
}
