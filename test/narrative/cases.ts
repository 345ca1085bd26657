import type { Facts } from "rfm-kit/narrative";
import { gateway, gateways, preferring, product, products } from "./product-facts.js";

type Log = NonNullable<Facts["log"]>;
type Segment = NonNullable<Facts["segments"]>[number];
type Pareto = NonNullable<Facts["pareto"]>;
type Clusters = NonNullable<Facts["clusters"]>;
type Migration = NonNullable<Facts["migration"]>;
type Forecast = NonNullable<Facts["forecast"]>;
type Step = NonNullable<Facts["tracking"]>[number];
export type Programme = NonNullable<Facts["programme"]>;

/** A log of one order of one customer. */
export function log(figures: Partial<Log> = {}): Log {
  return {
    rowsRead: 1,
    rowsKept: 1,
    dropped: {},
    droppedAmounts: {},
    duplicates: null,
    returns: { rows: 0, amount: 0, matched: null },
    amount: 12.5,
    firstDay: "2024-03-01",
    lastDay: "2024-03-01",
    customers: 1,
    customersWithoutPurchase: 0,
    orders: 1,
    rowsWithoutOrder: null,
    products: null,
    attributes: {},
    issues: [],
    ...figures,
  };
}

/** A segment of one customer who is all there is. */
export function segment(figures: Partial<Segment> = {}): Segment {
  return {
    segment: "champions",
    customers: 1,
    share: 1,
    revenue: 12.5,
    revenueShare: 1,
    meanRecency: 1,
    medianRecency: 1,
    meanFrequency: 1,
    medianFrequency: 1,
    meanMonetary: 12.5,
    medianMonetary: 12.5,
    averageOrderValue: 12.5,
    ...figures,
  };
}

const nobody = {
  customers: 0,
  share: 0,
  revenue: 0,
  revenueShare: 0,
  meanRecency: null,
  medianRecency: null,
  meanFrequency: null,
  medianFrequency: null,
  meanMonetary: null,
  medianMonetary: null,
  averageOrderValue: null,
};

export function pareto(figures: Partial<Pareto> = {}): Pareto {
  return {
    customers: 10,
    top: 0.2,
    topCustomers: 2,
    topShare: 0.85,
    share: 0.8,
    customersForShare: 2,
    customerShare: 0.2,
    gini: 0.7,
    ...figures,
  };
}

function clusterModel(k: number, features: readonly string[]): Clusters["model"] {
  const figures = Object.fromEntries(features.map((feature, i) => [feature, i + 1]));
  const cluster = (i: number) => {
    const share = 1 / k;
    const places = { center: [0], centroid: figures, mean: figures, median: figures };
    const revenueShare = features.includes("monetary") ? share : null;
    return { cluster: i, customers: 1, share, revenueShare, ...places };
  };
  return {
    kind: "clusterModel",
    version: 1,
    k,
    features,
    transform: "none",
    scale: "standard",
    preparation: [],
    clusters: Array.from({ length: k }, (_, i) => cluster(i)),
    customers: k,
    inertia: 0,
    iterations: 1,
    converged: true,
    starts: 1,
    seed: 1,
  };
}

/** A comparison of two to four clusters, with so high a silhouette of three. */
export function comparison(k: number | null, silhouette: number): NonNullable<Clusters["comparison"]> {
  const count = { inertia: 1, calinskiHarabasz: 1, daviesBouldin: 1, gap: 1, gapStandardError: 0.1 };
  const counts = [2, 3, 4].map((of) => ({ ...count, k: of, silhouette, stability: 0.97 }));
  const measured = { silhouette: 10, refits: 10 };
  return { counts, recommended: { k, reason: "" }, customers: 10, measured };
}

const RFM = ["recency", "frequency", "monetary"];
export const clusters = (k: number, features = RFM): Clusters => ({ model: clusterModel(k, features) });

/** Ten customers of before, of whom nobody did anything. */
export function migration(
  totals: Partial<Migration["totals"]> = {},
  rest: Partial<Migration> = {},
): Migration {
  return {
    before: "2024-01-31",
    after: "2024-02-29",
    totals: {
      customersBefore: 10,
      entered: 0,
      left: 0,
      customersAfter: 10,
      stayed: 10,
      moved: 0,
      drifted: 0,
      revenueBefore: 500,
      revenueAfter: 500,
      ...totals,
    },
    segments: [],
    flows: [],
    customers: [],
    ...rest,
  };
}

