import {
  abcClasses,
  computeRfm,
  fitScores,
  type RfmCustomer,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  tenSegments,
  transactionLog,
} from "rfm-kit";
import * as charts from "rfm-kit/chart";
import {
  assignClusters,
  compareClusterCounts,
  fitClusters,
  labelClusters,
  silhouette,
} from "rfm-kit/cluster";
import { fitBgNbd, fitGammaGamma, forecastGroup, purchaseHistories, trackForecast } from "rfm-kit/lifetime";
import { cohortRetention, migrateSegments } from "rfm-kit/migration";
import { gatewayProducts, segmentProducts } from "rfm-kit/products";
import { readData } from "../data.js";

/** A chart of the gallery: the name of its files, how it is called, and how it is drawn. */
export interface GalleryChart {
  readonly name: string;
  readonly call: string;
  readonly draw: (options: charts.ChartOptions) => charts.ChartSpec;
}

type Line = Readonly<Record<string, string>>;

/** Every chart on Online Retail, cleaned as in the README; the models of repeat buying on CDNOW. */
export function galleryCharts(): GalleryChart[] {
  const found: GalleryChart[] = [];
  const add = (name: string, call: string, draw: GalleryChart["draw"]) =>
    void found.push({ name, call, draw });
  const lines = readData("online-retail.csv.gz").filter(
    (line) => line.CustomerID !== "" && Number(line.Quantity) > 0,
  );
  const log = retailLog(lines);
  addSegments(add, log);
  addMovement(add, log);
  addForecasts(add);
  return found;
}

type Add = (name: string, call: string, draw: GalleryChart["draw"]) => void;
type Log = ReturnType<typeof retailLog>;

function retailLog(lines: readonly Line[]) {
  return transactionLog(lines, {
    customerId: "CustomerID",
    orderId: "InvoiceNo",
    product: "StockCode",
    date: "InvoiceDate",
    attributes: { description: "Description" },
    amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
  });
}

