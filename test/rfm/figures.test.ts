import { computeRfm, transactionLog } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const line = (customerId: string, orderId: string | null, date: string, amount: number) => {
  return { customerId, orderId, date, amount };
};

describe("frequency", () => {
  const rows = [
    line("ada", "o1", "2024-03-01", 1),
    line("ada", "o1", "2024-03-01", 2),
    line("ada", "o2", "2024-03-01", 4),
    line("ada", "o3", "2024-03-05", 8),
  ];
  const frequency = (options: object) => computeRfm(rows, options)[0].frequency;

  it("counts distinct orders, transactions or days", () => {
    expect(frequency({})).toBe(3);
    expect(frequency({ countBy: "orders" })).toBe(3);
    expect(frequency({ countBy: "transactions" })).toBe(4);
    expect(frequency({ countBy: "days" })).toBe(2);
    expect(frequency({ countBy: "days", asOf: "2024-03-04" })).toBe(1);
    expect(frequency({ countBy: "days", recency: "elapsed" })).toBe(2);
  });

  it("counts an order id once for each customer under it, however their lines interleave", () => {
    const shared = [
      line("ada", "o1", "2024-03-01", 1),
      line("bob", "o1", "2024-03-01", 1),
      line("ada", "o1", "2024-03-01", 1),
      line("cleo", "o1", "2024-03-01", 1),
      line("bob", "o1", "2024-03-01", 1),
      line("bob", "o2", "2024-03-01", 1),
    ];
    expect(computeRfm(shared).map((customer) => customer.frequency)).toEqual([1, 2, 1]);
    const codes = Int32Array.of(0, 0, 0, 0, 0, 1);
    const columns = {
      customerId: shared.map((row) => row.customerId),
      orderId: { codes, values: ["o1", "o2"] },
      date: shared.map((row) => row.date),
      amount: shared.map((row) => row.amount),
    };
    expect(computeRfm(columns).map((customer) => customer.frequency)).toEqual([1, 2, 1]);
    expect(Array.from(codes)).toEqual([0, 0, 0, 0, 0, 1]);
    expect(transactionLog(shared).report.orders).toBe(4);
  });

  it("counts an order in the window though it began before it", () => {
    const split = [line("ada", "o1", "2024-03-01", 1), line("ada", "o1", "2024-03-03", 1)];
    expect(computeRfm(split, { since: "2024-03-02" })[0]).toMatchObject({ frequency: 1, tenure: 1 });
  });
});

