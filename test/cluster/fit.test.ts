import { type ClusterCustomers, type FitClustersOptions, fitClusters } from "rfm-kit/cluster";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const shop = [
  { recency: 3, frequency: 9, monetary: 900 },
  { recency: 200, frequency: 1, monetary: 30 },
  { recency: 5, frequency: 7, monetary: 700 },
  { recency: 240, frequency: 1, monetary: 50 },
  { recency: 9, frequency: 5, monetary: 400 },
];
const line = (...values: number[]) => values.map((spend) => ({ spend }));
const raw = { features: ["spend"], transform: "none" } as const;

describe("fitClusters(customers, options)", () => {
  it("finds the groups, numbers them by falling mean monetary value and describes them in their own units", () => {
    const model = fitClusters(shop, { k: 2 });
    const [best, rest] = model.clusters;
    expect(model).toMatchObject({
      kind: "clusterModel",
      version: 1,
      k: 2,
      customers: 5,
      converged: true,
      starts: 10,
      seed: 1,
    });
    expect(best).toMatchObject({ cluster: 0, customers: 3, share: 0.6, revenueShare: 2000 / 2080 });
    expect(rest).toMatchObject({ cluster: 1, customers: 2, share: 0.4, revenueShare: 80 / 2080 });
    expect(best.mean).toEqual({ recency: 17 / 3, frequency: 7, monetary: 2000 / 3 });
    expect(best.median).toEqual({ recency: 5, frequency: 7, monetary: 700 });
    expect(rest.median).toEqual({ recency: 220, frequency: 1, monetary: 40 });
    // Means of logarithms are geometric means of 1 + x.
    expect(rest.centroid.monetary).toBeCloseTo(Math.sqrt(31 * 51) - 1, 9);
    expect(rest.centroid.frequency).toBeCloseTo(1, 12);
  });

  it("scales by mean and standard deviation of all n, and adds up squared distances", () => {
    // 0, 2, 10, 12: mean 6, variance (36 + 16 + 16 + 36) / 4 = 26; each is 1 from its centroid.
    const model = fitClusters(line(0, 2, 10, 12), { ...raw, k: 2 });
    expect(model.preparation).toEqual([{ feature: "spend", offset: 6, factor: Math.sqrt(26) }]);
    expect(model.inertia).toBeCloseTo(4 / 26, 14);
    expect(model.clusters.map(({ center }) => center[0])).toEqual([5 / Math.sqrt(26), -5 / Math.sqrt(26)]);
    expect(model.clusters.map(({ centroid }) => centroid.spend)).toEqual([
      expect.closeTo(11, 12),
      expect.closeTo(1, 12),
    ]);
    expect(model.clusters[0].revenueShare).toBeNull();
  });

  it("scales by median and interquartile range, or by range", () => {
    // Type-7 quartiles of ten values stand at the places 2.25, 4.5 and 6.75; scikit-learn 1.9.1's RobustScaler says the same.
    const customers = line(0.5, 1, 1, 2, 3, 8, 20, 55, -3, -0.2);
    const scaling = (scale: "robust" | "minmax") =>
      fitClusters(customers, { ...raw, k: 2, scale }).preparation[0];
    expect(scaling("robust")).toEqual({ feature: "spend", offset: 1.5, factor: 6.125 });
    expect(scaling("minmax")).toEqual({ feature: "spend", offset: -3, factor: 58 });
  });

  it("transforms by ranks, equal values by their average one, and back", () => {
    const customers = line(0.5, 1, 1, 2, 3, 8, 20, 55, -3, -0.2);
    const { preparation, clusters } = fitClusters(customers, { ...raw, k: 2, transform: "rank" });
    // By scipy's rankdata.
    expect(preparation[0].knots).toEqual({
      values: [-3, -0.2, 0.5, 1, 2, 3, 8, 20, 55],
      ranks: [1, 2, 3, 4.5, 6, 7, 8, 9, 10],
    });
    // The upper five have ranks 6 to 10, so their centroid is rank 8.
    expect(clusters[0].centroid.spend).toBeCloseTo(8, 9);
  });

  it("transforms by Yeo and Johnson's power of the greatest likelihood, and back", () => {
    const customers = line(0.5, 1, 1, 2, 3, 8, 20, 55, -3, -0.2);
    const { preparation, clusters } = fitClusters(customers, { ...raw, k: 10 - 1, transform: "yeo-johnson" });
    // By PowerTransformer of scikit-learn 1.9.1.
    expect(preparation[0].lambda).toBeCloseTo(0.32878275, 6);
    expect(clusters.map(({ centroid }) => centroid.spend)).toEqual(
      [55, 20, 8, 3, 2, 1, 0.5, -0.2, -3].map((value) => expect.closeTo(value, 9)),
    );
  });

  it("takes columns, and other features than those of RFM", () => {
    const columns = {
      recency: Float64Array.from(shop, (row) => row.recency),
      frequency: Float64Array.from(shop, (row) => row.frequency),
      monetary: Float64Array.from(shop, (row) => row.monetary),
      name: ["a", "b", "c", "d", "e"],
    };
    expect(fitClusters(columns, { k: 2 })).toEqual(fitClusters(shop, { k: 2 }));
    const { features, clusters } = fitClusters(shop, { k: 2, features: ["frequency", "recency"] });
    expect(features).toEqual(["frequency", "recency"]);
    expect(clusters.map(({ mean }) => mean.frequency)).toEqual([7, 1]);
  });

  it("gives a frozen model that survives JSON", () => {
    const model = fitClusters(shop, { k: 2, transform: "rank" });
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(Object.isFrozen(model.clusters[0].mean)).toBe(true);
    expect(Object.isFrozen(model.preparation[0].knots?.ranks)).toBe(true);
  });

  it("leaves no cluster empty, as many as there may be", () => {
    const customers = line(1, 1, 1, 1, 1, 1, 1, 2, 3, 50, 51);
    for (const k of [1, 2, 3, 4, 5]) {
      const { clusters, inertia } = fitClusters(customers, { ...raw, k });
      expect(clusters.every((cluster) => cluster.customers > 0)).toBe(true);
      if (k === 5) expect(inertia).toBe(0);
    }
  });

  it("finds groups of a few among very many that are the same", () => {
    const customers = [...new Array<number>(30_000).fill(1), 2, 3, 50, 51].map((spend) => ({ spend }));
    const { clusters, inertia } = fitClusters(customers, { ...raw, k: 5 });
    expect(clusters.map(({ mean }) => mean.spend)).toEqual([51, 50, 3, 2, 1]);
    expect(inertia).toBe(0);
  });

  it.each<[string, unknown, Partial<FitClustersOptions<string>>, string, string, RegExp]>([
    ["k of 0", shop, { k: 0 }, "invalidOption", "k", /whole number from 1/],
    ["a fractional k", shop, { k: 2.5 }, "invalidOption", "k", /received 2.5/],
    ["no k", shop, {}, "invalidOption", "k", /received undefined/],
    [
      "k over the customers that differ",
      [...shop, shop[0]],
      { k: 6 },
      "invalidOption",
      "k",
      /from 1 to 5.*choose fewer clusters/,
    ],
    ["no customers", [], { k: 1 }, "emptyPopulation", "customers", /at least one customer/],
    ["no features", shop, { k: 2, features: [] }, "invalidOption", "features", /one or more/],
    [
      "a feature twice",
      shop,
      { k: 2, features: ["recency", "recency"] },
      "invalidOption",
      "features",
      /each once/,
    ],
    [
      "an unknown feature",
      shop,
      { k: 2, features: ["recncy"] },
      "unknownColumn",
      "recncy",
      /did you mean "recency"/,
    ],
    [
      "an unknown transform",
      shop,
      { k: 2, transform: "lg" as never },
      "invalidOption",
      "transform",
      /"yeo-johnson"/,
    ],
    [
      "an unknown scale",
      shop,
      { k: 2, scale: "minmx" as never },
      "invalidOption",
      "scale",
      /did you mean "minmax"/,
    ],
    ["no starts", shop, { k: 2, starts: 0 }, "invalidOption", "starts", /from 1 to 1000/],
    ["a seed that is no whole number", shop, { k: 2, seed: 0.5 }, "invalidOption", "seed", /whole number/],
    [
      "an unknown option",
      shop,
      { k: 2, feature: [] } as never,
      "unknownOption",
      "feature",
      /did you mean "features"/,
    ],
    [
      "a constant",
      shop.map((row) => ({ ...row, frequency: 1 })),
      { k: 2 },
      "constantFeature",
      "frequency",
      /name the other features/,
    ],
    [
      "a constant middle half",
      line(1, 2, 2, 2, 2, 2, 2, 9),
      { ...raw, k: 2, scale: "robust" },
      "constantFeature",
      "spend",
      /scale: "standard"/,
    ],
  ])("refuses %s, and says what to do", (_, customers, options, code, path, message) => {
    const call = () =>
      fitClusters(customers as ClusterCustomers<string>, options as FitClustersOptions<string>);
    expectRefusal(call, { code: code as "invalidOption", path, message });
  });

  it("refuses values that are no numbers or cannot be transformed, by row", () => {
    const with1 = (monetary: number) => shop.map((row, i) => (i === 1 ? { ...row, monetary } : row));
    const bad = { code: "invalidValue", path: "monetary", row: 1 } as const;
    expectRefusal(() => fitClusters(with1(Number.NaN), { k: 2 }), { ...bad, message: /finite number/ });
    expectRefusal(() => fitClusters(with1(-1), { k: 2 }), { ...bad, message: /above -1.*yeo-johnson/ });
    const hint = /received null \(leave out the customers without one, or the feature\)$/;
    expectRefusal(() => fitClusters(with1(null as never), { k: 2 }), { ...bad, message: hint });
    const waiting = Promise.resolve(shop) as never;
    expectRefusal(() => fitClusters(waiting, { k: 2 }), {
      code: "invalidInput",
      path: "customers",
      message: /\(await it\)$/,
    });
    const far = line(1, 2, 3, 4, 1e200);
    expectRefusal(() => fitClusters(far, { ...raw, k: 2, scale: "robust" }), {
      code: "invalidValue",
      path: "spend",
      row: 4,
      message: /scale: "standard"/,
    });
    const columns = { spend: Float64Array.of(1, 2), age: Float64Array.of(1) };
    expectRefusal(() => fitClusters(columns, { k: 1, features: ["spend", "age"] }), {
      code: "unequalLengths",
      path: "age",
    });
  });
});
