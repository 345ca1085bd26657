import type { ClusterComparison } from "../cluster/compare.js";
import type { Silhouette } from "../cluster/silhouette.js";
import { greatest, least } from "./bands.js";
import { type Caption, emptyChart, liteChart } from "./frame.js";
import { type ChartOptions, type Look, openLook } from "./options.js";
import { roomFor } from "./room.js";
import { checkAnswer, checkTable, distinctNames } from "./rows.js";
import type { ChartObject, ChartSpec } from "./spec.js";

/**
 * The inertia of each number of clusters, the elbow curve, with a rule at the number that is recommended, where one is.
 *
 * Cost: O(numbers of clusters).
 *
 * @param comparison what `compareClusterCounts` gives.
 * @returns a specification of Vega-Lite.
 * @throws RfmError on what is no comparison, and on an unknown option.
 * @see Thorndike (1953), "Who belongs in the family?".
 * @example
 * ```ts
 * import { elbowChart } from "rfm-kit/chart";
 * import { compareClusterCounts } from "rfm-kit/cluster";
 *
 * const customers = Array.from({ length: 60 }, (_, i) => {
 *   const loyal = i % 2 === 0;
 *   return { recency: (loyal ? 5 : 300) + i / 6, frequency: (loyal ? 30 : 2) + (i % 7) / 5, monetary: loyal ? 900 + i : 50 + i / 9 };
 * });
 * const comparison = compareClusterCounts(customers, { from: 2, to: 4 });
 * elbowChart(comparison).description;
 * // => "Inertia by number of clusters. Recommended number of clusters: 2."
 * ```
 */
export function elbowChart(comparison: ClusterComparison, options: ChartOptions = {}): ChartSpec {
  const look = openLook("elbowChart", options);
  checkComparison("elbowChart", comparison);
  const values = comparison.counts.map(({ k, inertia }) => ({ k, value: inertia }));
  const { titles, words } = look.texts;
  return curveOf(look, comparison, { title: titles.elbow, axis: words.inertia, format: ",.3~f", values });
}

/**
 * How well clusters are apart: of a comparison the silhouette of each number of clusters, with a rule at the number that is
 * recommended; of the silhouette of one grouping a bar for each group.
 *
 * Cost: O(numbers of clusters), or O(groups).
 *
 * @param found what `compareClusterCounts` or `silhouette` gives.
 * @returns a specification of Vega-Lite.
 * @throws RfmError on what is neither, and on an unknown option.
 * @see Rousseeuw (1987), "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis".
 * @example
 * ```ts
 * import { silhouetteChart } from "rfm-kit/chart";
 * import { silhouette } from "rfm-kit/cluster";
 *
 * const customers = [{ spend: 1 }, { spend: 3 }, { spend: 9 }, { spend: 11 }];
 * const found = silhouette(customers, ["a", "a", "b", "b"], { features: ["spend"], transform: "none", scale: "none" });
 * silhouetteChart(found).description; // => "Silhouette of the clusters. Highest: a, 0.75. Lowest: b, 0.75."
 * ```
 */
export function silhouetteChart(
  found: ClusterComparison | Silhouette,
  options: ChartOptions = {},
): ChartSpec {
  const caller = "silhouetteChart";
  const look = openLook(caller, options);
  const isOne = typeof found === "object" && found !== null && "groups" in found;
  if (isOne) return barsOf(caller, look, found);
  checkComparison(caller, found);
  const values = found.counts.flatMap(({ k, silhouette }) =>
    silhouette === null ? [] : { k, value: silhouette },
  );
  const { titles, words } = look.texts;
  return curveOf(look, found, { title: titles.silhouette, axis: words.silhouette, format: ".2f", values });
}

function checkComparison(caller: string, comparison: ClusterComparison): void {
  checkAnswer(caller, "comparison", comparison, "counts", "compareClusterCounts");
  checkTable(caller, "comparison.counts", comparison.counts, {
    k: "number",
    inertia: "number",
    silhouette: "number?",
  });
}

interface Curve {
  readonly title: string;
  readonly axis: string;
  readonly format: string;
  readonly values: readonly { readonly k: number; readonly value: number }[];
}