export const movement = (name: string, before: number, after: number): Migration["segments"][number] => ({
  segment: name,
  before,
  entered: 0,
  movedIn: 0,
  movedOut: 0,
  left: 0,
  drift: 0,
  after,
  revenueBefore: 0,
  revenueMovement: 0,
  revenueDrift: 0,
  revenueAfter: 0,
});

export function forecast(figures: Partial<Forecast> = {}): Forecast {
  return { days: 30, customers: 1, expectedPurchases: 1, expectedRevenue: 20, value: null, ...figures };
}

export const step = (figures: Partial<Step> = {}): Step => ({
  day: "2024-03-01",
  isHoldout: true,
  actual: 1,
  expected: 1,
  actualTotal: 1,
  expectedTotal: 1,
  ...figures,
});

const course = {
  entry: {},
  stay: {},
  text: "",
  months: [],
  members: 1,
  everMembers: 1,
  cameBack: 0,
  left: 0,
  meanDays: null,
};
const split = { members: 10, rest: 10, others: 0, share: 0.5, shareOfKnown: 0.5 };
const unclear = { members: -10, rest: 5, others: 0, share: null, shareOfKnown: null };
const window = (net: typeof split | typeof unclear) => ({
  from: "2023-01-01",
  to: "2023-12-31",
  gross: split,
  net,
});

/** A programme with one member, of whom nothing is sure. */
export function programme(figures: Partial<Programme> = {}): Programme {
  return {
    asOf: "2024-03-01",
    eligible: [],
    size: { members: 1, customers: 2, share: 0.5, low: 0, high: 2, sensitivity: [] },
    profile: { figures: [], products: { tested: 0, found: 0, first: [] }, attributes: {} },
    revenue: { selection: window(split), later: null },
    forecast: { horizons: [], identified: false, reason: "" },
    entry: { conditions: {}, text: "", admitted: 0, precision: null, recall: null },
    exit: {
      conditions: {},
      graceDays: 0,
      text: "",
      asDefined: course,
      stricter: { ...course, members: 0 },
      looser: course,
    },
    evidence: { later: null, text: "", caution: "" },
    actions: [],
    ...figures,
  };
}

type Later = NonNullable<Programme["evidence"]["later"]>;

/** What came after the choice: members spent 30, the others 10. */
export function later(spend: Partial<Later["spend"]>): Programme["evidence"] {
  const comparison = {
    members: { customers: 1, mean: 30 },
    rest: { customers: 1, mean: 10 },
    ratio: { estimate: 3, low: 2, high: 4 },
    difference: { estimate: 20, low: 10, high: 30 },
    pValue: 0.001,
    pValueLess: 0.999,
    permutations: 999,
  };
  const boughtAgain = { ...comparison, members: { customers: 1, mean: 1 }, rest: { customers: 1, mean: 0 } };
  const window = { from: "2024-03-02", to: "2024-03-02", days: 1 };
  const holdBack = { spend: null, boughtAgain: null };
  return {
    later: { ...window, spend: { ...comparison, ...spend }, boughtAgain, holdBack },
    text: "",
    caution: "",
  };
}

const figure = {
  figure: "returnRate",
  members: { customers: 1, lowerQuartile: 0, median: 0.05, upperQuartile: 1 },
  rest: { customers: 1, lowerQuartile: 0, median: 0, upperQuartile: 1 },
  cliffsDelta: 0.5,
  pValue: 0.001,
  qValue: 0.01,
  isInRule: false,
} as const;

const liked = {
  value: "T-100",
  members: 1,
  customers: 2,
  memberShare: 1,
  customerShare: 0.5,
  lift: 2,
  pValue: 0,
  qValue: 0,
};

const group = (name: Programme["actions"][number]["group"], customers: number) => {
  return { group: name, who: "", action: "", customerIds: [], customers, valueAtStake: 12 * customers };
};

const all = (reason: string, dropped: number) =>
  log({
    rowsRead: 9,
    rowsKept: 9 - dropped,
    dropped: { [reason]: dropped },
    droppedAmounts: { [reason]: -8 * dropped },
  });
const FAULTS = [
  "missingCustomer",
  "invalidCustomer",
  "invalidDate",
  "invalidAmount",
  "invalidQuantity",
  "duplicate",
  "return",
];

