import { computeRfm, scoreCustomers, segmentCustomers, transactionLog } from "rfm-kit";
import {
  adjustedRandIndex,
  assignClusters,
  calinskiHarabasz,
  compareWithSegments,
  daviesBouldin,
  fitClusters,
  silhouette,
} from "rfm-kit/cluster";
import { beforeAll, describe, expect, it } from "vitest";
import { openRandom } from "../../src/core/random.js";
import { hasData, readData, readExpected, readExpectedJson } from "../data.js";
import { nearestSlowly } from "./slowly.js";

interface Expected {
  readonly inertia: number;
  readonly silhouette: number;
  readonly calinski_harabasz: number;
  readonly davies_bouldin: number;
}
const COUNTS = [2, 3, 4, 5, 6];

describe.runIf(hasData)("clusters of online retail", () => {
  let customers: { customerId: string; recency: number; frequency: number; monetary: number }[];
  let expected: Record<number, Expected>;
  let labels: Record<string, string>[];
  beforeAll(() => {
    const log = transactionLog(readData("online-retail.csv.gz"), {
      customerId: "CustomerID",
      orderId: "InvoiceNo",
      date: "InvoiceDate",
      amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
      exclude: { returned: (line) => Number(line.Quantity) <= 0 },
      invalid: "drop",
    });
    const byId = (a: { customerId: string }, b: { customerId: string }) =>
      Number(a.customerId) - Number(b.customerId);
    customers = computeRfm(log, { recency: "elapsed" })
      .map((row) => ({ ...row, customerId: String(row.customerId) }))
      .sort(byId);
    expected = readExpectedJson("kmeans.json").basic.k;
    labels = readExpected("kmeans-labels-basic.csv.gz");
    expect(labels.map((row) => row.customer_id)).toEqual(customers.map((row) => row.customerId));
  });

  it.each(COUNTS)("reach the best known inertia of %i within a thousandth, and do not claim less", (k) => {
    for (const seed of [1, 2, 3]) {
      const { inertia, converged } = fitClusters(customers, { k, seed });
      expect(converged).toBe(true);
      expect(inertia).toBeLessThanOrEqual(expected[k].inertia * 1.001);
      expect(inertia).toBeGreaterThanOrEqual(expected[k].inertia * (1 - 1e-9));
    }
  });

  it.each(COUNTS)("are measured as scikit-learn measures its %i", (k) => {
    const theirs = labels.map((row) => row[`k${k}`]);
    expect(Math.abs(silhouette(customers, theirs).silhouette - expected[k].silhouette)).toBeLessThan(1e-9);
    expect(Math.abs(calinskiHarabasz(customers, theirs) - expected[k].calinski_harabasz)).toBeLessThan(1e-7);
    expect(Math.abs(daviesBouldin(customers, theirs) - expected[k].davies_bouldin)).toBeLessThan(1e-9);
    const ours = assignClusters(customers, fitClusters(customers, { k })).map(({ cluster }) => cluster);
    expect(adjustedRandIndex(ours, theirs)).toBeGreaterThan(0.9);
  });

  it("are the same from any order of the rows", () => {
    const model = fitClusters(customers, { k: 5 });
    const random = openRandom("test", 1);
    const turned = [...customers].reverse();
    const mixed = customers.map((row) => ({ row, at: random.below(2 ** 32) })).sort((a, b) => a.at - b.at);
    for (const rows of [turned, mixed.map(({ row }) => row)])
      expect(fitClusters(rows, { k: 5 })).toEqual(model);
  });

  it("place a thousand random customers where the slow way does, before and after JSON", () => {
    const random = openRandom("test", 2);
    const strangers = Array.from({ length: 1000 }, () => ({
      recency: random.below(400),
      frequency: 1 + random.below(60),
      monetary: random.below(1_000_000) / 100,
    }));
    const model = fitClusters(customers, { k: 6 });
    const placed = assignClusters(strangers, model);
    expect(assignClusters(strangers, JSON.parse(JSON.stringify(model)))).toEqual(placed);
    for (const customer of placed) {
      const slow = nearestSlowly(customer, model);
      expect(customer.cluster).toBe(slow.cluster);
      expect(customer.distance).toBeCloseTo(slow.distance, 12);
      expect(customer.margin).toBeCloseTo(slow.margin, 12);
    }
  });

  it("agree in part with the ten segments", () => {
    const segmented = segmentCustomers(scoreCustomers(customers));
    const model = fitClusters(segmented, { k: 4 });
    const { crosstab, adjustedRandIndex: index } = compareWithSegments(assignClusters(segmented, model));
    expect(crosstab.map((row) => row.customers)).toEqual(model.clusters.map((cluster) => cluster.customers));
    expect(crosstab[0].mostly).toBe("champions");
    expect(index).toBeGreaterThan(0.2);
    expect(index).toBeLessThan(0.9);
  });
});
