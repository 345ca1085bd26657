import type { Extent, TransactionLog } from "./log-types.js";

type SpanColumns = Pick<TransactionLog, "days" | "times" | "amounts">;

/** The extent of a log on both of its clocks; `undefined` where it holds no purchase. O(rows). */
export function spanOf({ days, times, amounts }: SpanColumns): TransactionLog["span"] {
  const day = extentOn(days, times, amounts);
  const time = extentOn(times, times, amounts);
  return day && time && { day, time };
}

function extentOn(clock: ArrayLike<number>, times: Float64Array, amounts: Float64Array): Extent | undefined {
  let firstPurchase = Number.POSITIVE_INFINITY;
  let lastPurchase = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < clock.length; row++) {
    if (Number.isNaN(times[row])) continue;
    const point = clock[row];
    if (point > last) last = point;
    if (amounts[row] < 0) continue;
    if (point > lastPurchase) lastPurchase = point;
    if (point < firstPurchase) firstPurchase = point;
  }
  return lastPurchase === Number.NEGATIVE_INFINITY ? undefined : { firstPurchase, lastPurchase, last };
}
