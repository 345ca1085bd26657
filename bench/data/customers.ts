import { randomExponential, randomGeometric, randomLcg, randomLogNormal, randomUniform } from "d3-random";
import { SEED } from "./shop.js";

/** The figures of customers, as columns: most bought once, and a few spent most. */
export function makeCustomers(count: number) {
  const random = randomLcg(SEED);
  const age = randomUniform.source(random)(1, 366);
  const orders = randomGeometric.source(random)(0.4);
  const spend = randomLogNormal.source(random)(4, 1);
  const pause = randomExponential.source(random)(2);
  const tenure = Float64Array.from({ length: count }, () => Math.floor(age()));
  const frequency = Float64Array.from({ length: count }, orders);
  return {
    customerId: Array.from({ length: count }, (_, i) => i),
    recency: tenure.map((days) => Math.floor(days * Math.min(1, pause()))),
    frequency,
    monetary: frequency.map((orders) => Math.round(100 * orders * spend()) / 100),
    tenure,
  };
}

/** The same customers, a row each. */
export function asCustomerRows(columns: ReturnType<typeof makeCustomers>) {
  return columns.customerId.map((customerId, i) => ({
    customerId,
    recency: columns.recency[i],
    frequency: columns.frequency[i],
    monetary: columns.monetary[i],
    tenure: columns.tenure[i],
  }));
}
