// %% [markdown]
// # Who are the customers of this shop?
//
// A walk through rfm-kit, from the lines of a till to a report that people can act on. It runs as a notebook (Deno's kernel) and
// as a program: `npx tsx examples/notebook.ts`.
//
// The shop is simulated, so that everybody sees the same. For one of your own, read its export instead, and name its columns
// where the log is made.

// %%
import {
  computeRfm,
  fitScores,
  lorenzCurve,
  scoreCustomers,
  segmentCustomers,
  summarizePareto,
  summarizeSegments,
  tenSegments,
  transactionLog,
} from "rfm-kit";
import { simulateShop } from "../demo/shop.js";
import { show } from "./show.js";

const { lines } = simulateShop({ seed: 1 });
console.table(lines.slice(0, 3));

// %% [markdown]
// ## What came in, and what was kept?
//
// A log is checked once. Guests have no customer id: their rows are dropped, and counted. A return that undoes a purchase takes it away.

// %%
const log = transactionLog(lines, {
  amount: (line) => line.quantity * line.unitPrice,
  quantity: "quantity",
  attributes: { description: "description", country: "country" },
  invalid: "drop",
  returns: "match",
});
const { rowsRead, rowsKept, dropped, orders, firstDay, lastDay } = log.report;
console.log(rowsRead, rowsKept, dropped, orders, firstDay, lastDay);

// %% [markdown]
// ## Which segments are there?
//
// Recency, frequency and monetary value, scored from 1 to 5 by quantiles; ten segments by rules.

// %%
const customers = computeRfm(log, { decimals: 2 });
const ruler = fitScores(customers);
const segmented = segmentCustomers(scoreCustomers(customers, ruler));
const segments = summarizeSegments(segmented, { scheme: tenSegments });
console.table(segments, ["segment", "customers", "share", "revenue", "revenueShare", "medianRecency"]);

// %%
import { lorenzChart, revenueShareChart, rfHeatMapChart, segmentTreemapChart } from "rfm-kit/chart";

await show(segmentTreemapChart(segments));
await show(revenueShareChart(segments));
await show(rfHeatMapChart(segmented));

// %% [markdown]
// ## On how few does revenue rest?

// %%
const pareto = summarizePareto(customers);
console.log(pareto);
await show(lorenzChart(lorenzCurve(customers)));

// %% [markdown]
// ## Do customers form groups by themselves?
//
// k-means on three transformed features, and how far numbers of clusters can be told apart.

// %%
import { clusterProfileChart, elbowChart } from "rfm-kit/chart";
import { compareClusterCounts, fitClusters, labelClusters } from "rfm-kit/cluster";

const comparison = compareClusterCounts(customers, { from: 2, to: 6, seed: 1 });
const model = fitClusters(customers, { k: 4 });
const labels = labelClusters(model);
console.log(comparison.recommended.reason);
console.table(labels, ["cluster", "label", "name"]);
await show(elbowChart(comparison));
await show(clusterProfileChart(model, { labels }));

// %% [markdown]
// ## Who moved since the quarter before?
//
// Both days are measured by one ruler, so that a movement is the customer's.

// %%
import { migrationFlowChart } from "rfm-kit/chart";
import { cohortRetention, earlyWarnings, migrateSegments } from "rfm-kit/migration";

const [before, after] = ["2024-03-31", "2024-06-30"];
const migration = migrateSegments({
  before: computeRfm(log, { asOf: before }),
  after: computeRfm(log, { asOf: after }),
  ruler,
});
console.log(migration.totals);
await show(migrationFlowChart(migration));
console.table(earlyWarnings(log).slice(0, 5), ["customerId", "warnings", "silentDays", "valueAtStake"]);
const retention = cohortRetention(log, { by: "month" });

// %% [markdown]
// ## What will they buy?
//
// Models of repeat buying and of spend. Before they are believed, they have to foresee months they did not see.

