import { build } from "esbuild";
import type { Consumer } from "./consumer.js";
import { kilobytes } from "./tarball.js";

/** Strings that minifying keeps, each of one room. */
const MARKS = {
  transactions: "missingCustomer",
  rfm: "asOfBeforeFirstPurchase",
  score: "exact quantiles",
  accumulator: "rfmState",
  features: "shareOfRecentSpend",
  description: "near-constant",
  campaign: "targetingPolicies",
  segment: "ten R-F segments",
  migration: "90-days-silent-high-spend",
  loyalty: "loyaltyProgramme",
  cluster: "clusterModel",
  sql: "CROSS JOIN",
  http: "Data processed successfully",
  kmeans: "Unknown initialization method",
};

type Room = keyof typeof MARKS;

/** Bundles what a page would import, and refuses rooms that come along unasked. */
export async function checkBundles({ folder }: Consumer): Promise<string> {
  const size = async (code: string, rooms: readonly Room[]) => {
    const bundle = await bundled(code, folder);
    for (const [room, mark] of Object.entries(MARKS) as [Room, string][]) {
      const wanted = rooms.includes(room);
      if (bundle.includes(mark) === wanted) continue;
      throw new Error(`"${code}" ${wanted ? "lacks" : "brings along"} the ${room} code ("${mark}").`);
    }
    return kilobytes(bundle.length);
  };
  const all = await size('export * from "rfm-kit"', [
    "transactions",
    "rfm",
    "score",
    "accumulator",
    "features",
    "description",
    "campaign",
    "segment",
  ]);
  const gini = await size('export { giniCoefficient } from "rfm-kit/pareto"', []);
  const giniOfRoot = await size('export { giniCoefficient } from "rfm-kit"', []);
  const compute = await size('export { computeRfm } from "rfm-kit"', ["transactions", "rfm"]);
  const pipeline = await size('export { computeRfm, scoreCustomers, segmentCustomers } from "rfm-kit"', [
    "transactions",
    "rfm",
    "score",
    "segment",
  ]);
  const fit = await size('export { fitClusters } from "rfm-kit/cluster"', ["cluster", "kmeans"]);
  const assign = await size('export { assignClusters } from "rfm-kit/cluster"', ["cluster"]);
  const sql = await size('export { rfmSql } from "rfm-kit/sql"', ["transactions", "segment", "sql"]);
  const place = await size('export { clusterSql } from "rfm-kit/sql"', ["cluster"]);
  const handler = await size('export { clusterHandler } from "rfm-kit/http"', ["cluster", "http"]);
  const replay = await size('export { replayProgramme } from "rfm-kit/loyalty"', [
    "transactions",
    "rfm",
    "loyalty",
  ]);
  const buying = await size('export { fitBgNbd } from "rfm-kit/lifetime"', []);
  const forecast = await size('export { forecastCustomers } from "rfm-kit/lifetime"', []);
  return `minified, all is ${all}, giniCoefficient alone ${gini} (${giniOfRoot} from the root), computeRfm ${compute}, to segments ${pipeline}, fitClusters ${fit}, assignClusters ${assign}, clusterHandler ${handler}, rfmSql ${sql}, clusterSql ${place}, fitBgNbd ${buying}, forecastCustomers ${forecast}, replayProgramme ${replay}`;
}

async function bundled(contents: string, resolveDir: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    logLevel: "silent",
  });
  return outputFiles[0].text;
}