function curveOf(
  look: Look,
  { recommended }: ClusterComparison,
  { title, axis, format, values }: Curve,
): ChartSpec {
  if (values.length === 0) return emptyChart(look, title);
  const { words, says } = look.texts;
  const k = recommended?.k ?? null;
  const said = k === null ? says.notRecommended : says.recommended(look.formats.count(k));
  const x = {
    field: "k",
    type: "quantitative",
    axis: { title: words.clusterCount, format: "d", values: values.map((row) => row.k), grid: false },
    scale: { domain: [values[0].k - 0.4, values[values.length - 1].k + 0.4], nice: false, zero: false },
  };
  const y = {
    field: "value",
    type: "quantitative",
    axis: { title: axis, format, tickCount: 5, domain: false, ticks: false },
    scale: {
      domain: [
        Math.min(0, least(values.map((row) => row.value))),
        greatest(values.map((row) => row.value)) * 1.08 || 1,
      ],
      nice: false,
    },
  };
  const [blue, orange] = look.theme.categories;
  return liteChart(
    look,
    { title, note: said, says: [said], height: 300 },
    {
      data: { values },
      layer: [
        ...(k === null ? [] : [ruleAt(k, x, orange)]),
        { mark: { type: "line", color: blue, strokeWidth: 2 }, encoding: { x, y } },
        {
          mark: { type: "point", filled: true, size: 70, color: blue, opacity: 1 },
          encoding: {
            x,
            y,
            tooltip: [
              { field: "k", type: "quantitative", title: words.clusterCount },
              { field: "value", type: "quantitative", format: ",.3~f", title: axis },
            ],
          },
        },
      ],
    },
  );
}

function ruleAt(k: number, { type, axis, scale }: ChartObject, color: string): ChartObject {
  const mark = { type: "rule", color, strokeDash: [4, 3], strokeWidth: 2 };
  return { mark, encoding: { x: { datum: k, type, axis, scale } } };
}

function barsOf(caller: string, look: Look, found: Silhouette): ChartSpec {
  checkAnswer(caller, "silhouette", found, "groups", "silhouette");
  checkTable(caller, "groups", found.groups, { label: "id", silhouette: "number", customers: "number" });
  const { titles, words, measures, says } = look.texts;
  if (found.groups.length === 0) return emptyChart(look, titles.silhouette);
  const nameOf = (label: number | string) =>
    typeof label === "number" ? `${words.cluster} ${label}` : look.nameOf(label);
  const names = distinctNames(found.groups.map(({ label }) => nameOf(label)));
  const values = found.groups.map(({ silhouette, customers }, i) => ({
    name: names[i],
    value: silhouette,
    customers,
  }));
  const sorted = [...values].sort((a, b) => b.value - a.value);
  const say = (value: number) => look.formats.decimal(value, 2);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const caption: Caption = {
    title: titles.silhouette,
    says: [says.highest(first.name, say(first.value)), says.lowest(last.name, say(last.value))],
    height: 80 + 30 * values.length,
  };
  const room = roomFor(look, names, ["0.00"]);
  const domain = [Math.min(0, last.value * room), Math.max(0.1, first.value * room)];
  const x = { field: "value", type: "quantitative", scale: { domain, nice: false } };
  return liteChart(look, caption, {
    data: { values },
    encoding: {
      y: { field: "name", type: "nominal", sort: null, axis: { title: null, ticks: false, domain: false } },
    },
    layer: [
      {
        mark: { type: "bar", color: look.theme.categories[0], cornerRadiusEnd: 2, height: { band: 0.72 } },
        encoding: {
          x: { ...x, axis: { title: words.silhouette, tickCount: 5, domain: false } },
          tooltip: [
            { field: "name", type: "nominal", title: words.cluster },
            { field: "customers", type: "quantitative", format: ",d", title: measures.customers },
            { field: "value", type: "quantitative", format: ".3f", title: words.silhouette },
          ],
        },
      },
      {
        mark: { type: "text", align: "left", dx: 5, color: look.theme.text, fontSize: 11 },
        encoding: { x, text: { field: "value", type: "quantitative", format: ".2f" } },
      },
    ],
  });
}
