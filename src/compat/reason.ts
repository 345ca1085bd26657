import type { Survey } from "./survey.js";

/** Why two scorers give a customer different scores. */
export type Reason = "collapsedBin" | "rowOrder" | "tie" | "edge" | "basis";

/** What the reasons mean, in the words of a summary. */
export const REASONS: Readonly<Record<Reason, string>> = {
  collapsedBin: "by collapsed bins",
  rowOrder: "by the order of the rows",
  tie: "by split ties",
  edge: "at the edges of bins",
  basis: "by scores of more than the figure itself",
};

/** The reason why a row's score differs between two scorers of a figure. */
export function reasonOf(row: number, value: number, a: Survey, b: Survey): Reason {
  if (!a.followsValue || !b.followsValue) return "basis";
  if (!a.splitsTies && !b.splitsTies) return isCollapsed(a, b) ? "collapsedBin" : "edge";
  if ([a, b].some(({ scores, backwards }) => scores[row] !== backwards[row])) return "rowOrder";
  return [a, b].some((survey) => splits(survey, value)) ? "tie" : "edge";
}

/** Whether a scorer gives the customers of a value different scores. */
export function splits({ shared }: Survey, value: number): boolean {
  const found = shared.get(value);
  return found !== undefined && found.lowest !== found.highest;
}

/** Whether the two use different scores for the same bins, or for bins that one of them has merged. */
function isCollapsed(a: Survey, b: Survey): boolean {
  const used = [a, b].map(({ ranges }) => [...ranges.keys()].join());
  if (used[0] === used[1]) return false;
  const [starts, others] = [a, b].map(({ ranges }) => new Set([...ranges.values()].map(([least]) => least)));
  const [fewer, more] = starts.size <= others.size ? [starts, others] : [others, starts];
  return [...fewer].every((least) => more.has(least));
}
