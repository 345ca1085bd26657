import type { Line } from "./generators.js";

interface OracleOptions {
  readonly countBy: "orders" | "transactions" | "days";
  readonly recency: "calendar" | "elapsed";
  readonly monetary: "sum" | "mean";
  readonly returns: "net" | "drop" | "match";
  /** Inclusive: a day, or a point in time where recency is elapsed. */
  readonly asOf?: string | undefined;
}

export const DAY = 86_400_000;
export const timeOf = (date: string) => Date.parse(`${date.slice(0, 10)}T${date.slice(11) || "00:00"}Z`);
export const dayOf = (date: string) => Date.parse(date.slice(0, 10)) / DAY;

/** RFM as the rules say it, customer by customer and without a thought for speed. For lines with UTC times. */
export function oracle(lines: readonly Line[], options: OracleOptions) {
  const { countBy, recency, monetary, returns } = options;
  const pointOf = recency === "calendar" ? dayOf : timeOf;
  const kept = lines.filter((line) => returns !== "drop" || line.amount >= 0);
  const limit = options.asOf === undefined ? Number.POSITIVE_INFINITY : pointOf(options.asOf);
  const seen = kept.filter((line) => pointOf(line.date) <= limit);
  const counted = returns === "match" ? withoutUndone(seen) : seen;
  const lastRow = Math.max(...kept.map((line) => dayOf(line.date)));
  const lastPurchase = Math.max(...kept.filter((line) => line.amount >= 0).map((line) => timeOf(line.date)));
  const reference =
    options.asOf === undefined ? (recency === "calendar" ? lastRow + 1 : lastPurchase + DAY) : limit;
  const daysTo = (point: number) =>
    recency === "calendar" ? reference - point : Math.floor((reference - point) / DAY);

  const customers = new Map<Line["customerId"], object>();
  for (const customerId of new Set(kept.map((line) => line.customerId))) {
    const own = counted.filter((line) => line.customerId === customerId);
    const purchases = own.filter((line) => line.amount >= 0);
    if (purchases.length === 0) continue;
    const withOrder = purchases.filter((line) => line.orderId !== null);
    const orders = new Set(withOrder.map((line) => line.orderId)).size + purchases.length - withOrder.length;
    const days = new Set(purchases.map((line) => dayOf(line.date))).size;
    const total = exactSum(own.map((line) => line.amount));
    customers.set(customerId, {
      customerId,
      recency: daysTo(Math.max(...purchases.map((line) => pointOf(line.date)))),
      frequency: { orders, transactions: purchases.length, days }[countBy],
      monetary: monetary === "sum" ? total : total / orders,
      tenure: daysTo(Math.min(...purchases.map((line) => pointOf(line.date)))),
    });
  }
  return customers;
}

function withoutUndone(lines: readonly Line[]): Line[] {
  const undone = new Set([...pairReturns(lines)].flat());
  return lines.filter((line) => !undone.has(line));
}

/** Each return, oldest first, with the latest purchase of its kind that is not after it and not yet taken. */
export function pairReturns<L extends Line & { readonly quantity?: number | null }>(
  lines: readonly L[],
): Map<L, L> {
  const pairs = new Map<L, L>();
  const left = new Set(lines);
  const oldestFirst = [...lines].sort((a, b) => timeOf(a.date) - timeOf(b.date));
  for (const returned of oldestFirst.filter((line) => line.amount < 0)) {
    const candidates = oldestFirst.filter(
      (line) =>
        left.has(line) &&
        line.customerId === returned.customerId &&
        line.product === returned.product &&
        line.amount === -returned.amount &&
        timeOf(line.date) <= timeOf(returned.date),
    );
    const latest = Math.max(...candidates.map((line) => timeOf(line.date)));
    const [purchase] = candidates
      .filter((line) => timeOf(line.date) === latest)
      .sort((a, b) => {
        if (a.orderId !== b.orderId) return (a.orderId ?? "") < (b.orderId ?? "") ? 1 : -1;
        return (b.quantity ?? -1e99) - (a.quantity ?? -1e99);
      });
    if (purchase === undefined) continue;
    left.delete(purchase);
    pairs.set(returned, purchase);
  }
  return pairs;
}

/** The sum of doubles as a fraction of integers, turned into the nearest double at the end. */
export function exactSum(values: readonly number[]): number {
  const SCALE = 1074n;
  const total = values.reduce((sum, value) => sum + toFixedPoint(value, SCALE), 0n);
  return fromFixedPoint(total, SCALE);
}

/** value × 2^scale, which is an integer for every double where scale is 1,074. */
function toFixedPoint(value: number, scale: bigint): bigint {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value);
  const bits = bytes.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = exponent === 0n ? fraction : fraction | 0x10000000000000n;
  const shift = (exponent === 0n ? 1n : exponent) - 1075n + scale;
  const magnitude = shift >= 0n ? mantissa << shift : mantissa >> -shift;
  return bits >> 63n === 1n ? -magnitude : magnitude;
}

/** The nearest double, halves to even: the integer keeps 64 bits, the last of which says whether any were lost. */
function fromFixedPoint(total: bigint, scale: bigint): number {
  const negative = total < 0n;
  let magnitude = negative ? -total : total;
  let exponent = -scale;
  const excess = BigInt(magnitude.toString(2).length) - 64n;
  if (excess > 0n) {
    const sticky = (magnitude & ((1n << excess) - 1n)) === 0n ? 0n : 1n;
    magnitude = (magnitude >> excess) | sticky;
    exponent += excess;
  }
  // Number(bigint) rounds halves to even; scaling by powers of two is exact in this range.
  const half = exponent / 2n;
  const value = Number(magnitude) * 2 ** Number(half) * 2 ** Number(exponent - half);
  return negative ? -value : value;
}
