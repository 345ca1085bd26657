import {
  computeRfm,
  computeRfmFromSummary,
  publishedQuartileSegments,
  quartileSegments,
  segmentCustomers,
  transactionLog,
} from "rfm-kit";
import { describe, expect, it } from "vitest";
import { hasData, readData, readExpected, readExpectedJson } from "../data.js";

describe.runIf(hasData)("online retail, policy strict", () => {
  it("counts each row under the first rule that applies", () => {
    const expected = readExpectedJson("cleaning.json").policies.strict;
    const log = transactionLog(readData("online-retail.csv.gz"), {
      customerId: (line) => (line.CustomerID === "" ? null : Number(line.CustomerID)),
      orderId: "InvoiceNo",
      date: "InvoiceDate",
      amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
      exclude: {
        cancelled: (line) => line.InvoiceNo.startsWith("C"),
        returned: (line) => Number(line.Quantity) <= 0,
        free: (line) => Number(line.UnitPrice) <= 0,
      },
      invalid: "drop",
    });
    expect(log.report.dropped).toEqual({ missingCustomer: 135_080, cancelled: 8_905, returned: 0, free: 40 });
    expect(log.report.rowsKept).toBe(expected.rows_kept);
    expect(log.report.orders).toBe(expected.invoices);
    const customers = computeRfm(log);
    const sum = (of: (c: (typeof customers)[number]) => number) => customers.reduce((s, c) => s + of(c), 0);
    expect(customers.length).toBe(expected.customers);
    expect(sum((c) => c.customerId * c.recency)).toBe(expected.checksum.sum_cid_times_recency_cal);
    expect(sum((c) => c.customerId * c.frequency)).toBe(expected.checksum.sum_cid_times_frequency);
    expect(sum((c) => c.customerId * Math.round(c.monetary * 1000))).toBe(
      expected.checksum.sum_cid_times_monetary_milli,
    );
    const elapsed = computeRfm(log, { recency: "elapsed" });
    expect(elapsed.reduce((s, c) => s + c.recency, 0)).toBe(expected.recency_floor.sum);
  });
});

describe.runIf(hasData)("the example data of the R package rfm", () => {
  it("gives the orders' table of rfm_table_order at 2006-12-31", () => {
    const rows = readData("rfm-orders.csv.gz");
    const customers = computeRfm(rows, {
      customerId: "customer_id",
      date: "order_date",
      amount: (row) => Number(row.revenue),
      asOf: "2006-12-31",
    });
    const expected = readExpected("r-rfm-orders-5.csv.gz");
    const found = new Map(customers.map((customer) => [customer.customerId, customer]));
    expect(customers.length).toBe(expected.length);
    for (const row of expected) {
      const customer = found.get(row.customer_id);
      expect([customer?.recency, customer?.frequency, customer?.monetary], row.customer_id).toEqual(
        [row.recency_days, row.transaction_count, row.amount].map(Number),
      );
    }
  });

  it("counts the days since the last visit that the customers' table holds", () => {
    const rows = readData("rfm-customers.csv.gz").map((row) => ({
      id: row.customer_id,
      visit: row.most_recent_visit,
      orders: Number(row.number_of_orders),
      revenue: Number(row.revenue),
      recency_days: Number(row.recency_days),
    }));
    const mapping = { customerId: "id", frequency: "orders", monetary: "revenue" } as const;
    const counted = computeRfmFromSummary(rows, { ...mapping, lastPurchase: "visit", asOf: "2007-01-01" });
    expect(counted.length).toBe(39_999);
    for (const row of counted) expect(row.recency).toBe(row.recency_days);
    const taken = computeRfmFromSummary(rows, { ...mapping, recency: "recency_days" });
    expect(taken.map((row) => row.recency)).toEqual(counted.map((row) => row.recency));
  });
});

describe.runIf(hasData)("quartile segments", () => {
  it("map the notebooks' own scores to the notebooks' own segments", () => {
    const names: Record<string, string> = {
      champions: "champions",
      potential_loyalists: "potential-loyalists",
      loyal_customers: "loyal",
      at_risk: "at-risk",
      lost: "lost",
      others: "others",
    };
    const scored = readExpected("scores-basic.csv.gz").map((row) => ({
      customerId: row.customer_id,
      r: Number(row.r4_floor_rank),
      f: Number(row.f4_rank),
      m: Number(row.m4_rank),
    }));
    const expected = readExpected("segments-basic.csv.gz").map((row) => names[row.quartile_floor_basic]);
    const segmented = segmentCustomers(scored, publishedQuartileSegments);
    expect(segmented.map((customer) => customer.segment)).toEqual(expected);
    const cell111 = scored.filter(({ r, f, m }) => r + f + m === 3).length;
    const lost = segmentCustomers(scored, quartileSegments).filter(({ segment }) => segment === "lost");
    expect(segmented.filter(({ segment }) => segment === "lost").length).toBe(0);
    expect(cell111).toBeGreaterThan(0);
    expect(lost.length).toBe(cell111);
  });
});
