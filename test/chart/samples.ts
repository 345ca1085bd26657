import {
  abcClasses,
  computeRfm,
  lorenzCurve,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
} from "rfm-kit";
import * as charts from "rfm-kit/chart";
import { assignClusters, type ClusterComparison, fitClusters } from "rfm-kit/cluster";
import type { BgNbdModel } from "rfm-kit/lifetime";
import { cohortRetention, migrateSegments } from "rfm-kit/migration";
import type { GatewayProduct, SegmentProduct } from "rfm-kit/products";

/** Eight customers in four months. */
const orders = Array.from({ length: 40 }, (_, i) => ({
  customerId: `c${(i * i) % 8}`,
  date: `2024-0${1 + (i % 4)}-${String(1 + ((7 * i) % 28)).padStart(2, "0")}`,
  amount: 5 + ((i * 37) % 90),
}));
const customers = computeRfm(orders, { asOf: "2024-05-01" });
export const segmented = segmentCustomers(scoreCustomers(customers));
const model = fitClusters(customers, { k: 2 });

/** The published model of CDNOW, by weeks. */
const cdnow: BgNbdModel = {
  kind: "bgNbdModel",
  version: 1,
  daysPerUnit: 7,
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  standardErrors: null,
  covariance: null,
  logLikelihood: -9582.4,
  noDropoutLogLikelihood: -9763.7,
  customers: 2357,
  identified: false,
  reason: "published without a covariance",
};

export const steps: charts.ChartStep[] = Array.from({ length: 8 }, (_, i) => ({
  day: new Date(Date.UTC(2024, 0, 8 + 7 * i)).toISOString().slice(0, 10),
  isHoldout: i >= 5,
  actual: 3 + (i % 3),
  expected: 4 - i / 8,
  actualTotal: 4 * i + 3,
  expectedTotal: 4 * i + 2,
  ...(i >= 5 && { low: 2, high: 6 }),
}));

export const productOf = (name: string | null, lift: number): SegmentProduct => ({
  product: `P${lift}`,
  name,
  revenue: 10,
  revenueShare: 0.1,
  allRevenueShare: 0.05,
  units: 3,
  buyers: 6,
  allBuyers: 9,
  share: 0.3,
  shareLow: 0.2,
  shareHigh: 0.4,
  lift,
  liftLow: lift / 2,
  liftHigh: lift * 1.5,
  pValue: 0.01,
  qValue: 0.02,
  price: 3,
  priceLevel: "low",
});

const gatewayOf = (product: string, repeatRate: number | null): GatewayProduct => ({
  product,
  name: null,
  customers: 12,
  share: 0.2,
  followed: 10,
  repeated: 4,
  repeatRate,
  repeatLow: repeatRate && repeatRate - 0.1,
  repeatHigh: repeatRate && repeatRate + 0.1,
  repeatDifference: null,
  pValue: null,
  qValue: null,
  laterSpend: null,
  laterSpendLow: null,
  laterSpendHigh: null,
});

export const comparison = (k: number | null): ClusterComparison => ({
  counts: [1, 2, 3].map((count) => ({
    k: count,
    inertia: 90 / count,
    silhouette: count === 1 ? null : 0.6 / count,
    calinskiHarabasz: null,
    daviesBouldin: null,
    gap: 0.1,
    gapStandardError: 0.01,
    stability: 1,
  })),
  recommended: { k, reason: "" },
  customers: 90,
  measured: { silhouette: 90, refits: 90 },
});

const forecastOf = (name: string, expectedPurchases: number) => ({
  name,
  customers: 4,
  expectedPurchases,
  expectedRevenue: 20 * expectedPurchases,
  value: null,
  purchasesLow: expectedPurchases / 2,
  purchasesHigh: 2 * expectedPurchases,
  revenueLow: null,
  revenueHigh: null,
});

type Draw = (options: charts.ChartOptions) => charts.ChartSpec;

/** What a chart is drawn of: a number of rows of its input, 0 for none. */
export interface Sample {
  readonly name: string;
  readonly draw: (rows: number) => Draw;
}

const sample = (name: string, draw: Sample["draw"]): Sample => ({ name, draw });
const movementOf = (rows: number) => {
  const before = customers.slice(0, rows);
  return migrateSegments({ before, after: computeRfm(orders).slice(0, rows) });
};