/** Facts of one and of none, and what the simulated shop has not: each by itself, with what it is a case of. */
export const cases: readonly (readonly [string, Facts])[] = [
  [
    "A log without a row",
    {
      log: log({
        rowsRead: 0,
        rowsKept: 0,
        firstDay: null,
        lastDay: null,
        customers: 0,
        orders: 0,
        amount: 0,
      }),
    },
  ],
  [
    "A log of which nothing is kept",
    {
      log: log({
        rowsRead: 1,
        rowsKept: 0,
        dropped: { missingCustomer: 1 },
        droppedAmounts: { missingCustomer: 12.5 },
        firstDay: null,
        lastDay: null,
        customers: 0,
        orders: 0,
        amount: 0,
      }),
    },
  ],
  ["One row", { log: log() }],
  ...FAULTS.flatMap((reason) =>
    [1, 2].map((rows) => [`Rows dropped: ${reason}, ${rows}`, { log: all(reason, rows) }] as const),
  ),
  ["One row left out by a rule", { log: all("gift cards", 1) }],
  [
    "One customer without a purchase",
    {
      log: log({
        rowsRead: 2,
        rowsKept: 2,
        customers: 2,
        customersWithoutPurchase: 1,
        returns: { rows: 1, amount: -3, matched: 0 },
        rowsWithoutOrder: 1,
        duplicates: 1,
      }),
    },
  ],
  [
    "Two customers without a purchase",
    {
      log: log({
        rowsRead: 5,
        rowsKept: 5,
        customers: 4,
        orders: 2,
        customersWithoutPurchase: 2,
        returns: { rows: 2, amount: -6, matched: 1 },
        rowsWithoutOrder: 2,
        duplicates: 2,
      }),
    },
  ],
  ["No segments", { segments: [] }],
  ["One segment of one customer", { segments: [segment(), segment({ segment: "loyal", ...nobody })] }],
  [
    "One customer asleep",
    {
      segments: [
        segment({ share: 0.5, revenueShare: 0.9, revenue: 90 }),
        segment({
          segment: "hibernating",
          share: 0.5,
          revenueShare: 0.1,
          revenue: 10,
          medianRecency: 0,
          medianFrequency: 2.5,
        }),
      ],
    },
  ],
  [
    "Two segments without revenue",
    {
      segments: [
        segment({ share: 0.25, revenue: 0, revenueShare: 0 }),
        segment({
          segment: "gold",
          customers: 3,
          share: 0.75,
          revenue: 0,
          revenueShare: 0,
          medianMonetary: 0,
        }),
      ],
    },
  ],
  [
    "The largest segment is the richest",
    {
      segments: [
        segment({ customers: 3, share: 0.75, revenueShare: 0.75, revenue: 75 }),
        segment({ segment: "VIP\n\u05D0", share: 0.25, revenueShare: 0.25, revenue: 25 }),
      ],
    },
  ],
  [
    "No customers for Pareto",
    {
      pareto: pareto({
        customers: 0,
        topCustomers: 0,
        topShare: 0,
        customersForShare: 0,
        customerShare: 0,
        gini: 0,
      }),
    },
  ],
  [
    "No revenue for Pareto",
    { pareto: pareto({ topShare: 0, customersForShare: 0, customerShare: 0, gini: 0 }) },
  ],
  [
    "One customer holds most",
    { pareto: pareto({ topCustomers: 1, customersForShare: 1, customerShare: 0.1, gini: 0.8 }) },
  ],
  ["80/20 nearly", { pareto: pareto({ topShare: 0.75, gini: 0.5 }) }],
  [
    "Nearly even",
    { pareto: pareto({ topShare: 0.25, customersForShare: 8, customerShare: 0.8, gini: 0.1 }) },
  ],
  ["Somewhat uneven, other shares", { pareto: pareto({ top: 0.125, share: 0.5, topShare: 0.3, gini: 0.3 }) }],
  ["One cluster, no labels", { clusters: clusters(1) }],
  [
    "Clusters of other features",
    { clusters: { ...clusters(3, ["visits"]), comparison: comparison(3, 0.6) } },
  ],
  ["Another number recommended", { clusters: { ...clusters(2), comparison: comparison(3, 0.3) } }],
  ["No number recommended", { clusters: { ...clusters(2), comparison: comparison(null, 0.3) } }],
  [
    "No customers on either day",
    {
      migration: migration({
        customersBefore: 0,
        customersAfter: 0,
        stayed: 0,
        revenueBefore: 0,
        revenueAfter: 0,
      }),
    },
  ],
  [
    "Nobody before",
    {
      migration: migration({
        customersBefore: 0,
        customersAfter: 1,
        entered: 1,
        stayed: 0,
        revenueBefore: 0,
      }),
    },
  ],
  ["Nobody does anything", { migration: migration() }],
  [
    "One of each",
    {
      migration: migration(
        { customersAfter: 10, entered: 1, left: 1, stayed: 1, moved: 1, drifted: 1 },
        {
          segments: [movement("loyal", 0, 1), movement("champions", 1, 0)],
          flows: [
            {
              from: "champions",
              to: "loyal",
              customers: 1,
              share: 1,
              moved: 1,
              drifted: 1,
              revenueBefore: 5,
              revenueAfter: 5,
            },
            {
              from: "loyal",
              to: "at-risk",
              customers: 1,
              share: 0.5,
              moved: 1,
              drifted: 0,
              revenueBefore: 5,
              revenueAfter: 5,
            },
            {
              from: "at-risk",
              to: null,
              customers: 1,
              share: 0.2,
              moved: 0,
              drifted: 0,
              revenueBefore: 5,
              revenueAfter: 0,
            },
          ],
        },
      ),
    },
  ],
  [
    "All left",
    { migration: migration({ customersBefore: 1, customersAfter: 0, left: 1, stayed: 0, revenueAfter: 0 }) },
  ],
  [
    "Each day by itself",
    {
      migration: migration(
        { moved: null, drifted: null },
        {
          flows: [
            {
              from: "new",
              to: "loyal",
              customers: 2,
              share: 0.2,
              moved: null,
              drifted: null,
              revenueBefore: 1,
              revenueAfter: 2,
            },
          ],
        },
      ),
    },
  ],
  [
    "Cohorts by the week",
    {
      retention: [
        {
          cohort: "2024-W01",
          period: 1,
          periodStart: "2024-01-08",
          size: 1,
          customers: 1,
          retained: 1,
          orders: 1,
          revenue: 1,
          complete: true,
        },
        {
          cohort: "2024-W01",
          period: 3,
          periodStart: "2024-01-22",
          size: 1,
          customers: 0,
          retained: 0,
          orders: 0,
          revenue: 0,
          complete: true,
        },
      ],
    },
  ],
  [
    "Nobody to look ahead for",
    { forecast: forecast({ customers: 0, expectedPurchases: 0, expectedRevenue: 0 }) },
  ],
  ["A forecast without intervals", { forecast: forecast() }],
  ["A forecast by a model that is not identified", { forecast: forecast({ identified: false }) }],
  [
    "A forecast without spend",
    { forecast: forecast({ days: 1, customers: 2, expectedPurchases: 0.0123, expectedRevenue: null }) },
  ],
  [
    "A forecast of which nobody said how sure",
    {
      forecast: forecast({
        customers: 100,
        expectedPurchases: 150,
        purchasesLow: 120,
        purchasesHigh: 180,
        expectedRevenue: 3000,
        revenueLow: 2500,
        revenueHigh: 3600,
      }),
    },
  ],
  [
    "A forecast too wide to plan by",
    {
      forecast: forecast({
        expectedPurchases: 0.8,
        purchasesLow: 0,
        purchasesHigh: 3,
        expectedRevenue: 20,
        revenueLow: 0,
        revenueHigh: 90,
        level: 0.9,
      }),
    },
  ],
  ["A model that expected too much", { tracking: [step({ expected: 1.5 })] }],
  ["A model that expected too little", { tracking: [step({ actual: 1200, expected: 1000 })] }],
  [
    "A model that came close",
    { tracking: [step({ actual: 100, expected: 102 }), step({ isHoldout: false, actual: 1, expected: 50 })] },
  ],
  ["A model of what did not happen", { tracking: [step({ actual: 0, expected: 0.6 })] }],
  ["A model that was not tested", { tracking: [step({ isHoldout: false })] }],
  ["A programme of one member", { programme: programme() }],
  [
    "A programme that members like",
    {
      programme: programme({
        eligible: [
          {
            customerId: "ada",
            recency: 1,
            frequency: 1,
            monetary: 1,
            daysToSpare: 0,
            ordersToSpare: null,
            spendToSpare: null,
            margin: 0,
          },
        ],
        size: {
          members: 1,
          customers: 2,
          share: 0.5,
          low: 0,
          high: 2,
          sensitivity: [{ condition: "frequencyAtLeast", threshold: 1, admitted: 0, difference: -1 }],
        },
        profile: {
          figures: [figure],
          products: { tested: 1, found: 1, first: [liked] },
          attributes: { country: { tested: 1, found: 1, first: [{ ...liked, value: "Spain" }] } },
        },
        revenue: { selection: window(split), later: window(unclear) },
        forecast: {
          identified: false,
          reason: "",
          horizons: [
            {
              days: 1,
              model: null,
              sameRule: null,
              runRate: 10,
              lastPeriod: null,
              seasonal: null,
              actual: 8,
            },
            {
              days: 30,
              model: { expected: 10, low: null, high: null },
              sameRule: { expected: 12, low: 8, high: 15, members: 1 },
              runRate: 10,
              lastPeriod: null,
              seasonal: null,
              actual: null,
            },
            {
              days: 90,
              model: { expected: 10, low: 0, high: 40 },
              sameRule: { expected: 12, low: 0, high: 50, members: 1 },
              runRate: 10,
              lastPeriod: null,
              seasonal: null,
              actual: null,
            },
          ],
        },
        entry: {
          conditions: { recencyAtMost: 1, frequencyAtLeast: 1 },
          text: "",
          admitted: 1,
          precision: 1,
          recall: 1,
        },
        exit: {
          conditions: { recencyAtMost: 2, monetaryAtLeast: 5 },
          graceDays: 1,
          text: "",
          asDefined: { ...course, left: 1, cameBack: 1, meanDays: 1 },
          stricter: course,
          looser: course,
        },
        evidence: later({}),
        actions: [
          group("slipping", 1),
          group("at-the-border", 1),
          group("secure", 1),
          group("nearly-in", 1),
          group("lapsed", 1),
        ],
      }),
    },
  ],
  [
    "A rule that removes at once",
    {
      programme: programme({
        exit: {
          conditions: { frequencyAtLeast: 3 },
          graceDays: 0,
          text: "",
          asDefined: { ...course, members: 0 },
          stricter: course,
          looser: course,
        },
        profile: { figures: [], products: { tested: 2, found: 0, first: [] }, attributes: {} },
        evidence: later({ ratio: null }),
      }),
    },
  ],
  [
    "Members who may be better",
    {
      programme: programme({ evidence: later({ ratio: { estimate: 3, low: 0.9, high: 9 }, pValue: 0.06 }) }),
    },
  ],
  [
    "Members who are worse",
    {
      programme: programme({
        evidence: later({
          ratio: { estimate: 0.2, low: 0.1, high: 0.3 },
          difference: { estimate: -20, low: -30, high: -10 },
          pValue: 0.999,
          pValueLess: 0.001,
        }),
      }),
    },
  ],
  [
    "A segment that bought nothing",
    { products: { ...products, byRevenue: [], byLift: [], priceLevels: [] } },
  ],
  [
    "Nothing stands out",
    {
      products: {
        ...products,
        byRevenue: [product({ buyers: 1 })],
        byLift: [product({ qValue: 0.2 })],
        priceLevels: preferring("low"),
      },
    },
  ],
  [
    "One product stands out",
    { products: { ...products, tested: 1, byLift: [product()], priceLevels: preferring("middle") } },
  ],
  [
    "Nothing to compare",
    {
      products: {
        ...products,
        tested: 0,
        found: 0,
        byLift: [],
        priceLevels: products.priceLevels.map((row) => ({ ...row, revenueShare: row.allRevenueShare })),
      },
    },
  ],
  [
    "No first orders",
    {
      gateways: {
        ...gateways,
        customers: 0,
        followed: 0,
        repeatRate: null,
        products: [],
        tested: 0,
        found: 0,
      },
    },
  ],
  [
    "Nobody was followed",
    {
      gateways: {
        ...gateways,
        followed: 0,
        repeatRate: null,
        products: [
          gateway({
            customers: 1,
            share: 1,
            followed: 0,
            repeatRate: null,
            repeatLow: null,
            repeatHigh: null,
            repeatDifference: null,
            pValue: null,
            qValue: null,
          }),
        ],
      },
    },
  ],
  [
    "No first product makes a difference",
    { gateways: { ...gateways, followed: 1, products: [gateway({ qValue: 0.5 })] } },
  ],
  [
    "No first product can be tested",
    { gateways: { ...gateways, tested: 0, products: [gateway({ qValue: null, pValue: null })] } },
  ],
];
