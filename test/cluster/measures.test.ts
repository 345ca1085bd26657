import {
  adjustedRandIndex,
  calinskiHarabasz,
  compareWithSegments,
  daviesBouldin,
  fitClusters,
  silhouette,
} from "rfm-kit/cluster";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const own = { features: ["x", "y"], transform: "none", scale: "none" } as const;
const rows = (points: readonly (readonly [number, number])[]) => points.map(([x, y]) => ({ x, y }));

// Drawn once from a normal distribution; the figures are those of scikit-learn 1.9.1.
const points = rows([
  [-2.2, -0.3],
  [0.1, 1.7],
  [-1.0, 1.0],
  [2.6, -3.3],
  [-0.9, 2.2],
  [3.0, -2.6],
  [1.5, -2.5],
  [1.5, 2.2],
  [4.0, -2.5],
  [-1.3, -2.4],
  [3.0, -0.6],
  [-3.6, -1.6],
  [2.0, -1.6],
  [-5.5, -0.5],
]);
const labels = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3];

describe("adjustedRandIndex(a, b)", () => {
  // By adjusted_rand_score of scikit-learn 1.9.1, on labels drawn once.
  it.each<[number[], number[], number]>([
    [[2, 0, 1, 0, 0, 0, 1, 1, 2, 1, 1, 2], [2, 0, 2, 0, 0, 0, 1, 1, 1, 0, 2, 2], 0.2609182530795073],
    [
      [1, 3, 2, 0, 0, 3, 2, 0, 0, 1, 2, 0, 3, 1, 0, 0, 3, 1, 1, 2],
      [1, 3, 2, 0, 0, 3, 2, 1, 0, 1, 2, 0, 3, 1, 0, 0, 3, 1, 1, 0],
      0.7042801556420234,
    ],
    [
      [0, 3, 4, 2, 0, 0, 4, 4, 4, 4, 3, 3, 0, 0, 2, 2, 1, 3, 2, 4, 1, 2, 2, 3, 4],
      [4, 4, 4, 4, 0, 5, 4, 0, 4, 1, 4, 5, 3, 2, 2, 2, 1, 3, 1, 3, 5, 4, 2, 3, 4],
      0.03402854006586169,
    ],
    [[0, 0, 1, 2], [0, 0, 1, 1], 0.5714285714285714],
    [[0, 0, 1, 1], [0, 1, 0, 1], -0.5],
    [[0, 0, 0], [0, 0, 0], 1],
    [[0, 1, 2], [2, 1, 0], 1],
    [[0, 0, 0, 0], [0, 1, 2, 3], 0],
  ])("agrees with scikit-learn on %j and %j", (a, b, expected) => {
    expect(adjustedRandIndex(a, b)).toBeCloseTo(expected, 14);
    expect(adjustedRandIndex(b.map(String), a)).toBeCloseTo(expected, 14);
  });

  it("refuses lists of different lengths, and labels that are none", () => {
    expectRefusal(() => adjustedRandIndex([1, 2], [1]), { code: "unequalLengths", path: "b" });
    expectRefusal(() => adjustedRandIndex([1, Number.NaN], [1, 2]), {
      code: "invalidValue",
      path: "a",
      row: 1,
    });
    expectRefusal(() => adjustedRandIndex(null as never, [1]), { code: "invalidInput", path: "a" });
  });
});