// %%
import { forecastTrackingChart } from "rfm-kit/chart";
import {
  fitGammaGamma,
  fitParetoNbd,
  forecastGroup,
  purchaseHistories,
  trackForecast,
} from "rfm-kit/lifetime";

const calibrationEnd = "2024-03-31";
const tracking = trackForecast(log, fitParetoNbd(purchaseHistories(log, { asOf: calibrationEnd })), {
  calibrationEnd,
});
await show(forecastTrackingChart(tracking));
const histories = purchaseHistories(log);
const models = { purchases: fitParetoNbd(histories), spend: fitGammaGamma(histories) };
const days = 90;
const level = 0.9;
const forecast = { days, level, ...forecastGroup(histories, models, { days, interval: { seed: 1, level } }) };
console.log(forecast);

// %% [markdown]
// ## What do they buy, what do they come for, and what goes together?

// %%
import { productLiftChart } from "rfm-kit/chart";
import { basketRules, gatewayProducts, segmentProducts } from "rfm-kit/products";

const products = segmentProducts(log, segmented, "champions", { nameFrom: "description" });
const gateways = gatewayProducts(log, { nameFrom: "description" });
console.table(products.byRevenue.slice(0, 5), ["name", "revenue", "buyers", "lift", "priceLevel"]);
console.table(gateways.products.slice(0, 5), [
  "name",
  "customers",
  "repeatRate",
  "repeatDifference",
  "qValue",
]);
console.table(basketRules(log).rules.slice(0, 5), [
  "antecedent",
  "consequent",
  "support",
  "confidence",
  "lift",
]);
await show(productLiftChart(products));

// %% [markdown]
// ## Who belongs in a loyalty programme, and on what evidence?
//
// The tenth who spent most, chosen on a day, and held against the rest by what came after it.

// %%
import { defineProgramme, evaluateProgramme } from "rfm-kit/loyalty";

const programme = defineProgramme(computeRfm(log, { asOf: before }), { topShare: 0.1 });
const evaluation = evaluateProgramme(log, programme, { asOf: before, seed: 1, replicates: 199 });
console.log(programme.text);
console.log(evaluation.evidence.text);

// %% [markdown]
// ## What does it all say?
//
// Sentences from these figures; each one knows the figures that it used. In Spanish or Portuguese: `import { es } from "rfm-kit/locale"`
// and `{ locale: es }`.

// %%
import { narrate } from "rfm-kit/narrative";

const facts = {
  log: log.report,
  segments,
  pareto,
  clusters: { model, labels, comparison },
  migration: { before, after, ...migration },
  retention,
  forecast,
  tracking,
  programme: evaluation,
  products,
  gateways,
};
for (const { text } of narrate(facts, { currency: "EUR" }).summary) console.log(`- ${text}`);

// %% [markdown]
// ## A report, and tables for a BI tool
//
// One file that needs no network, to be opened, printed or sent; and a star schema, a table a file.

// %%
import { writeFileSync } from "node:fs";
import { customerSegmentationRows, starSchema, toCsv } from "rfm-kit/export";
import { reportCharts, reportHtml } from "rfm-kit/report";
import { drawSvg } from "../demo/draw.js";
import { inOutput } from "./show.js";

const options = { currency: "EUR", title: "The customers of a simulated shop" };
// A page is written at once, but Vega draws by and by: so the charts are drawn before, in the order in which the page asks.
const drawn = await Promise.all(reportCharts(facts, options).map(drawSvg));
const page = reportHtml(facts, { ...options, renderChart: () => drawn.shift() ?? "" });
writeFileSync(inOutput("report.html"), page);
writeFileSync(inOutput("customer_segmentation_ready.csv"), toCsv(customerSegmentationRows(segmented)));
const star = starSchema(log, segmented, { nameFrom: "description" });
for (const [table, rows] of Object.entries(star)) {
  writeFileSync(inOutput(`${table}.csv`), toCsv<object>(rows));
  console.log(table, rows.length);
}
