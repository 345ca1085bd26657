import fc from "fast-check";
import {
  adjustedRandIndex,
  assignClusters,
  calinskiHarabasz,
  compareWithSegments,
  daviesBouldin,
  fitClusters,
  silhouette,
} from "rfm-kit/cluster";
import { describe, expect, it } from "vitest";
import { type Points, squaredDistance } from "../../src/cluster/points.js";
import { polish } from "../../src/cluster/polish.js";
import { TRANSFORM } from "../../src/cluster/transform.js";
import { nearestSlowly } from "../cluster/slowly.js";

/** Fits take longer than other properties: a few starts of ml-kmeans each. */
const FITS = { numRuns: 150 };
const MEASURES = { numRuns: 300 };

const customer = fc.record({
  recency: fc.integer({ min: 0, max: 400 }),
  frequency: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 300 })),
  monetary: fc.integer({ min: 0, max: 9_000_000 }).map((cents) => cents / 100),
});
type Customer = typeof customer extends fc.Arbitrary<infer C> ? C : never;
const NAMES = ["recency", "frequency", "monetary"] as const;

const shop = fc
  .array(customer, { minLength: 4, maxLength: 60 })
  .filter((rows) => NAMES.every((name) => new Set(rows.map((row) => row[name])).size > 1));
const distinct = (rows: readonly Customer[]) => new Set(rows.map((row) => JSON.stringify(row))).size;
const k = fc.integer({ min: 1, max: 6 });
const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const reversed = <T>(rows: readonly T[]) => [...rows].reverse();

