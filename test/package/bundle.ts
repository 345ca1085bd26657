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
  products: "a log with products",
  migration: "90-days-silent-high-spend",
  loyalty: "loyaltyProgramme",
  cluster: "clusterModel",
  narrative: "rule of thumb",
  sql: "CROSS JOIN",
  chart: "system-ui, sans-serif",
  report: "Content-Security-Policy",
  http: "Data processed successfully",
  export: "customer_id",
  kmeans: "Unknown initialization method",
};

type Room = keyof typeof MARKS;

/** What a page would import, a room and what of it, and whose code that needs. */
const IMPORTS: readonly (readonly [room: string, names: string, needs: readonly Room[]])[] = [
  [
    "",
    "*",
    ["transactions", "rfm", "score", "accumulator", "features", "description", "campaign", "segment"],
  ],
  ["", "giniCoefficient", []],
  ["/pareto", "giniCoefficient", []],
  ["", "computeRfm", ["transactions", "rfm"]],
  ["", "computeRfm, scoreCustomers, segmentCustomers", ["transactions", "rfm", "score", "segment"]],
  ["/cluster", "fitClusters", ["cluster", "kmeans"]],
  ["/cluster", "assignClusters", ["cluster"]],
  ["/cluster", "labelClusters", ["cluster"]],
  ["/sql", "rfmSql", ["transactions", "segment", "sql"]],
  ["/sql", "clusterSql", ["cluster"]],
  ["/http", "clusterHandler", ["cluster", "http"]],
  ["/loyalty", "replayProgramme", ["rfm", "loyalty"]],
  ["/products", "segmentProducts", ["rfm", "products"]],
  ["/chart", "lorenzChart", ["chart"]],
  ["/lifetime", "fitBgNbd", []],
  ["/lifetime", "forecastCustomers", []],
  ["/export", "toCsv", []],
  ["/export", "customerSegmentationRows", ["export"]],
  // Its sentences name the reasons of a log and the figures of customers; the code that finds them stays away.
  ["/narrative", "narrate", ["transactions", "features", "narrative"]],
];

/** Bundles what a page would import, and refuses rooms that come along unasked. */
export async function checkBundles({ folder }: Consumer): Promise<string> {
  const sizes: string[] = [];
  for (const [room, names, needs] of IMPORTS) {
    const code = `export ${names === "*" ? "*" : `{ ${names} }`} from "rfm-kit${room}"`;
    const bundle = await bundled(code, folder);
    for (const [other, mark] of Object.entries(MARKS) as [Room, string][]) {
      const wanted = needs.includes(other);
      if (bundle.includes(mark) === wanted) continue;
      throw new Error(`"${code}" ${wanted ? "lacks" : "brings along"} the ${other} code ("${mark}").`);
    }
    sizes.push(`${names} of rfm-kit${room} ${kilobytes(bundle.length)}`);
  }
  return `minified, ${sizes.join("; ")}`;
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
