import type { CustomerFeatures } from "rfm-kit";
import type { Line } from "./generators.js";
import { DAY, dayOf, exactSum, pairReturns, timeOf } from "./oracle.js";

/** A line that may lack what baskets are counted by. */
export type FeatureLine = Omit<Line, "product"> & {
  readonly product: string | null;
  readonly quantity: number | null;
};

interface FeatureOracleOptions {
  readonly recency: "calendar" | "elapsed";
  readonly returns: "net" | "drop" | "match";
  readonly recentDays: number;
  readonly asOf?: string | undefined;
  readonly since?: string | undefined;
}

type OwnFeatures = Omit<CustomerFeatures, "customerId" | "recency" | "frequency" | "monetary" | "tenure">;

/** What `customerFeatures` adds to `computeRfm`, as the formulas say it. For lines with UTC times. */
export function featureOracle(lines: readonly FeatureLine[], options: FeatureOracleOptions) {
  const { recency, returns, recentDays } = options;
  const pointOf = ({ date }: { readonly date: string }) =>
    recency === "calendar" ? dayOf(date) : timeOf(date);
  const unit = recency === "calendar" ? 1 : DAY;
  const bound = (date: string | undefined, otherwise: number) =>
    date === undefined ? otherwise : pointOf({ date });
  const kept = lines.filter(({ amount }) => returns !== "drop" || amount >= 0);
  const known = kept.filter((line) => pointOf(line) <= bound(options.asOf, Number.POSITIVE_INFINITY));
  const pairs = returns === "match" ? pairReturns(known as (FeatureLine & Line)[]) : new Map();
  const undone = new Set([...pairs.values()]);
  const inWindow = (line: FeatureLine) =>
    pointOf(line) >= bound(options.since, Number.NEGATIVE_INFINITY) &&
    // A return is seen where the purchase is that it undid.
    pointOf(pairs.get(line) ?? line) >= bound(options.since, Number.NEGATIVE_INFINITY);
  const seen = known.filter(inWindow);
  const lastPurchase = Math.max(...kept.filter(isPurchase).map(({ date }) => timeOf(date)));
  const reference = bound(
    options.asOf,
    recency === "calendar" ? Math.max(...kept.map(({ date }) => dayOf(date))) + 1 : lastPurchase + DAY,
  );

  const customers = new Map<FeatureLine["customerId"], OwnFeatures>();
  for (const customerId of new Set(seen.map((line) => line.customerId))) {
    const own = seen.filter((line) => line.customerId === customerId);
    const purchases = own.filter((line) => isPurchase(line) && !undone.has(line));
    if (purchases.length === 0) continue;
    // A line without an order id is an order of its own.
    const orders = new Set(purchases.map((line) => line.orderId ?? line));
    const begins = [...orders].map((order) =>
      Math.min(...purchases.filter((line) => (line.orderId ?? line) === order).map(pointOf)),
    );
    const ascending = begins.sort((a, b) => a - b);
    const gaps = ascending.slice(1).map((begin, i) => (begin - ascending[i]) / unit);
    const total = (of: readonly FeatureLine[]) => exactSum(of.map(({ amount }) => Math.abs(amount)));
    const left = own.filter((line) => !undone.has(line) && !pairs.has(line));
    const bought = total(own.filter(isPurchase));
    const recent = purchases.filter((line) => Math.floor((reference - pointOf(line)) / unit) < recentDays);
    customers.set(customerId, {
      averageOrderValue: exactSum(left.map(({ amount }) => amount)) / orders.size,
      itemsPerOrder: allKnown(
        purchases,
        ({ quantity }) => quantity,
        (units) => exactSum(units) / orders.size,
      ),
      distinctProducts: allKnown(
        purchases,
        ({ product }) => product,
        (names) => new Set(names).size,
      ),
      returnRate:
        returns === "drop" || bought === 0 ? null : total(own.filter((line) => !isPurchase(line))) / bought,
      meanDaysBetweenOrders: gaps.length < 1 ? null : meanOf(gaps),
      spreadOfDaysBetweenOrders: gaps.length < 2 ? null : deviationOf(gaps),
      shareOfRecentSpend: total(purchases) === 0 ? null : total(recent) / total(purchases),
    });
  }
  return customers;
}

const isPurchase = ({ amount }: { readonly amount: number }) => amount >= 0;

function allKnown<T>(
  lines: readonly FeatureLine[],
  of: (line: FeatureLine) => T | null,
  figure: (values: T[]) => number,
): number | null {
  const values = lines.map(of).filter((value) => value !== null);
  return values.length < lines.length ? null : figure(values);
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function deviationOf(numbers: readonly number[]): number {
  const mean = meanOf(numbers);
  const squares = numbers.map((number) => (number - mean) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (numbers.length - 1));
}
