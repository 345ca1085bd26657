import { sampleStandardDeviation } from "simple-statistics";
import { grown } from "../core/grow.js";
import { DAY } from "../core/iso.js";
import { MISSING } from "../transactions/coder.js";
import type { TransactionLog } from "../transactions/log-types.js";
import type { CustomerFeatures } from "./feature-types.js";

type OrderGaps = Pick<CustomerFeatures, "meanDaysBetweenOrders" | "spreadOfDaysBetweenOrders">;

/** Measures the gaps between the orders of customers, each given with all their rows. */
export function openOrderGaps(
  { amounts, days, orders, times }: TransactionLog<unknown>,
  elapsed: boolean,
): (customer: number, rows: Int32Array) => OrderGaps {
  const [clock, unit] = elapsed ? [times, DAY] : [days, 1];
  /** One more than the last customer seen under an order id, and the place of that order among the customer's. */
  const owners = new Int32Array(orders?.values.length ?? 0);
  const places = new Int32Array(owners.length);
  let begins = new Float64Array(0);

  /** Gathers when the customer's orders begin. How many there are. */
  const gather = (customer: number, rows: Int32Array): number => {
    begins = grown(begins, rows.length);
    let count = 0;
    for (const row of rows) {
      if (amounts[row] < 0) continue;
      const order = orders === undefined ? MISSING : orders.codes[row];
      if (order !== MISSING && owners[order] === customer + 1) {
        const place = places[order];
        if (clock[row] < begins[place]) begins[place] = clock[row];
        continue;
      }
      if (order !== MISSING) {
        owners[order] = customer + 1;
        places[order] = count;
      }
      begins[count++] = clock[row];
    }
    return count;
  };

  return (customer, rows) => {
    const count = gather(customer, rows);
    if (count < 2) return { meanDaysBetweenOrders: null, spreadOfDaysBetweenOrders: null };
    begins.subarray(0, count).sort();
    const span = begins[count - 1] - begins[0];
    for (let i = 0; i < count - 1; i++) begins[i] = begins[i + 1] - begins[i];
    // It reads by index alone, so a typed array need not be copied.
    const gaps: ArrayLike<number> = begins.subarray(0, count - 1);
    return {
      meanDaysBetweenOrders: span / unit / gaps.length,
      spreadOfDaysBetweenOrders: gaps.length < 2 ? null : sampleStandardDeviation(gaps as number[]) / unit,
    };
  };
}