describe("the measures of groups", () => {
  it("agree with scikit-learn, a customer alone in a group included", () => {
    expect(silhouette(points, labels, own).silhouette).toBeCloseTo(-0.07303089092493834, 14);
    expect(calinskiHarabasz(points, labels, own)).toBeCloseTo(1.98803734092062, 13);
    expect(daviesBouldin(points, labels, own)).toBeCloseTo(2.8187056484536956, 13);
  });

  it("go by the labels, not by what they are called", () => {
    const names = labels.map((label) => ["gold", "silver", "bronze", "lead"][label]);
    expect(calinskiHarabasz(points, names, own)).toBeCloseTo(1.98803734092062, 13);
    const { groups } = silhouette(points, names, own);
    expect(groups.map(({ label, customers }) => [label, customers])).toEqual([
      ["bronze", 3],
      ["gold", 5],
      ["lead", 1],
      ["silver", 5],
    ]);
    expect(groups[2].silhouette).toBe(0);
  });

  it("measure in the space of a model where one is given", () => {
    const model = fitClusters(points, { k: 3, features: ["x", "y"], transform: "none", scale: "minmax" });
    const inSpace = { features: ["x", "y"], transform: "none", scale: "minmax" } as const;
    expect(calinskiHarabasz(points, labels, { model })).toBeCloseTo(
      calinskiHarabasz(points, labels, inSpace),
      12,
    );
    expect(silhouette(points, labels, { model }).silhouette).not.toBeCloseTo(-0.07303089092493834, 3);
    const both = { model, scale: "robust" } as const;
    expectRefusal(() => daviesBouldin(points, labels, both), { code: "invalidOption", path: "scale" });
  });

  it("say so where a silhouette is that of a sample, and come near the exact one", () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      x: (i % 3) * 10 + Math.sin(i),
      y: Math.cos(i * i),
    }));
    const groups = many.map((_, i) => i % 3);
    const exact = silhouette(many, groups, own);
    const sampled = silhouette(many, groups, { ...own, sample: 500 });
    expect(exact).toMatchObject({ exact: true, measured: 3000 });
    expect(sampled).toMatchObject({ exact: false, measured: 501 });
    expect(sampled.silhouette).toBeCloseTo(exact.silhouette, 2);
    expect(silhouette(many, groups, { ...own, sample: 500, seed: 2 })).not.toEqual(sampled);
  });

  it("are endless where groups are points, or two centroids are the same", () => {
    const twice = rows([
      [0, 0],
      [0, 0],
      [5, 5],
      [5, 5],
    ]);
    expect(calinskiHarabasz(twice, [0, 0, 1, 1], own)).toBe(Number.POSITIVE_INFINITY);
    expect(daviesBouldin(twice, [0, 0, 1, 1], own)).toBe(0);
    expect(daviesBouldin(twice, [0, 1, 0, 1], own)).toBe(Number.POSITIVE_INFINITY);
    expect(silhouette(twice, [0, 0, 1, 1], own).silhouette).toBe(1);
  });

  it("refuse fewer than two groups, a group a customer, and labels that do not match", () => {
    const bad = { code: "invalidInput", path: "labels" } as const;
    expectRefusal(
      () =>
        silhouette(
          points,
          points.map(() => 0),
          own,
        ),
      { ...bad, message: /2 groups or more/ },
    );
    expectRefusal(
      () =>
        calinskiHarabasz(
          points,
          points.map((_, i) => i),
          own,
        ),
      bad,
    );
    expectRefusal(() => daviesBouldin(points, [0, 1], own), { code: "unequalLengths", path: "labels" });
    expectRefusal(() => silhouette(points, labels, { ...own, sample: 5 }), {
      code: "invalidOption",
      path: "sample",
    });
    expectRefusal(() => silhouette(points, labels, { ...own, seed: 0.5 }), {
      code: "invalidOption",
      path: "seed",
    });
  });
});

describe("compareWithSegments(customers)", () => {
  it("counts the customers of each cluster in each segment", () => {
    const customers = [
      { cluster: 1, segment: "new" },
      { cluster: 0, segment: "loyal" },
      { cluster: 0, segment: "new" },
      { cluster: 0, segment: "loyal" },
    ] as const;
    const { crosstab, adjustedRandIndex: index } = compareWithSegments(customers);
    expect(crosstab).toEqual([
      { cluster: 0, customers: 3, mostly: "loyal", share: 2 / 3, segments: { loyal: 2, new: 1 } },
      { cluster: 1, customers: 1, mostly: "new", share: 1, segments: { loyal: 0, new: 1 } },
    ]);
    expect(index).toBe(0);
    expect(compareWithSegments([])).toEqual({ crosstab: [], adjustedRandIndex: 1 });
  });

  it("refuses rows without a cluster or a segment", () => {
    const bad = (row: object) => () => compareWithSegments([row] as never);
    expectRefusal(bad({ segment: "new" }), { code: "invalidValue", path: "cluster", row: 0 });
    expectRefusal(bad({ cluster: 0, segment: 3 }), { code: "invalidValue", path: "segment", row: 0 });
  });
});
