import { computeRfm, rfmAccumulator, transactionLog } from "rfm-kit";
import { describe, expect, it } from "vitest";

/** More rows than are read at once, three times over; customers and orders interleave across all of them. */
const rows = Array.from({ length: 13_000 }, (_, i) => ({
  customerId: `C${(i * 7919) % 601}`,
  orderId: (i * 104_729) % 4001,
  date: new Date(Date.UTC(2024, 0, 1 + ((i * 31) % 300), i % 24)),
  amount: i % 97 === 0 ? -1 : (i % 1000) / 100,
}));

/** A plain loop over all of them. */
function byHand() {
  const groups = new Map<string, { last: number; first: number; cents: number; orders: Set<number> }>();
  for (const { customerId, orderId, date, amount } of rows) {
    const fresh = { last: -1, first: Number.POSITIVE_INFINITY, cents: 0, orders: new Set<number>() };
    const group = groups.get(customerId) ?? fresh;
    groups.set(customerId, group);
    group.cents += Math.round(amount * 100);
    if (amount < 0) continue;
    const day = Math.floor(date.getTime() / 86_400_000);
    group.last = Math.max(group.last, day);
    group.first = Math.min(group.first, day);
    group.orders.add(orderId);
  }
  const asOf = Date.UTC(2024, 11, 31) / 86_400_000;
  return Array.from(groups, ([customerId, { last, first, cents, orders }]) => ({
    customerId,
    recency: asOf - last,
    frequency: orders.size,
    monetary: cents / 100,
    tenure: asOf - first,
  }));
}

describe("thousands of rows", () => {
  const expected = byHand();
  const options = { asOf: "2024-12-31", decimals: 2 } as const;
  const columns = {
    customerId: rows.map((row) => row.customerId),
    orderId: Int32Array.from(rows, (row) => row.orderId),
    date: Float64Array.from(rows, (row) => row.date.getTime()),
    amount: Float64Array.from(rows, (row) => row.amount),
  };

  it("come out as of a loop by hand, from rows, columns, a log and batches", () => {
    expect(computeRfm(rows, options)).toEqual(expected);
    expect(computeRfm(columns, options)).toEqual(expected);
    expect(computeRfm(transactionLog(rows), options)).toEqual(expected);
    expect(computeRfm(transactionLog(rows, { returns: "match" }), options)).toHaveLength(expected.length);
    const all = rfmAccumulator<(typeof rows)[number]>({ decimals: 2 });
    all.add(rows.slice(0, 5000)).add(rows.slice(5000));
    expect(all.result("2024-12-31")).toEqual(expected);
  });

  it("are refused at the first fault, wherever it stands", () => {
    const bad = rows.map((row, i) => (i === 9000 ? { ...row, amount: Number.NaN } : row));
    bad[9001] = { ...bad[9001], customerId: "" };
    expect(() => computeRfm(bad)).toThrow("of row 9000");
  });

  it("are dropped and counted in every slice", () => {
    const bad = rows.map((row, i) => (i % 4096 === 4095 ? { ...row, customerId: "" } : row));
    const { report } = transactionLog(bad, {
      invalid: "drop",
      exclude: { late: (row) => row.date.getUTCMonth() > 8 },
    });
    const late = bad.filter((row) => row.customerId !== "" && row.date.getUTCMonth() > 8).length;
    expect(report.dropped).toEqual({ missingCustomer: 3, late });
    expect(report.rowsKept).toBe(rows.length - 3 - late);
  });
});
