import type { Migration, MigrationFlow, Told } from "../migration/migration-types.js";
import { emptyChart, vegaChart } from "./frame.js";
import { type OpenedMigration, openMigration } from "./migration.js";
import { type ChartOptions, type Look, openLook } from "./options.js";
import { LETTER, longest } from "./room.js";
import { layOut, type SankeyNode } from "./sankey.js";
import type { ChartObject, ChartSpec } from "./spec.js";

/**
 * Customers from segment to segment between two days, as a Sankey diagram: segments before at the left, those after at the
 * right, and ribbons as wide as the customers are many. Those who are new and those who are gone have a place of their own.
 *
 * Cost: O(flows log flows).
 *
 * @param migration what `migrateSegments` gives.
 * @returns a specification of Vega with one row a flow and a segment, none of customers.
 * @throws RfmError on what is no migration, and on an unknown option.
 * @see Sankey (1898), "Introductory note on the thermal efficiency of steam-engines".
 * @example
 * ```ts
 * import { migrationFlowChart } from "rfm-kit/chart";
 * import { migrateSegments } from "rfm-kit/migration";
 *
 * const before = [
 *   { customerId: "ada", recency: 3, frequency: 4, monetary: 300 },
 *   { customerId: "bob", recency: 90, frequency: 1, monetary: 20 },
 * ];
 * const migration = migrateSegments({ before, after: before.slice(0, 1) });
 * migrationFlowChart(migration).description.split(". ")[0]; // => "Customers from segment to segment"
 * ```
 */
export function migrationFlowChart(
  migration: Pick<Migration<string, unknown, Told>, "segments" | "flows">,
  options: ChartOptions = {},
): ChartSpec {
  const caller = "migrationFlowChart";
  const look = openLook(caller, options);
  const opened = openMigration(caller, look, migration);
  const { titles } = look.texts;
  if (opened.flows.every(({ customers }) => customers === 0)) return emptyChart(look, titles.migrationFlow);
  const height = 150 + 34 * Math.max(opened.sources.length, opened.targets.length);
  const caption = { title: titles.migrationFlow, says: [opened.said], height };
  // What the title, the heads and the legend take.
  const plot = Math.max(60, (look.height ?? height) - 120);
  return vegaChart(look, caption, partsOf(look, opened, plot));
}

type Flow = MigrationFlow<string, Told>;

function partsOf(look: Look, opened: OpenedMigration, plot: number): ChartObject {
  const { flows, sources, targets, sourceOf, targetOf } = opened;
  const { words } = look.texts;
  const { count } = look.formats;
  const streams = flows.map(({ from, to, customers }) => {
    return { from: sources.indexOf(sourceOf(from)), to: targets.indexOf(targetOf(to)), value: customers };
  });
  const room = { line: 14 / plot, gap: 4 / plot };
  const { left, right, ribbons } = layOut(streams, [sources.length, targets.length], room);
  const { categories, neutral } = look.theme;
  const colours = new Map([
    [words.stayed, neutral],
    [words.moved, categories[0]],
    [words.entered, categories[2]],
    [words.left, categories[1]],
  ]);
  const kindOf = ({ from, to }: Flow) => {
    if (from === null) return words.entered;
    if (to === null) return words.left;
    return from === to ? words.stayed : words.moved;
  };
  const drawn = flows.map((flow, i) => ({
    ...ribbons[i],
    kind: kindOf(flow),
    tip: {
      [words.before]: sourceOf(flow.from),
      [words.after]: targetOf(flow.to),
      [look.texts.measures.customers]: count(flow.customers),
      [look.texts.measures.share]: look.formats.share(flow.share),
    },
  }));
  const nodesOf = (nodes: readonly SankeyNode[], names: readonly string[], side: number) =>
    nodes.map((node, i) => ({ ...node, name: names[i], count: count(node.value), side }));
  const kinds = [...colours.keys()].filter((kind) => drawn.some((row) => row.kind === kind));
  return {
    signals: sidesOf(look, sources, targets),
    data: [
      { name: "ribbons", values: drawn },
      { name: "nodes", values: [...nodesOf(left, sources, 0), ...nodesOf(right, targets, 1)] },
      {
        name: "heads",
        values: [
          { side: 0, text: words.before },
          { side: 1, text: words.after },
        ],
      },
    ],
    scales: [
      {
        name: "kind",
        type: "ordinal",
        domain: kinds,
        range: kinds.map((kind) => colours.get(kind) as string),
      },
    ],
    legends: [
      {
        fill: "kind",
        orient: "bottom",
        direction: "horizontal",
        symbolType: "square",
        columns: look.isNarrow ? 2 : 4,
        offset: 14,
      },
    ],
    marks: marksOf(look),
  };
}

