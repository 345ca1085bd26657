/**
 * A consumer in TypeScript: the whole main flow with the types a caller relies on, and what must not compile.
 * Everything is exported with the types the compiler infers, as a library on top of this one would.
 */
import {
  computeRfm,
  computeRfmFromSummary,
  customersForShare,
  defineScheme,
  fitScores,
  giniCoefficient,
  lorenzCurve,
  paretoShare,
  quartileSegments,
  RfmError,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  sumScores,
  type TenSegment,
  tenSegments,
  transactionLog,
  weighScores,
} from "rfm-kit";
import { same } from "./same.js";

type CustomerId = `c-${number}`;

interface Order {
  customerId: CustomerId;
  orderId: number;
  date: string;
  amount: number;
}

const orders: Order[] = [
  { customerId: "c-1", orderId: 1, date: "2024-03-01", amount: 20 },
  { customerId: "c-2", orderId: 2, date: "2024-03-05", amount: 12 },
];

// From orders to segments: ids, scores and names keep their literal types.
export const customers = computeRfm(orders, { asOf: "2024-03-10" });
export const scored = scoreCustomers(customers);
export const segmented = segmentCustomers(scored);
export const summary = summarizeSegments(segmented);

same<(typeof customers)[0]["customerId"], CustomerId>();
same<(typeof segmented)[0]["customerId"], CustomerId>();
same<(typeof scored)[0]["r"], 1 | 2 | 3 | 4 | 5>();
same<(typeof segmented)[0]["segment"], TenSegment>();
same<(typeof summary)[0]["segment"], TenSegment>();
export const five: 1 | 2 | 3 | 4 | 5 = scored[0].r;

export function isWorthACall(name: (typeof segmented)[0]["segment"]): boolean {
  switch (name) {
    case "champions":
    case "loyal":
    case "potential-loyalists":
    case "new":
    case "promising":
    case "need-attention":
      return false;
    case "about-to-sleep":
    case "at-risk":
    case "cant-lose":
    case "hibernating":
      return true;
    default: {
      const none: never = name;
      return none;
    }
  }
}

// Input in its other shapes: other column names, columns, a log, customers that a warehouse has added up.
const lines = [{ Invoice: "A1", When: new Date(0), Who: 7 as 7 | 8 | null, Price: 2, Units: 3 }];
export const log = transactionLog(lines, {
  customerId: "Who",
  orderId: "Invoice",
  date: "When",
  amount: (line) => line.Price * line.Units,
  attributes: { invoice: "Invoice" },
  exclude: { free: (line) => line.Price === 0 },
  invalid: "drop",
});
export const fromLog = computeRfm(log, { countBy: "days", monetary: "mean" });
same<(typeof fromLog)[0]["customerId"], 7 | 8>();

export const fromColumns = computeRfm({
  customerId: { codes: new Int32Array([0, 1]), values: [7n, 8n] },
  date: [0, 1],
  amount: new Float64Array([1, 2]),
});
same<(typeof fromColumns)[0]["customerId"], bigint>();

const warehouse = [{ who: "ada", last: "2024-03-09", orders: 4, revenue: 120.5, country: "SE" as const }];
export const fromWarehouse = computeRfmFromSummary(warehouse, {
  customerId: "who",
  lastPurchase: "last",
  frequency: "orders",
  monetary: "revenue",
});
same<(typeof fromWarehouse)[0]["customerId"], string>();
same<(typeof fromWarehouse)[0]["country"], "SE">();
export const fromWarehouseSegmented = segmentCustomers(scoreCustomers(fromWarehouse));
same<(typeof fromWarehouseSegmented)[0]["country"], "SE">();
export const scoredAgain = scoreCustomers(fromWarehouseSegmented, { bins: 3 });
export const withSum = segmented.map((customer) => ({ ...customer, sum: sumScores(customer) }));
same<(typeof withSum)[0]["r"], 1 | 2 | 3 | 4 | 5>();

// Scores of other bins, and the schemes that go with them.
export const model = fitScores(customers, { bins: 4 });
export const quartiles = scoreCustomers(customers, model);
same<(typeof quartiles)[0]["m"], 1 | 2 | 3 | 4>();
export const quartileNames = segmentCustomers(quartiles, quartileSegments);
same<
  (typeof quartileNames)[0]["segment"],
  "champions" | "potential-loyalists" | "loyal" | "at-risk" | "lost" | "others"
>();

export const tiers = defineScheme({
  name: "two tiers",
  bins: { r: 3, f: 2 },
  rules: [{ segment: "gold", r: 3, f: 2 }],
  otherwise: "silver",
});
export const mixed = scoreCustomers(customers, { bins: { r: 3, f: 2, m: 10 } });
same<(typeof mixed)[0]["f"], 1 | 2>();
export const tiered = segmentCustomers(mixed, tiers);
export const tiersCopy = { ...tiers };
same<(typeof tiered)[0]["segment"], "gold" | "silver">();
export const tierSummary = summarizeSegments(tiered, { scheme: tiers, value: "monetary" });
export const action: string | undefined = tenSegments.actions[segmented[0].segment];

// Composites and shares.
export const figures: number[] = [
  sumScores(scored[0]),
  weighScores(scored[0], { r: 2, f: 1, m: 1 }),
  giniCoefficient(customers, { corrected: true }),
  giniCoefficient([{ revenue: 1 }], { value: "revenue" }),
  paretoShare(customers, { top: 0.2, negative: "floor" }),
  customersForShare(customers, { share: 0.8 }).customers,
  lorenzCurve(customers, { points: 10 })[0].share,
];
export const codeOf = (error: unknown) => (error instanceof RfmError ? error.code : undefined);

// What must not compile.
export const refused: readonly (() => unknown)[] = [
  // @ts-expect-error "asof" is no option
  () => computeRfm(orders, { asof: "2024-03-10" }),
  // @ts-expect-error "week" is no way to count
  () => computeRfm(orders, { countBy: "weeks" }),
  // @ts-expect-error the amount has to be named
  () => computeRfm([{ customerId: 1, date: 0, price: 2 }]),
  // @ts-expect-error "Prize" is no column
  () => transactionLog(lines, { customerId: "Who", date: "When", amount: "Prize" }),
  // @ts-expect-error "bin" is no option
  () => scoreCustomers(customers, { bin: 4 }),
  // @ts-expect-error there is no column to count recency from
  () => scoreCustomers([{ frequency: 1, monetary: 1 }]),
  // @ts-expect-error scores of four bins, a scheme of five
  () => segmentCustomers(quartiles),
  // @ts-expect-error scores of five bins, a scheme of four
  () => segmentCustomers(scored, quartileSegments),
  // @ts-expect-error the segments of another scheme
  () => summarizeSegments(segmented, { scheme: tiers }),
  // @ts-expect-error "monetery" is no column
  () => summarizeSegments(segmented, { value: "monetery" }),
  // @ts-expect-error "monetery" is no column
  () => giniCoefficient(customers, { value: "monetery" }),
  // @ts-expect-error the value has to be named
  () => giniCoefficient([{ revenue: 1 }]),
  // @ts-expect-error the share has to be given
  () => paretoShare(customers, {}),
  // @ts-expect-error "golden" is no segment of the scheme
  () => defineScheme({ name: "n", bins: 1, rules: [{ segment: "gold" }], actions: { golden: "Thanks." } }),
];
