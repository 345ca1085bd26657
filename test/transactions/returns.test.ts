import { computeRfm, transactionLog } from "rfm-kit";
import { describe, expect, it } from "vitest";

interface Line {
  customerId: string;
  date: string;
  amount: number;
  product?: string;
  orderId?: string;
}
const line = (customerId: string, date: string, amount: number, rest: Partial<Line> = {}): Line => ({
  customerId,
  date,
  amount,
  ...rest,
});

describe('returns: "net"', () => {
  it("lower monetary, and are neither a purchase nor a last day", () => {
    const rows = [
      line("ada", "2024-01-01", 30),
      line("ada", "2024-01-05", 20),
      line("ada", "2024-01-09", -20),
    ];
    expect(computeRfm(rows, { asOf: "2024-01-10" })).toEqual([
      { customerId: "ada", recency: 5, frequency: 2, monetary: 30, tenure: 9 },
    ]);
    expect(transactionLog(rows).report.returns).toEqual({ rows: 1, amount: -20, matched: null });
  });

  it("leave out a customer without a purchase, and count it", () => {
    const log = transactionLog([line("ada", "2024-01-01", 30), line("bob", "2024-01-05", -20)]);
    expect(computeRfm(log).map((customer) => customer.customerId)).toEqual(["ada"]);
    expect(log.report).toMatchObject({ customers: 2, customersWithoutPurchase: 1, amount: 10 });
  });

  it("count to the default asOf: the day after the last transaction, with nothing unseen", () => {
    const rows = [line("ada", "2024-01-01", 30), line("ada", "2024-01-09", -10)];
    expect(computeRfm(rows)[0]).toMatchObject({ recency: 9, monetary: 20 });
    expect(computeRfm(rows, { recency: "elapsed" })[0]).toMatchObject({ recency: 1, monetary: 20 });
  });

  it("make no order of a credit note", () => {
    const rows = [
      line("ada", "2024-01-01", 30, { orderId: "o1" }),
      line("ada", "2024-01-02", -30, { orderId: "c1" }),
      line("ada", "2024-01-02", 0, { orderId: "o2" }),
    ];
    expect(computeRfm(rows)[0]).toMatchObject({ frequency: 2, monetary: 0, recency: 1 });
  });
});

describe('returns: "drop"', () => {
  it("are as if they were not there, and counted", () => {
    const rows = [
      line("ada", "2024-01-01", 30),
      line("ada", "2024-01-09", -20),
      line("bob", "2024-01-02", -1),
    ];
    const log = transactionLog(rows, { returns: "drop" });
    expect(log.report).toMatchObject({
      dropped: { return: 2 },
      droppedAmounts: { return: -21 },
      customers: 1,
    });
    expect(computeRfm(log)).toEqual(computeRfm(rows.slice(0, 1)));
  });
});

describe('returns: "match"', () => {
  const matched = (rows: Line[], asOf?: string) => {
    const log = transactionLog(rows, { returns: "match" });
    return { report: log.report, customers: computeRfm(log, asOf ? { asOf } : {}) };
  };

  it("undo the latest earlier purchase of the same product and amount", () => {
    const rows = [
      line("ada", "2024-01-01", 20, { product: "tea", orderId: "o1" }),
      line("ada", "2024-01-05", 20, { product: "tea", orderId: "o2" }),
      line("ada", "2024-01-06", 20, { product: "milk", orderId: "o3" }),
      line("ada", "2024-01-07", -20, { product: "tea", orderId: "c1" }),
      line("ada", "2024-01-08", 20, { product: "tea", orderId: "o4" }),
    ];
    const { customers, report } = matched(rows);
    expect(customers[0]).toMatchObject({ frequency: 3, monetary: 60, recency: 1, tenure: 8 });
    expect(report.returns).toEqual({ rows: 1, amount: -20, matched: 1 });
    const withoutLast = matched(rows.slice(0, 4), "2024-01-08").customers[0];
    expect(withoutLast).toMatchObject({ frequency: 2, monetary: 40, recency: 2, tenure: 7 });
  });

  it("take a second return to the purchase before, and net what finds no partner", () => {
    const rows = [
      line("ada", "2024-01-01", 20),
      line("ada", "2024-01-05", 20),
      line("ada", "2024-01-06", -20),
      line("ada", "2024-01-07", -20),
      line("ada", "2024-01-08", 5),
      line("ada", "2024-01-09", -20),
      line("bob", "2024-01-09", 7),
      line("bob", "2024-01-09", -8),
    ];
    const { customers, report } = matched(rows);
    expect(customers[0]).toMatchObject({ frequency: 1, monetary: -15, recency: 2, tenure: 2 });
    expect(customers[1]).toMatchObject({ frequency: 1, monetary: -1 });
    expect(report.returns).toEqual({ rows: 4, amount: -68, matched: 2 });
  });

  it("leave out and count a customer whose only purchase was undone", () => {
    const { customers, report } = matched([line("ada", "2024-01-01", 20), line("ada", "2024-01-01", -20)]);
    expect(customers).toEqual([]);
    expect(report).toMatchObject({ customers: 1, customersWithoutPurchase: 1 });
  });

  it("do not undo a purchase of another customer, nor a later one", () => {
    const rows = [
      line("ada", "2024-01-01", 20),
      line("bob", "2024-01-02", -20),
      line("bob", "2024-01-03", 20),
    ];
    const { customers, report } = matched(rows);
    expect(customers.map((customer) => customer.monetary)).toEqual([20, 0]);
    expect(report.returns.matched).toBe(0);
  });

  it("stand at an asOf before the return, as nothing later is seen", () => {
    const rows = [
      line("ada", "2024-01-01", 20),
      line("ada", "2024-01-05", 30),
      line("ada", "2024-01-09", -30),
    ];
    expect(matched(rows, "2024-01-08").customers).toEqual(
      computeRfm(rows.slice(0, 2), { asOf: "2024-01-08" }),
    );
    expect(matched(rows, "2024-01-09").customers[0]).toMatchObject({
      frequency: 1,
      monetary: 20,
      recency: 8,
    });
  });

  it("pair lines of one moment by their order ids, whatever the order of the rows", () => {
    const rows = [
      line("ada", "2024-01-01", 20, { orderId: "o1" }),
      line("ada", "2024-01-01", 5, { orderId: "o1" }),
      line("ada", "2024-01-01", 20, { orderId: "o2" }),
      line("ada", "2024-01-02", -20, { orderId: "c1" }),
    ];
    for (const order of [rows, [...rows].reverse(), [rows[2], rows[3], rows[0], rows[1]]]) {
      expect(matched(order).customers[0]).toMatchObject({ frequency: 1, monetary: 25 });
    }
  });
});
