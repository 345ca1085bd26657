import { assignClusters, type ClusterModel, fitClusters } from "rfm-kit/cluster";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const line = (...values: number[]) => values.map((spend, i) => ({ id: `c-${i}`, spend }));
const options = { features: ["spend"], transform: "none", scale: "minmax", k: 2 } as const;
// From 0 to 10 as 0 to 1, with centroids at 0.9 and 0.1.
const model = fitClusters(line(0, 2, 8, 10), options);

describe("assignClusters(customers, model)", () => {
  it("gives the nearest cluster, the distance to it and how much farther the next one is", () => {
    const [low, middle, high] = assignClusters(line(1, 5.5, 30), model);
    expect(low).toEqual({
      id: "c-0",
      spend: 1,
      cluster: 1,
      distance: expect.closeTo(0, 12),
      margin: expect.closeTo(0.8, 12),
    });
    expect(middle).toMatchObject({
      cluster: 0,
      distance: expect.closeTo(0.35, 12),
      margin: expect.closeTo(0.1, 12),
    });
    expect(high).toMatchObject({
      cluster: 0,
      distance: expect.closeTo(2.1, 12),
      margin: expect.closeTo(0.8, 12),
    });
  });

  it("gives the first of two clusters at the same distance, as the fit does", () => {
    const halves = fitClusters(line(0, 1, 2, 3, 4), { ...options, k: 2 });
    const counts = [0, 0];
    for (const { cluster } of assignClusters(line(0, 1, 2, 3, 4), halves)) counts[cluster]++;
    expect(halves.clusters.map(({ customers }) => customers)).toEqual(counts);
  });

  it("answers rows in rows and columns in columns, replaces columns of its names and touches no input", () => {
    const rows = Object.freeze(line(1, 9).map((row) => Object.freeze({ ...row, cluster: "old" })));
    expect(assignClusters(rows, model).map(({ cluster }) => cluster)).toEqual([1, 0]);
    const columns = { spend: Float64Array.of(1, 9), name: ["a", "b"] };
    const placed = assignClusters(columns, model);
    expect(placed.name).toBe(columns.name);
    expect(placed.cluster).toEqual(Uint16Array.of(1, 0));
    expect(placed.distance[0]).toBeCloseTo(0, 12);
    expect(placed.margin[1]).toBeCloseTo(0.8, 12);
    expect(assignClusters([], model)).toEqual([]);
  });

  it("has an infinite margin where there is one cluster", () => {
    const one = fitClusters(line(0, 2, 8, 10), { ...options, k: 1 });
    expect(assignClusters(line(5), one)[0]).toMatchObject({ cluster: 0, margin: Number.POSITIVE_INFINITY });
  });

  it.each<[string, (model: ClusterModel<"spend">) => unknown, string, string]>([
    ["of another kind", (m) => ({ ...m, kind: "scoreModel" }), "modelKind", "model.kind"],
    ["of another version", (m) => ({ ...m, version: 2 }), "modelVersion", "model.version"],
    ["that is none", () => null, "modelKind", "model.kind"],
    ["that is text", (m) => JSON.stringify(m), "modelKind", "model"],
    ["that is a promise", (m) => Promise.resolve(m), "modelKind", "model"],
    ["with a k that is no number", (m) => ({ ...m, k: "2" }), "invalidModel", "model.k"],
    ["without a cluster", (m) => ({ ...m, clusters: m.clusters.slice(1) }), "invalidModel", "model.clusters"],
    [
      "with clusters in another order",
      (m) => ({ ...m, clusters: [...m.clusters].reverse() }),
      "invalidModel",
      "model.clusters[0].cluster",
    ],
    [
      "without a coordinate",
      (m) => ({ ...m, clusters: m.clusters.map((c) => ({ ...c, center: [] })) }),
      "invalidModel",
      "model.clusters[0].center",
    ],
    [
      "with a coordinate of null",
      (m) => ({ ...m, clusters: m.clusters.map((c) => ({ ...c, center: [null] })) }),
      "invalidModel",
      "model.clusters[0].center",
    ],
    [
      "without a median",
      (m) => ({ ...m, clusters: m.clusters.map((c) => ({ ...c, median: {} })) }),
      "invalidModel",
      "model.clusters[0].median.spend",
    ],
    ["without features", (m) => ({ ...m, features: [] }), "invalidModel", "model.features"],
    ["with another transform", (m) => ({ ...m, transform: "sqrt" }), "invalidOption", "model.transform"],
    ["with another scale", (m) => ({ ...m, scale: "none" }), "invalidOption", "model.scale"],
    ["without preparation", (m) => ({ ...m, preparation: [] }), "invalidModel", "model.preparation"],
    [
      "prepared for another feature",
      (m) => ({ ...m, preparation: [{ ...m.preparation[0], feature: "age" }] }),
      "invalidModel",
      "model.preparation[0].feature",
    ],
    [
      "with a factor of 0",
      (m) => ({ ...m, preparation: [{ ...m.preparation[0], factor: 0 }] }),
      "invalidModel",
      "model.preparation[0].factor",
    ],
    [
      "without lambda",
      (m) => ({ ...m, transform: "yeo-johnson" }),
      "invalidModel",
      "model.preparation[0].lambda",
    ],
    ["without knots", (m) => ({ ...m, transform: "rank" }), "invalidModel", "model.preparation[0].knots"],
  ])("refuses a model %s", (_, damage, code, path) => {
    const damaged = damage(JSON.parse(JSON.stringify(model))) as ClusterModel<"spend">;
    expectRefusal(() => assignClusters(line(1), damaged), { code: code as "modelKind", path });
  });

  it("refuses customers without a number for a feature", () => {
    const customers = [...line(1), { id: "c", spend: Number.NaN }];
    expectRefusal(() => assignClusters(customers, model), { code: "invalidValue", path: "spend", row: 1 });
    expectRefusal(() => assignClusters([{ id: "c" }] as never, model), {
      code: "unknownColumn",
      path: "spend",
    });
  });
});