/** Where ribbons begin and end: names stand beyond them. */
function sidesOf(look: Look, sources: readonly string[], targets: readonly string[]): ChartObject[] {
  const pad = (names: readonly string[]) => 10 + Math.min(look.isNarrow ? 96 : 170, LETTER * longest(names));
  return [
    { name: "start", update: String(pad(sources)) },
    { name: "end", update: `width - ${pad(targets)}` },
    { name: "middle", update: "(start + end) / 2" },
    { name: "nameLimit", value: look.isNarrow ? 96 : 210 },
  ];
}

const PATH = [
  "'M' + (start + 8) + ',' + datum.s0 * height",
  "'C' + middle + ',' + datum.s0 * height",
  "' ' + middle + ',' + datum.t0 * height",
  "' ' + (end - 8) + ',' + datum.t0 * height",
  "'L' + (end - 8) + ',' + datum.t1 * height",
  "'C' + middle + ',' + datum.t1 * height",
  "' ' + middle + ',' + datum.s1 * height",
  "' ' + (start + 8) + ',' + datum.s1 * height + 'Z'",
].join(" + ");

function marksOf({ theme }: Look): ChartObject[] {
  const text = (x: string, align: string, more: ChartObject): ChartObject => ({
    type: "text",
    from: { data: "nodes" },
    interactive: false,
    encode: {
      update: {
        x: { signal: x },
        y: { signal: "datum.middle * height" },
        align: { signal: align },
        baseline: { value: "middle" },
        fontSize: { value: 11 },
        ...more,
      },
    },
  });
  const outwards = "datum.side === 0 ? 'right' : 'left'";
  return [
    {
      type: "path",
      from: { data: "ribbons" },
      encode: {
        update: {
          path: { signal: PATH },
          fill: { scale: "kind", field: "kind" },
          fillOpacity: { value: 0.4 },
          stroke: { scale: "kind", field: "kind" },
          strokeWidth: { value: 0.6 },
          tooltip: { field: "tip" },
        },
        hover: { fillOpacity: { value: 0.8 } },
      },
    },
    {
      type: "rect",
      from: { data: "nodes" },
      encode: {
        update: {
          x: { signal: "datum.side === 0 ? start : end - 8" },
          width: { value: 8 },
          y: { signal: "datum.top * height" },
          y2: { signal: "max(datum.bottom, datum.top + 0.001) * height" },
          fill: { value: theme.muted },
        },
      },
    },
    text("datum.side === 0 ? start - 5 : end + 5", outwards, {
      text: { field: "name" },
      limit: { signal: "nameLimit" },
      fill: { value: theme.text },
    }),
    text("datum.side === 0 ? start + 12 : end - 12", "datum.side === 0 ? 'left' : 'right'", {
      text: { field: "count" },
      fontSize: { value: 10 },
      fill: { value: theme.text },
    }),
    {
      type: "text",
      from: { data: "heads" },
      encode: {
        update: {
          x: { signal: "datum.side === 0 ? start : end" },
          y: { value: -8 },
          align: { signal: "datum.side === 0 ? 'left' : 'right'" },
          text: { field: "text" },
          fontSize: { value: 11 },
          fontWeight: { value: 600 },
          fill: { value: theme.muted },
        },
      },
    },
  ];
}
