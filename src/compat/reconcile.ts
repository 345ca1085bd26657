import { DIMENSIONS } from "../core/cuts.js";
import { RfmError } from "../core/error.js";
import { type RfmValues, readColumns } from "../rfm/columns.js";
import { openScorer, type Ruler, type Scorer } from "../rfm/scorer.js";
import { REASONS, type Reason, reasonOf, splits } from "./reason.js";
import { type Survey, surveyScorer } from "./survey.js";

/** One score that two scorers give differently. */
export interface ScoreDifference<C = RfmValues> {
  readonly customer: C;
  readonly row: number;
  readonly dimension: "recency" | "frequency" | "monetary";
  readonly value: number;
  /** The score by the first scorer. */
  readonly a: number;
  /** The score by the second scorer. */
  readonly b: number;
  readonly reason: Reason;
  readonly text: string;
}

/** Who scores differently by two scorers, and why. */
export interface Reconciliation<C = RfmValues> {
  /** What the two scorers are called. */
  readonly a: string;
  readonly b: string;
  readonly customers: number;
  /** Customers with at least one score that differs. */
  readonly differing: number;
  /** Scores that differ, by reason. */
  readonly reasons: Readonly<Record<Reason, number>>;
  readonly differences: readonly ScoreDifference<C>[];
  readonly text: string;
}

/**
 * Scores the same customers in two ways, and says of every score that differs why:
 *
 * - `"collapsedBin"`: cut points coincide, and one of the two merges or renumbers the bins between them;
 * - `"rowOrder"`: the customer would score otherwise were the rows in reverse order;
 * - `"tie"`: customers of this value get different scores by the order of the rows, though not this one;
 * - `"edge"`: the value lies between the points where the two cut, or on one of them;
 * - `"basis"`: one of them does not score this figure by itself.
 *
 * Cost: O(n log n) and four scorings.
 *
 * @param customers rows with `recency`, `frequency` and `monetary`, in the order that the other tool has them.
 * @param a a scorer, a model, or the options of `fitScores`; `{}` is the default of rfm-kit.
 * @param b the same.
 * @throws RfmError on scorers of different bins, and where one of them refuses the customers.
 * @example
 * ```ts
 * import { pandasQcut, reconcile } from "rfm-kit/compat";
 *
 * const customers = [1, 1, 1, 2].map((frequency, i) => ({ recency: 10 * i, frequency, monetary: 5 * i }));
 * const { text, differences } = reconcile(customers, { bins: 2 }, pandasQcut({ bins: 2, ties: "first" }));
 * text; // => "exact quantiles and pandas qcut agree on 3 of 4 customers. 1 score differs by the order of the rows."
 * differences[0].text;
 * // => "frequency 1 scores 1 by exact quantiles and 2 by pandas qcut: 3 customers share it, and pandas qcut scores " +
 * //    "them from 1 to 2 by the order of the rows"
 * ```
 */
export function reconcile<C extends RfmValues>(
  customers: readonly C[],
  a: Ruler,
  b: Ruler,
): Reconciliation<C> {
  const [first, second] = openBoth(a, b);
  const columns = readColumns(CALLER, customers);
  const one = surveyScorer(first, columns);
  const other = surveyScorer(second, columns);
  const differences = DIMENSIONS.flatMap(([score, dimension]) =>
    compare(customers, dimension, columns[dimension], one[score], other[score]),
  );
  const reasons = { collapsedBin: 0, rowOrder: 0, tie: 0, edge: 0, basis: 0 };
  for (const { reason } of differences) reasons[reason]++;
  const differing = new Set(differences.map(({ row }) => row)).size;
  const counts = { a: first.name, b: second.name, customers: customers.length, differing, reasons };
  return { ...counts, differences, text: summarize(counts) };
}

const CALLER = "reconcile";

/** Both as scorers of names that differ and of the same bins. */
function openBoth(a: Ruler, b: Ruler): [Scorer, Scorer] {
  const [first, second] = [openScorer(CALLER, a), openScorer(CALLER, b)];
  for (const [score] of DIMENSIONS) {
    const [expected, received] = [first.bins[score], second.bins[score]];
    if (expected === received) continue;
    const refusal = { caller: CALLER, code: "binsMismatch", path: `b.bins.${score}`, received } as const;
    throw new RfmError({ ...refusal, expected: `${expected} bins, as the first scorer has` });
  }
  if (first.name !== second.name) return [first, second];
  return [
    { ...first, name: `${first.name} (first)` },
    { ...second, name: `${second.name} (second)` },
  ];
}

function compare<C>(
  customers: readonly C[],
  dimension: ScoreDifference["dimension"],
  values: Float64Array,
  a: Survey,
  b: Survey,
): ScoreDifference<C>[] {
  return customers.flatMap((customer, row) => {
    if (a.scores[row] === b.scores[row]) return [];
    const value = values[row];
    const reason = reasonOf(row, value, a, b);
    const found = { customer, row, dimension, value, a: a.scores[row], b: b.scores[row], reason };
    return [{ ...found, text: describe(found, a, b) }];
  });
}

function describe(difference: Omit<ScoreDifference, "customer" | "text">, a: Survey, b: Survey): string {
  const { dimension, value } = difference;
  const scored = `${dimension} ${value} scores ${difference.a} by ${a.scorer} and ${difference.b} by ${b.scorer}`;
  return `${scored}: ${explain(difference, a, b)}`;
}

function explain(difference: Omit<ScoreDifference, "customer" | "text">, a: Survey, b: Survey): string {
  const { dimension, value, reason } = difference;
  if (reason === "basis") return `${(a.followsValue ? b : a).scorer} does not score ${dimension} by itself`;
  if (reason === "collapsedBin") {
    const used = ({ scorer, ranges }: Survey) => {
      return `the ${ranges.size === 1 ? "score" : "scores"} ${[...ranges.keys()].join(", ")} by ${scorer}`;
    };
    return `cut points coincide, which leaves ${used(a)} and ${used(b)}`;
  }
  if (reason === "edge") {
    const range = ({ scorer, ranges }: Survey, score: number) =>
      `${score} by ${scorer} holds ${ranges.get(score)?.join(" to ")}`;
    if (a.ranges.get(difference.a)?.join() === b.ranges.get(difference.b)?.join()) {
      return "the two number the bin that holds it otherwise";
    }
    return `it lies between the points where they cut, as ${range(a, difference.a)} and ${range(b, difference.b)}`;
  }
  const splitting = splits(a, value) ? a : b;
  const shared = splitting.shared.get(value);
  const scores = `from ${shared?.lowest} to ${shared?.highest} by the order of the rows`;
  return `${shared?.customers} customers share it, and ${splitting.scorer} scores them ${scores}`;
}

function summarize({
  a,
  b,
  customers,
  differing,
  reasons,
}: Omit<Reconciliation, "differences" | "text">): string {
  const agreement = `${a} and ${b} agree on ${customers - differing} of ${customers} ${customers === 1 ? "customer" : "customers"}.`;
  const counted = Object.entries(REASONS).filter(([reason]) => reasons[reason as Reason] > 0);
  if (counted.length === 0) return agreement;
  const parts = counted.map(([reason, words]) => `${reasons[reason as Reason]} ${words}`);
  const [count, words] = [reasons[counted[0][0] as Reason], counted[0][1]];
  if (parts.length === 1)
    return `${agreement} ${count} ${count === 1 ? "score differs" : "scores differ"} ${words}.`;
  return `${agreement} Scores differ: ${parts.join(", ")}.`;
}