function addSegments(add: Add, log: Log): void {
  const customers = computeRfm(log);
  const scored = scoreCustomers(customers);
  const segmented = segmentCustomers(scored);
  const summary = summarizeSegments(segmented, { scheme: tenSegments });
  add("segment-treemap", "segmentTreemapChart(summary)", (o) => charts.segmentTreemapChart(summary, o));
  for (const measure of ["revenue", "medianRecency", "medianFrequency", "medianMonetary"] as const) {
    const name = `segment-bars-${measure.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    add(name, `segmentBarsChart(summary, { measure: "${measure}" })`, (o) =>
      charts.segmentBarsChart(summary, { ...o, measure }),
    );
  }
  add("revenue-share", "revenueShareChart(summary)", (o) => charts.revenueShareChart(summary, o));
  add("rf-heat-map", "rfHeatMapChart(scored)", (o) => charts.rfHeatMapChart(scored, o));
  add("rf-heat-map-count", 'rfHeatMapChart(scored, { measure: "count" })', (o) =>
    charts.rfHeatMapChart(scored, { ...o, measure: "count" }),
  );
  add("score-bars", "scoreBarsChart(scored)", (o) => charts.scoreBarsChart(scored, o));
  add("histogram", "rfmHistogramChart(customers)", (o) => charts.rfmHistogramChart(customers, o));
  add("order-distribution", "orderDistributionChart(customers)", (o) =>
    charts.orderDistributionChart(customers, o),
  );
  add("scatter", 'rfmScatterChart(segmented, { colour: "segment" })', (o) =>
    charts.rfmScatterChart(segmented, { ...o, colour: "segment" }),
  );
  add("scatter-fm", 'rfmScatterChart(customers, { x: "frequency", y: "monetary" })', (o) =>
    charts.rfmScatterChart(customers, { ...o, x: "frequency", y: "monetary" }),
  );
  add("scatter-rf", 'rfmScatterChart(customers, { x: "recency", y: "frequency" })', (o) =>
    charts.rfmScatterChart(customers, { ...o, x: "recency", y: "frequency" }),
  );
  add("lorenz", "lorenzChart(customers)", (o) => charts.lorenzChart(customers, o));
  const classes = abcClasses(customers);
  add("abc", "abcChart(abcClasses(customers))", (o) => charts.abcChart(classes, o));
  const isProduct = (code: unknown) => /^\d{5}/.test(String(code));
  const asked = { nameFrom: "description", exclude: (code: unknown) => !isProduct(code) };
  const products = segmentProducts(log, segmented, "champions", { ...asked, minBuyers: 100 });
  add("product-lift", "productLiftChart(products)", (o) => charts.productLiftChart(products, o));
  const gateways = gatewayProducts(log, asked);
  add("gateway", "gatewayChart(gateways)", (o) => charts.gatewayChart(gateways, o));
  addClusters(
    add,
    customers.filter(({ monetary }) => monetary > 0),
  );
}

function addClusters(add: Add, customers: readonly RfmCustomer[]): void {
  const model = fitClusters(customers, { k: 4, seed: 1 });
  const labels = labelClusters(model);
  const clustered = assignClusters(customers, model);
  const comparison = compareClusterCounts(customers, { from: 1, to: 8, seed: 1 });
  const apart = silhouette(
    customers,
    clustered.map(({ cluster }) => labels[cluster].label),
  );
  add("cluster-scatter", "clusterScatterChart(clustered, model, { labels })", (o) =>
    charts.clusterScatterChart(clustered, model, {
      ...o,
      labels: labelClusters(model, { locale: o.locale }),
    }),
  );
  add("cluster-profile", "clusterProfileChart(model, { labels })", (o) =>
    charts.clusterProfileChart(model, { ...o, labels: labelClusters(model, { locale: o.locale }) }),
  );
  add("elbow", "elbowChart(comparison)", (o) => charts.elbowChart(comparison, o));
  add("silhouette", "silhouetteChart(comparison)", (o) => charts.silhouetteChart(comparison, o));
  add("silhouette-groups", "silhouetteChart(silhouette(customers, labels))", (o) =>
    charts.silhouetteChart(apart, o),
  );
}

function addMovement(add: Add, log: Log): void {
  const [before, after] = ["2011-06-10", "2011-12-10"].map((asOf) => computeRfm(log, { asOf }));
  const migration = migrateSegments({ before, after, ruler: fitScores(before) });
  add("migration-flow", "migrationFlowChart(migration)", (o) => charts.migrationFlowChart(migration, o));
  add("migration-matrix", "migrationMatrixChart(migration)", (o) =>
    charts.migrationMatrixChart(migration, o),
  );
  const retention = cohortRetention(log, { by: "month" });
  add("cohort-retention", "cohortRetentionChart(retention)", (o) =>
    charts.cohortRetentionChart(retention, o),
  );
}

function addForecasts(add: Add): void {
  const cdnow = transactionLog(readData("cdnow-sample.csv.gz"), {
    customerId: "customer_id",
    date: "date",
    amount: (row) => Number(row.dollars),
  });
  const calibrationEnd = "1997-09-30";
  const model = fitBgNbd(purchaseHistories(cdnow, { asOf: calibrationEnd }));
  const steps = trackForecast(cdnow, model, { calibrationEnd });
  add("forecast-tracking", "forecastTrackingChart(steps)", (o) => charts.forecastTrackingChart(steps, o));
  add("forecast-tracking-total", 'forecastTrackingChart(steps, { measure: "total" })', (o) =>
    charts.forecastTrackingChart(steps, { ...o, measure: "total" }),
  );
  add("alive-matrix", "aliveMatrixChart(model)", (o) => charts.aliveMatrixChart(model, o));
  const segmented = segmentCustomers(scoreCustomers(computeRfm(cdnow)));
  const segmentOf = new Map(segmented.map(({ customerId, segment }) => [customerId, segment]));
  const histories = purchaseHistories(cdnow);
  const models = { purchases: fitBgNbd(histories), spend: fitGammaGamma(histories) };
  const forecasts = tenSegments.segments.map((name) => {
    const own = histories.filter(({ customerId }) => segmentOf.get(customerId) === name);
    return { name, ...forecastGroup(own, models, { days: 90, interval: { seed: 1, draws: 400 } }) };
  });
  add("group-forecast", "groupForecastChart(forecasts)", (o) => charts.groupForecastChart(forecasts, o));
}
