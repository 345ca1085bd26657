import fc from "fast-check";
import { computeRfm, RfmError } from "rfm-kit";
import { assignClusters, type ClusterModel, type ClusterPlace, fitClusters } from "rfm-kit/cluster";
import { clusterSql } from "rfm-kit/sql";
import { expect } from "vitest";
import type { Engine, TableColumn } from "./engine.js";
import { retailLog } from "./retail.js";

export const TRANSFORMS = ["log", "none", "yeo-johnson", "rank"] as const;
const SCALES = ["standard", "robust", "minmax"] as const;
const FEATURES = ["recency", "frequency", "monetary"] as const;
type Figures = Record<(typeof FEATURES)[number], number | null>;

export const column = (
  name: string,
  type: TableColumn["type"],
  values: TableColumn["values"],
): TableColumn => ({
  name,
  type,
  values,
});

/** Customers as a table, the place of each as its id. */
function tableOf(customers: readonly Figures[]): TableColumn[] {
  return [
    column(
      "id",
      "integer",
      customers.map((_, i) => i),
    ),
    ...FEATURES.map((feature) =>
      column(
        feature,
        feature === "monetary" ? "double" : "integer",
        customers.map((customer) => customer[feature]),
      ),
    ),
  ];
}

/** Where the library puts each customer; nowhere if it refuses it. */
function placesOf(customers: readonly Figures[], model: ClusterModel): (ClusterPlace | undefined)[] {
  return customers.map((customer) => {
    try {
      return assignClusters([customer], model)[0] as ClusterPlace;
    } catch (error) {
      expect(error).toBeInstanceOf(RfmError);
      return undefined;
    }
  });
}

const near = (found: unknown, expected: number, size: number) =>
  expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(1e-9 * size);

/**
 * What rounding alone can part two scaled values by. Where a transform leaves values next to each other, such as 0.3333360 and
 * 0.3333359 by a power of −3, one place of theirs is as large as that of a scaled value of millions; and where the middle half
 * of customers spent next to nothing, the others are scaled to billions.
 */
const roundingOf = ({ preparation, clusters }: ClusterModel) => {
  const offsets = preparation.map(({ offset, factor }) => Math.abs(offset) / factor);
  const coordinates = clusters.flatMap(({ center }) => center.map(Math.abs));
  return 4 * Number.EPSILON * Math.max(...offsets, ...coordinates);
};

/** SQLite holds NULL where NaN is put, and answers that come as JSON hold it for what is infinite too. */
const finiteOf = (figures: object) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === "number" && !Number.isFinite(value) ? null : value,
    ]),
  );

async function compareClusters(
  engine: Engine,
  customers: readonly Figures[],
  model: ClusterModel,
): Promise<void> {
  await engine.load("customers", tableOf(customers));
  const rows = await engine.run(clusterSql(model, { dialect: engine.dialect, from: "customers" }));
  expect(rows.length).toBe(customers.length);
  const expected = placesOf(customers, model);
  for (const { id, cluster, distance, margin, ...figures } of rows) {
    expect(finiteOf(figures)).toEqual(finiteOf(customers[id as number]));
    const place = expected[id as number];
    if (place === undefined) {
      expect([cluster, distance, margin]).toEqual([null, null, null]);
      continue;
    }
    // A margin is the difference of two distances, and has the digits that these leave.
    const size = Math.max(1, place.distance, 1e9 * roundingOf(model));
    near(distance, place.distance, size);
    if (model.k === 1) expect(margin).toBeNull();
    else near(margin, place.margin, Math.max(size, place.margin));
    if (place.margin >= 1e-9 * size) expect(cluster).toBe(place.cluster);
  }
}

const sound = (least: number) =>
  fc.record({
    recency: fc.integer({ min: 0, max: 400 }),
    frequency: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 300 })),
    monetary: fc.oneof(
      fc.integer({ min: 100 * least, max: 900_000 }).map((cents) => cents / 100),
      fc.constantFrom(0, 1e-9, 2.5, 40),
    ),
  });

/** Customers of whom some have a feature missing, without bound or without a logarithm. */
const unsound = fc.record({
  recency: fc.constantFrom(null, 3, -1, -7),
  frequency: fc.constantFrom(null, 2),
  monetary: fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e200, 5),
});

const population = fc
  .record({
    transform: fc.constantFrom(...TRANSFORMS),
    scale: fc.constantFrom(...SCALES),
    k: fc.integer({ min: 1, max: 5 }),
  })
  .chain((space) =>
    fc.record({
      space: fc.constant(space),
      customers: fc.array(sound(space.transform === "log" ? 0 : -3000), {
        minLength: 5,
        maxLength: 40,
        size: "max",
      }),
      others: fc.array(fc.oneof(sound(0), unsound), { maxLength: 8, size: "max" }),
    }),
  );

/** A model, unless the customers are too much alike for one. */
function modelOf(...[customers, options]: Parameters<typeof fitClusters>): ClusterModel | undefined {
  try {
    return fitClusters(customers, options);
  } catch (error) {
    expect(error).toBeInstanceOf(RfmError);
    return undefined;
  }
}

/** Places random customers by random models, of every transform and scale. */
export async function compareRandomClusters(engine: Engine, numRuns: number, seed?: number): Promise<void> {
  const fitted = new Set<string>();
  const property = fc.asyncProperty(population, async ({ space, customers, others }) => {
    const model = modelOf(customers, space);
    if (model === undefined) return;
    fitted.add(`${space.transform} ${space.scale}`);
    await compareClusters(engine, [...customers, ...others], model);
  });
  await fc.assert(property, { numRuns, ...(seed !== undefined && { seed }) });
  expect(fitted.size).toBeGreaterThanOrEqual(Math.min(TRANSFORMS.length * SCALES.length, numRuns / 4));
}

/** Places the customers of Online Retail. */
export async function compareRetailClusters(
  engine: Engine,
  { transform, k }: { readonly transform: ClusterModel["transform"]; readonly k: number },
): Promise<void> {
  const customers = computeRfm(retailLog(), { asOf: "2011-12-10", decimals: 2 }).map(
    ({ recency, frequency, monetary }) => ({ recency, frequency, monetary }),
  );
  expect(customers.length).toBe(4339);
  await compareClusters(engine, customers, fitClusters(customers, { k, transform }));
}
