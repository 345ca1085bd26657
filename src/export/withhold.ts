import type { AnonymisedGroup, CountedGroup, WithheldGroup } from "./anonymise-types.js";

/**
 * Takes the figures out of some of the rows. These stand last, ordered by their texts: where rows are sorted by a figure, a
 * place between two others would tell that figure nearly.
 */
export function withhold<Row extends CountedGroup>(
  rows: readonly Row[],
  small: ReadonlySet<number>,
): AnonymisedGroup<Row>[] {
  const told = rows.filter((_, row) => !small.has(row)).map((row) => ({ ...row, withheld: false as const }));
  const hidden = rows.filter((_, row) => small.has(row)).map(withoutFigures);
  return [...told, ...hidden.sort(byTexts)];
}

/** A row of which only the texts are left. */
export function withoutFigures<Row extends object>(row: Row): WithheldGroup<Row> {
  const texts = Object.entries(row).map(([name, value]) => [name, typeof value === "string" ? value : null]);
  return { ...(Object.fromEntries(texts) as WithheldGroup<Row>), withheld: true };
}

function byTexts(a: object, b: object): number {
  const [one, other] = [a, b].map((row) => Object.values(row).join("\n"));
  return one < other ? -1 : one > other ? 1 : 0;
}
