import type { Migration, MigrationFlow, Told } from "../migration/migration-types.js";
import { openBands } from "./bands.js";
import { emptyChart, liteChart } from "./frame.js";
import { gridParts } from "./grid.js";
import { openMigration } from "./migration.js";
import { type ChartOptions, openLook } from "./options.js";
import { LETTER, longest } from "./room.js";
import type { ChartSpec } from "./spec.js";

/**
 * Where the customers of each segment went, as a heat map: a line for each segment before, a column for each one after, and in
 * a cell the share, in per cent, of the line's customers. The line of those who are new has the shares of all who came.
 *
 * Cost: O(segments²).
 *
 * @param migration what `migrateSegments` gives.
 * @returns a specification of Vega-Lite with one row a cell.
 * @throws RfmError on what is no migration, and on an unknown option.
 * @example
 * ```ts
 * import { migrationMatrixChart } from "rfm-kit/chart";
 * import { migrateSegments } from "rfm-kit/migration";
 *
 * const before = [
 *   { customerId: "ada", recency: 3, frequency: 4, monetary: 300 },
 *   { customerId: "bob", recency: 90, frequency: 1, monetary: 20 },
 * ];
 * const migration = migrateSegments({ before, after: before.slice(0, 1) });
 * migrationMatrixChart(migration).description.split(". ")[0]; // => "Where the customers of each segment went"
 * ```
 */
export function migrationMatrixChart(
  migration: Pick<Migration<string, unknown, Told>, "segments" | "flows">,
  options: ChartOptions = {},
): ChartSpec {
  const caller = "migrationMatrixChart";
  const look = openLook(caller, options);
  const { flows, sources, targets, sourceOf, targetOf, said } = openMigration(caller, look, migration);
  const { titles, words, measures } = look.texts;
  if (flows.length === 0) return emptyChart(look, titles.migrationMatrix);
  const { count, share } = look.formats;
  const bands = openBands(look.theme, [], [0, 1]);
  const cellOf = (flow: MigrationFlow<string, Told>) => {
    const { fill, ink } = bands.shadeOf(flow.share);
    const percent = 100 * flow.share;
    const text = percent < 0.5 ? "<1" : count(percent);
    const [from, to] = [sourceOf(flow.from), targetOf(flow.to)];
    const tip = {
      [words.before]: from,
      [words.after]: to,
      [measures.customers]: count(flow.customers),
      [measures.share]: share(flow.share),
    };
    return { x: to, y: from, fill, ink, text, tip };
  };
  const heads = Math.min(LABEL, LETTER * longest(targets));
  const caption = {
    title: titles.migrationMatrix,
    note: "%",
    says: [said],
    height: 130 + heads + 27 * sources.length,
  };
  const axis = { labelLimit: look.isNarrow ? 134 : LABEL };
  const parts = gridParts({
    xs: targets,
    ys: sources,
    cells: flows.map(cellOf),
    xTitle: words.after,
    yTitle: look.isNarrow ? null : words.before,
    xAxis: { ...axis, orient: "top", labelAngle: -90, labelBaseline: "middle", titlePadding: 6 },
    yAxis: axis,
    fontSize: look.isNarrow ? 9 : 11,
  });
  return liteChart(look, caption, parts);
}

/** The pixels that a name has. */
const LABEL = 190;