describe("clusters", () => {
  it("are at rest: every customer is with the nearest centroid, every centroid is the mean of its customers", () => {
    const point = fc.integer({ min: -3000, max: 3000 }).map((thousandths) => thousandths / 1000);
    const cloud = fc.array(fc.tuple(point, point), { minLength: 12, maxLength: 200 });
    fc.assert(
      fc.property(cloud, fc.integer({ min: 2, max: 8 }), (places, groups) => {
        const points: Points = {
          values: Float64Array.from(places.flat()),
          count: places.length,
          dimensions: 2,
        };
        const { labels, centers, converged } = polish(points, points.values.slice(0, 2 * groups));
        expect(converged).toBe(true);
        for (let i = 0; i < points.count; i++) {
          const own = squaredDistance(points.values, 2 * i, centers, 2 * labels[i], 2);
          for (let g = 0; g < groups; g++)
            expect(own).toBeLessThanOrEqual(squaredDistance(points.values, 2 * i, centers, 2 * g, 2) + 1e-12);
        }
        for (let g = 0; g < groups; g++) {
          const own = places.filter((_, i) => labels[i] === g);
          if (own.length === 0) continue;
          expect(centers[2 * g]).toBeCloseTo(mean(own.map(([x]) => x)), 10);
          expect(centers[2 * g + 1]).toBeCloseTo(mean(own.map(([, y]) => y)), 10);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("are the same from any order of the rows", () => {
    fc.assert(
      fc.property(shop, k, fc.nat({ max: 99 }), (rows, wanted, cut) => {
        const options = { k: Math.min(wanted, distinct(rows)), starts: 2 };
        const model = fitClusters(rows, options);
        expect(JSON.parse(JSON.stringify(model))).toEqual(model);
        const turned = [...rows.slice(cut % rows.length), ...rows.slice(0, cut % rows.length)];
        for (const order of [reversed(rows), turned]) expect(fitClusters(order, options)).toEqual(model);
      }),
      FITS,
    );
  });

  it("fall in monetary value, none is empty, and their shares add up", () => {
    fc.assert(
      fc.property(shop, k, (rows, wanted) => {
        const { clusters } = fitClusters(rows, { k: Math.min(wanted, distinct(rows)), starts: 2 });
        const sum = (of: (cluster: (typeof clusters)[0]) => number) =>
          clusters.reduce((total, cluster) => total + of(cluster), 0);
        for (let i = 1; i < clusters.length; i++)
          expect(clusters[i].mean.monetary).toBeLessThanOrEqual(clusters[i - 1].mean.monetary);
        expect(clusters.every(({ customers }) => customers > 0)).toBe(true);
        expect(sum(({ customers }) => customers)).toBe(rows.length);
        expect(sum(({ share }) => share)).toBeCloseTo(1, 12);
        expect(sum(({ revenueShare }) => revenueShare ?? 0)).toBeCloseTo(1, 12);
      }),
      FITS,
    );
  });
});

describe("polishing", () => {
  it("leaves no group empty where there are points enough that differ", () => {
    const places = fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(
        places,
        fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 5 }),
        (values, start) => {
          const points: Points = { values: Float64Array.from(values), count: values.length, dimensions: 1 };
          expect(polish(points, Float64Array.from(start)).counts.every((count) => count > 0)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("customers", () => {
  it("are placed where every distance computed would place them", () => {
    fc.assert(
      fc.property(shop, fc.array(customer, { maxLength: 20 }), k, (rows, others, wanted) => {
        const model = fitClusters(rows, { k: Math.min(wanted, distinct(rows)), starts: 2 });
        for (const row of assignClusters([...rows, ...others], model)) {
          const slow = nearestSlowly(row, model);
          // Two centroids at one distance may change places by rounding.
          if (slow.margin > 1e-9) expect(row.cluster).toBe(slow.cluster);
          expect(row.distance).toBeCloseTo(slow.distance, 9);
          expect(row.margin).toBeCloseTo(slow.margin, 9);
        }
        const counts = model.clusters.map(() => 0);
        for (const { cluster } of assignClusters(rows, model)) counts[cluster]++;
        expect(counts).toEqual(model.clusters.map(({ customers }) => customers));
      }),
      FITS,
    );
  });
});

const label = fc.integer({ min: 0, max: 3 });
const pairsOfLabels = fc.array(fc.tuple(label, label), { minLength: 2, maxLength: 30 });

describe("the adjusted Rand index", () => {
  it("equals that of all pairs, whatever groups are called", () => {
    fc.assert(
      fc.property(pairsOfLabels, (pairs) => {
        let [both, first, second, all] = [0, 0, 0, 0];
        for (let i = 0; i < pairs.length; i++) {
          for (let j = 0; j < i; j++) {
            const [a, b] = [pairs[i][0] === pairs[j][0], pairs[i][1] === pairs[j][1]];
            both += Number(a && b);
            first += Number(a);
            second += Number(b);
            all++;
          }
        }
        const expected = (first * second) / all;
        const most = (first + second) / 2;
        const slow = most === expected ? 1 : (both - expected) / (most - expected);
        const a = pairs.map(([one]) => one);
        const b = pairs.map(([, other]) => "dcba"[other]);
        expect(adjustedRandIndex(a, b)).toBeCloseTo(slow, 12);
        expect(adjustedRandIndex(reversed(b), reversed(a))).toBeCloseTo(slow, 12);
      }),
      { numRuns: 1000 },
    );
  });
});

const place = fc.integer({ min: -20, max: 20 });
const grouped = fc
  .array(fc.record({ x: place, y: place, group: label }), { minLength: 6, maxLength: 30 })
  .filter((rows) => new Set(rows.map(({ group }) => group)).size > 1);
type Grouped = typeof grouped extends fc.Arbitrary<infer G> ? G : never;
const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

/** The three measures by their definitions. */
function measuresOf(rows: Grouped) {
  const names = [...new Set(rows.map(({ group }) => group))];
  const of = (name: number) => rows.filter(({ group }) => group === name);
  const center = (group: Grouped) => ({ x: mean(group.map(({ x }) => x)), y: mean(group.map(({ y }) => y)) });
  const silhouettes = rows.map((row) => {
    const own = of(row.group).filter((other) => other !== row);
    if (own.length === 0) return 0;
    const a = mean(own.map((other) => apart(row, other)));
    const others = names.filter((name) => name !== row.group);
    const b = Math.min(...others.map((name) => mean(of(name).map((other) => apart(row, other)))));
    return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  });
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const between = sum(names.map((name) => of(name).length * apart(center(of(name)), center(rows)) ** 2));
  const within = sum(rows.map((row) => apart(row, center(of(row.group))) ** 2));
  const spread = (name: number) => mean(of(name).map((row) => apart(row, center(of(name)))));
  const worst = names.map((one) => {
    const others = names.filter((name) => name !== one);
    return Math.max(
      ...others.map((name) => (spread(one) + spread(name)) / apart(center(of(one)), center(of(name)))),
    );
  });
  const ratio = between / (names.length - 1) / (within / (rows.length - names.length));
  return { silhouette: mean(silhouettes), ratio: within < 1e-9 ? null : ratio, overlap: mean(worst) };
}

describe("silhouette, Calinski-Harabasz and Davies-Bouldin", () => {
  it("equal their definitions, from any order of the rows", () => {
    const options = { features: ["x", "y"], transform: "none", scale: "none" } as const;
    fc.assert(
      fc.property(grouped, (rows) => {
        const slow = measuresOf(rows);
        const labels = rows.map(({ group }) => group);
        const found = silhouette(rows, labels, options);
        expect(found.silhouette).toBeCloseTo(slow.silhouette, 10);
        expect(silhouette(reversed(rows), reversed(labels), options)).toEqual(found);
        const ratio = calinskiHarabasz(rows, labels, options);
        if (slow.ratio !== null)
          expect(ratio / Math.max(1, slow.ratio)).toBeCloseTo(slow.ratio / Math.max(1, slow.ratio), 9);
        const overlap = daviesBouldin(rows, labels, options);
        if (slow.overlap < 1e6)
          expect(overlap / Math.max(1, slow.overlap)).toBeCloseTo(
            slow.overlap / Math.max(1, slow.overlap),
            9,
          );
        expect(calinskiHarabasz(reversed(rows), reversed(labels), options)).toBe(ratio);
        expect(daviesBouldin(reversed(rows), reversed(labels), options)).toBe(overlap);
      }),
      MEASURES,
    );
  });
});

describe("transforms", () => {
  it("come back to the value they were taken of", () => {
    const values = fc.uniqueArray(fc.integer({ min: -500, max: 2000 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(values, (numbers) => {
        const column = Float64Array.from(numbers);
        for (const name of ["none", "yeo-johnson", "rank"] as const) {
          const { fit: learn, apply, invert } = TRANSFORM[name];
          const parameters = learn(column);
          const ascending = [...numbers].sort((a, b) => a - b).map((value) => apply(value, parameters));
          for (let i = 1; i < ascending.length; i++)
            expect(ascending[i]).toBeGreaterThanOrEqual(ascending[i - 1]);
          // A strong power brings large values so close together that only their transforms can be told apart.
          const range = ascending[ascending.length - 1] - ascending[0];
          for (const place of ascending) {
            const back = apply(invert(place, parameters), parameters);
            expect(Math.abs(back - place)).toBeLessThanOrEqual(1e-9 * Math.max(range, Math.abs(place)));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the crosstab", () => {
  it("counts every customer once", () => {
    fc.assert(
      fc.property(pairsOfLabels, (pairs) => {
        const rows = pairs.map(([cluster, segment]) => ({ cluster, segment: "dcba"[segment] }));
        const { crosstab } = compareWithSegments(rows);
        for (const { cluster, customers, segments } of crosstab) {
          expect(customers).toBe(rows.filter((row) => row.cluster === cluster).length);
          for (const [segment, count] of Object.entries(segments))
            expect(count).toBe(
              rows.filter((row) => row.cluster === cluster && row.segment === segment).length,
            );
        }
        expect(crosstab.reduce((sum, { customers }) => sum + customers, 0)).toBe(rows.length);
      }),
      { numRuns: 500 },
    );
  });
});
