import type { Survey } from "./survey.js";

/** Why two scorers give a customer different scores. */
export type Reason = "collapsedBin" | "rowOrder" | "tie" | "edge" | "basis";

/** What the reasons mean, in the words of a summary. */
export const REASONS: Readonly<Record<Reason, string>> = {
  collapsedBin: "by collapsed bins",
  rowOrder: "by the order of the rows",
  tie: "in ties that it splits",
  edge: "between the points where they cut",
  basis: "by scores of more than the figure itself",
};

/** The reason why a row's score differs between two scorers of a figure. */
export function reasonOf(row: number, value: number, a: Survey, b: Survey): Reason {
  if (!a.followsValue || !b.followsValue) return "basis";
  if ([a, b].some(({ scores, backwards }) => scores[row] !== backwards[row])) return "rowOrder";
  if ([a, b].some((survey) => splits(survey, value))) return "tie";
  return (a.cutsCoincide || b.cutsCoincide) && used(a) !== used(b) ? "collapsedBin" : "edge";
}

/** Whether a scorer gives the customers of a value different scores. */
export function splits({ shared }: Survey, value: number): boolean {
  const found = shared.get(value);
  return found !== undefined && found.lowest !== found.highest;
}

/** The scores that occur. */
function used({ ranges }: Survey): string {
  return [...ranges.keys()].join();
}