/** Every chart, with as many rows as there are where none are said. */
export const samples: readonly Sample[] = [
  sample(
    "segmentTreemapChart",
    (n) => (o) => charts.segmentTreemapChart(summarizeSegments(segmented.slice(0, n)), o),
  ),
  sample(
    "segmentBarsChart",
    (n) => (o) => charts.segmentBarsChart(summarizeSegments(segmented.slice(0, n)), o),
  ),
  sample(
    "revenueShareChart",
    (n) => (o) => charts.revenueShareChart(summarizeSegments(segmented.slice(0, n)), o),
  ),
  sample("rfHeatMapChart", (n) => (o) => charts.rfHeatMapChart(segmented.slice(0, n), o)),
  sample(
    "rfHeatMapChart of counts",
    (n) => (o) => charts.rfHeatMapChart(segmented.slice(0, n), { ...o, measure: "count" }),
  ),
  sample("scoreBarsChart", (n) => (o) => charts.scoreBarsChart(segmented.slice(0, n), o)),
  sample("rfmHistogramChart", (n) => (o) => charts.rfmHistogramChart(customers.slice(0, n), o)),
  sample(
    "rfmHistogramChart of even bins",
    (n) => (o) => charts.rfmHistogramChart(customers.slice(0, n), { ...o, scale: "linear" }),
  ),
  sample("orderDistributionChart", (n) => (o) => charts.orderDistributionChart(customers.slice(0, n), o)),
  sample("rfmScatterChart", (n) => (o) => charts.rfmScatterChart(customers.slice(0, n), o)),
  sample(
    "rfmScatterChart of segments",
    (n) => (o) =>
      charts.rfmScatterChart(segmented.slice(0, n), {
        ...o,
        x: "frequency",
        y: "recency",
        colour: "segment",
      }),
  ),
  sample("lorenzChart of customers", (n) => (o) => charts.lorenzChart(customers.slice(0, n), o)),
  sample("lorenzChart of a curve", (n) => (o) => charts.lorenzChart(lorenzCurve(customers.slice(0, n)), o)),
  sample("abcChart", (n) => (o) => charts.abcChart(abcClasses(customers.slice(0, n)), o)),
  sample(
    "clusterScatterChart",
    (n) => (o) => charts.clusterScatterChart(assignClusters(customers.slice(0, n), model), model, o),
  ),
  sample("clusterProfileChart", () => (o) => charts.clusterProfileChart(model, o)),
  sample(
    "elbowChart",
    (n) => (o) => charts.elbowChart({ ...comparison(2), counts: comparison(2).counts.slice(0, n) }, o),
  ),
  sample(
    "silhouetteChart of a comparison",
    (n) => (o) =>
      charts.silhouetteChart({ ...comparison(null), counts: comparison(null).counts.slice(0, n) }, o),
  ),
  sample("silhouetteChart of groups", (n) => (o) => {
    const groups = [0.5, -0.1].map((silhouette, label) => ({ label, customers: 4, silhouette })).slice(0, n);
    return charts.silhouetteChart({ silhouette: 0.2, exact: true, measured: 8, groups }, o);
  }),
  sample("migrationFlowChart", (n) => (o) => charts.migrationFlowChart(movementOf(n), o)),
  sample("migrationMatrixChart", (n) => (o) => charts.migrationMatrixChart(movementOf(n), o)),
  sample(
    "cohortRetentionChart",
    (n) => (o) => charts.cohortRetentionChart(cohortRetention(orders.slice(0, n), { by: "month" }), o),
  ),
  sample(
    "cohortRetentionChart of weeks",
    (n) => (o) =>
      charts.cohortRetentionChart(cohortRetention(orders.slice(0, n), { by: "week", asOf: "2024-08-31" }), o),
  ),
  sample("forecastTrackingChart", (n) => (o) => charts.forecastTrackingChart(steps.slice(0, n), o)),
  sample(
    "forecastTrackingChart of totals",
    (n) => (o) => charts.forecastTrackingChart(steps.slice(0, n), { ...o, measure: "total" }),
  ),
  sample(
    "groupForecastChart",
    (n) => (o) => charts.groupForecastChart([forecastOf("loyal", 9), forecastOf("mine", 0)].slice(0, n), o),
  ),
  sample(
    "aliveMatrixChart",
    (n) => (o) => charts.aliveMatrixChart(cdnow, { ...o, unidentified: n === 0 ? "withhold" : "show" }),
  ),
  sample(
    "productLiftChart",
    (n) => (o) =>
      charts.productLiftChart(
        { segment: "loyal", byLift: [productOf("Mug", 3), productOf(null, 1.5)].slice(0, n) },
        o,
      ),
  ),
  sample(
    "gatewayChart",
    (n) => (o) =>
      charts.gatewayChart(
        { repeatRate: 0.4, products: [gatewayOf("A", 0.5), gatewayOf("B", null)].slice(0, n) },
        o,
      ),
  ),
];
