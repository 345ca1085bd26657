import fc from "fast-check";
import type { Facts } from "rfm-kit/narrative";
import {
  clusters,
  comparison,
  forecast,
  later,
  log,
  migration,
  movement,
  pareto,
  programme,
  segment,
  step,
} from "../narrative/cases.js";
import { gateway, gateways, product, products } from "../narrative/product-facts.js";

const count = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2_000_000 }));
const share = fc.oneof(fc.constantFrom(0, 1, 0.05, 0.5), fc.double({ min: 0, max: 1, noNaN: true }));
const money = fc.oneof(fc.constantFrom(0, -0.001, 999.995), fc.double({ min: -2e6, max: 2e6, noNaN: true }));
const days = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3650 }));
const figure = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: 0, max: 500, noNaN: true }));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const LABELS = ["champions", "loyal", "at-risk", "cant-lose", "hibernating", "gold", "Own 2"];
const label = fc.constantFrom(...LABELS);

export const segments = fc.array(
  fc
    .record({
      segment: label,
      customers: count,
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      revenue: money,
      revenueShare: share,
      medianRecency: figure,
      medianFrequency: figure,
      medianMonetary: money,
    })
    .map((row) =>
      segment(
        row.customers > 0
          ? row
          : { ...row, medianRecency: null, medianFrequency: null, medianMonetary: null },
      ),
    ),
  { maxLength: 6 },
);

const logs = fc
  .record({
    rowsRead: count,
    rowsKept: count,
    dropped: fc.record({ missingCustomer: count, duplicate: count, "own rule": count }),
    amount: money,
    returns: fc.record({ rows: count, amount: money, matched: maybe(count) }),
    duplicates: maybe(count),
    customers: count,
    orders: count,
    customersWithoutPurchase: count,
    rowsWithoutOrder: maybe(count),
    worth: money,
  })
  .map(({ worth, ...figures }) =>
    log({ ...figures, droppedAmounts: { missingCustomer: worth, duplicate: worth, "own rule": worth } }),
  );

const paretos = fc
  .record({
    customers: count,
    topCustomers: count,
    topShare: share,
    customersForShare: count,
    customerShare: share,
    gini: share,
  })
  .map(pareto);

export const totals = fc.record({
  customersBefore: count,
  entered: count,
  left: count,
  customersAfter: count,
  stayed: count,
  moved: maybe(count),
  drifted: maybe(count),
  revenueBefore: money,
  revenueAfter: money,
});
const flow = fc.record({
  from: maybe(label),
  to: maybe(label),
  customers: count,
  share,
  moved: fc.constant(null),
  drifted: maybe(count),
  revenueBefore: money,
  revenueAfter: money,
});
const migrations = fc
  .record({
    totals,
    flows: fc.array(flow, { maxLength: 8 }),
    segments: fc.array(fc.tuple(label, count, count), { maxLength: 4 }),
  })
  .map(({ totals, flows, segments }) => {
    return migration(totals, { flows, segments: segments.map((row) => movement(...row)) });
  });

export const forecasts = fc
  .record({
    days,
    customers: count,
    expectedPurchases: figure,
    purchasesLow: figure,
    purchasesHigh: figure,
    expectedRevenue: maybe(money),
    revenueLow: maybe(money),
    revenueHigh: maybe(money),
    level: fc.option(fc.constantFrom(0.8, 0.9, 0.975), { nil: undefined }),
  })
  .map(forecast);

const tracking = fc.array(fc.record({ isHoldout: fc.boolean(), actual: count, expected: figure }).map(step), {
  maxLength: 4,
});

export const lifts = fc.array(
  fc
    .record({ share, lift: figure, liftLow: figure, liftHigh: figure, qValue: maybe(share), buyers: count })
    .map(product),
  { maxLength: 5 },
);
const productFacts = fc.tuple(lifts, count).map(([rows, tested]) => {
  return { ...products, tested, byRevenue: rows, byLift: rows };
});

export const gatewayRows = fc.array(
  fc
    .record({
      customers: count,
      share,
      repeatRate: maybe(share),
      repeatLow: share,
      repeatHigh: share,
      repeatDifference: share,
      qValue: maybe(share),
    })
    .map(gateway),
  { maxLength: 5 },
);
const gatewayFacts = fc.tuple(gatewayRows, count, maybe(share)).map(([rows, followed, repeatRate]) => {
  return { ...gateways, followed, repeatRate, products: rows };
});

export const evidence = fc
  .record({
    pValue: share,
    pValueLess: share,
    ratio: maybe(fc.record({ estimate: figure, low: figure, high: figure })),
    difference: fc.record({ estimate: money, low: money, high: money }),
  })
  .map(later);

const clusterFacts = fc.record({
  k: fc.integer({ min: 1, max: 4 }),
  best: maybe(fc.constantFrom(2, 3)),
  silhouette: share,
});

/** Whatever may be known of a shop, true or not: sentences have to hold for all of it. */
export const facts: fc.Arbitrary<Facts> = fc
  .record(
    {
      log: logs,
      segments,
      pareto: paretos,
      clusters: clusterFacts.map(({ k, best, silhouette }) => {
        return { ...clusters(k), comparison: comparison(best, silhouette) };
      }),
      migration: migrations,
      forecast: forecasts,
      tracking,
      programme: evidence.map((found) => programme({ evidence: found })),
      products: productFacts,
      gateways: gatewayFacts,
    },
    { requiredKeys: [] },
  )
  .map((parts) => parts as Facts);
