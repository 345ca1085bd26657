import { computeRfm, fitScores, scoreCustomers, segmentCustomers, transactionLog } from "rfm-kit";
import { makeLines } from "./lines.js";
import { groupByMap } from "./map-loop.js";
import { medianTimes } from "./time.js";

/**
 * Times the main job beside a plain loop over a Map, in turns on the same rows, and prints ratios of medians:
 * absolute times belong to a machine. The answers are compared before any time counts.
 */
const SIZES = [100_000, 1_000_000];
const ROUNDS = 7;

for (const size of SIZES) {
  const rows = makeLines(size);
  const columns = {
    customerId: rows.map((row) => row.customerId),
    orderId: rows.map((row) => row.orderId),
    date: rows.map((row) => row.date),
    amount: Float64Array.from(rows, (row) => row.amount),
  };
  const log = transactionLog(columns);
  const customers = computeRfm(log);
  compare(customers, groupByMap(rows));
  const ruler = fitScores(customers);

  const medians = medianTimes(ROUNDS, {
    "Map loop over rows": () => groupByMap(rows),
    "transactionLog(rows) and computeRfm": () => computeRfm(rows),
    "transactionLog(columns) and computeRfm": () => computeRfm(columns),
    "computeRfm(log)": () => computeRfm(log),
    "fitScores, scoreCustomers, segmentCustomers": () =>
      segmentCustomers(scoreCustomers(customers, fitScores(customers))),
    "scoreCustomers with a model, segmentCustomers": () => segmentCustomers(scoreCustomers(customers, ruler)),
  });
  const base = medians["Map loop over rows"];
  console.log(`\n${size.toLocaleString("en")} lines, ${customers.length.toLocaleString("en")} customers`);
  console.table(
    Object.fromEntries(
      Object.entries(medians).map(([name, time]) => [
        name,
        { "median ms": Math.round(10 * time) / 10, "of the Map loop": Math.round((100 * time) / base) / 100 },
      ]),
    ),
  );
}

function compare(found: ReturnType<typeof computeRfm>, expected: ReturnType<typeof groupByMap>): void {
  if (found.length !== expected.size) throw new Error("the two find different customers");
  for (const { customerId, recency, frequency, monetary } of found) {
    const other = expected.get(customerId as string);
    const same = other !== undefined && other.recency === recency && other.frequency === frequency;
    if (same && Math.abs(other.monetary - monetary) < 1e-6) continue;
    throw new Error(`the two differ on ${customerId}`);
  }
}