describe("monetary", () => {
  it("is the sum, or the mean per order", () => {
    const rows = [
      line("ada", "o1", "2024-03-01", 10),
      line("ada", "o1", "2024-03-01", 20),
      line("ada", "o2", "2024-03-02", 6),
    ];
    expect(computeRfm(rows)[0].monetary).toBe(36);
    expect(computeRfm(rows, { monetary: "mean" })[0].monetary).toBe(18);
    expect(computeRfm(rows, { monetary: "mean", countBy: "transactions" })[0]).toMatchObject({
      monetary: 18,
      frequency: 3,
    });
    expect(computeRfm(rows, { monetary: "mean", countBy: "days" })[0]).toMatchObject({
      monetary: 18,
      frequency: 2,
    });
  });

  it("takes zero amounts as purchases", () => {
    expect(computeRfm([line("ada", "o1", "2024-03-01", 0)])[0]).toMatchObject({ frequency: 1, monetary: 0 });
  });

  it("is the exact sum rounded once, in every order of the rows", () => {
    const sumOf = (amounts: number[]) =>
      computeRfm(amounts.map((amount, i) => line("ada", `o${i}`, "2024-03-01", amount)))[0].monetary;
    expect(sumOf(new Array(10).fill(0.1))).toBe(1);
    expect(sumOf([1e16, 1, -1e16, 1])).toBe(2);
    expect(sumOf([1e280, 1, 1e-300, -1e280, 1e-320, -1])).toBe(1e-300);
    expect(sumOf([1, 1e-300, 1e280, -1, 1e-320, -1e280])).toBe(1e-300);
    expect(sumOf([2 ** 53, 1, 2 ** -53])).toBe(2 ** 53 + 2);
  });

  it("is rounded to decimals once, after summing, halves away from zero and never to -0", () => {
    const rounded = (amounts: number[], decimals: number) =>
      computeRfm(
        amounts.map((amount, i) => line("ada", `o${i}`, "2024-03-01", amount)),
        { decimals },
      )[0].monetary;
    expect(rounded([0.1, 0.2], 2)).toBe(0.3);
    expect(rounded([0.004, 0.004], 2)).toBe(0.01);
    expect(rounded([0.125], 2)).toBe(0.13);
    expect(rounded([0, -0.125], 2)).toBe(-0.13);
    expect(Object.is(rounded([0, -0.001], 2), 0)).toBe(true);
    expect(rounded([1234.5], 0)).toBe(1235);
    expect(rounded([1.005], 2)).toBe(1.01);
    expect(rounded([0, -2.675], 2)).toBe(-2.68);
    expect(rounded([1.004999], 2)).toBe(1);
    expect(rounded([1.00499999], 2)).toBe(1);
    expect(rounded([12345678901234.566], 2)).toBe(12345678901234.57);
    expect(rounded([1e-7, 2e250], 15)).toBe(2e250);
    expect(rounded([1e-7, 4e-15], 15)).toBe(1.00000004e-7);
    for (const decimals of [-1, 1.5, 16, Number.NaN]) {
      expectRefusal(() => rounded([1], decimals), { code: "invalidOption", path: "decimals" });
    }
  });

  it("rounds the mean per order as decimals are rounded", () => {
    const cents = Array.from({ length: 2000 }, (_, i) => i + 1);
    for (const orders of [2, 4, 8]) {
      for (const total of cents) {
        const lines = Array.from({ length: orders }, (_, i) =>
          line("ada", `o${i}`, "2024-03-01", i === 0 ? total / 100 : 0),
        );
        const [{ monetary }] = computeRfm(lines, { monetary: "mean", decimals: 2 });
        expect(monetary).toBe(Math.floor((2 * total + orders) / (2 * orders)) / 100);
      }
    }
  });

  it("rounds means of amounts that cancel out as decimals are rounded", () => {
    const lines = [-3.99, -29.46, 34.4, 1].map((amount, i) => line("ada", `o${i}`, "2024-03-01", amount));
    expect(computeRfm(lines, { monetary: "mean", decimals: 2 })[0].monetary).toBe(0.98);
    const large = [-98765.43, 98765.44].map((amount, i) => line("ada", `o${i}`, "2024-03-01", amount));
    expect(computeRfm(large, { decimals: 2 })[0].monetary).toBe(0.01);
    const half = [...large, line("ada", "o3", "2024-03-01", 0)];
    expect(computeRfm(half, { monetary: "mean", decimals: 2 })[0].monetary).toBe(0.01);
  });

  it("refuses amounts whose sums could leave the doubles", () => {
    const rows = [line("ada", "o1", "2024-03-01", 1e290), line("ada", "o2", "2024-03-01", 1.7e308)];
    expectRefusal(() => computeRfm(rows), {
      code: "invalidAmount",
      path: "amount",
      row: 1,
      message: "expected a number of at most 1e+290 in size",
    });
  });
});

describe("the order of the result", () => {
  it("is that of first appearance among the kept rows", () => {
    const rows = [
      line("", "o0", "2024-03-01", 1),
      line("bob", "o1", "2024-03-05", 1),
      line("ada", "o2", "2024-03-01", 1),
    ];
    const kept = computeRfm(rows, { invalid: "drop" });
    expect(kept.map((customer) => customer.customerId)).toEqual(["bob", "ada"]);
    const codes = Int32Array.of(2, 1, 0);
    const columns = {
      customerId: { codes, values: ["ada", "bob", ""] },
      date: rows.map((r) => r.date),
      amount: [1, 1, 1],
    };
    const log = transactionLog(columns, { invalid: "drop" });
    expect(computeRfm(log).map((customer) => customer.customerId)).toEqual(["bob", "ada"]);
  });
});
