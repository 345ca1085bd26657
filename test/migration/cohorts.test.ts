import { computeRfm, transactionLog } from "rfm-kit";
import { cohortRetention } from "rfm-kit/migration";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const line = (customerId: string | number, date: string, amount: number, orderId: string | null = null) => {
  return { customerId, date, amount, orderId };
};
const lines = [
  line("ada", "2024-01-05", 20, "a1"),
  line("ada", "2024-01-31", 10, "a1"),
  line("bob", "2024-01-30", 12, "b1"),
  line("ada", "2024-03-01", 30, "a2"),
  line("eve", "2024-02-29", 7, "e1"),
  line("bob", "2024-02-02", -5),
];

describe("cohortRetention", () => {
  it("counts customers, orders and revenue of each cohort in each month, empty ones included", () => {
    const found = cohortRetention(lines, { by: "month", asOf: "2024-03-30" });
    expect(found.map((row) => Object.values(row))).toEqual([
      ["2024-01", 0, "2024-01-01", 2, 2, 1, 2, 42, true],
      ["2024-01", 1, "2024-02-01", 2, 0, 0, 0, -5, true],
      ["2024-01", 2, "2024-03-01", 2, 1, 0.5, 1, 30, false],
      ["2024-02", 0, "2024-02-01", 1, 1, 1, 1, 7, true],
      ["2024-02", 1, "2024-03-01", 1, 0, 0, 0, 0, false],
    ]);
    expect(Object.keys(found[0])).toEqual([
      "cohort",
      "period",
      "periodStart",
      "size",
      "customers",
      "retained",
      "orders",
      "revenue",
      "complete",
    ]);
  });

  it("ends with the last row, unless told otherwise", () => {
    const rows = (asOf?: string) => cohortRetention(lines, { by: "month", asOf });
    expect(rows()).toEqual(rows("2024-03-01"));
    expect(rows("2024-03-31").filter(({ complete }) => !complete)).toEqual([]);
    expect(rows("2024-02-28").map(({ cohort, period }) => [cohort, period])).toEqual([
      ["2024-01", 0],
      ["2024-01", 1],
    ]);
    expect(rows("2024-06-01").at(-1)).toMatchObject({ cohort: "2024-02", period: 4, customers: 0 });
  });

  it("numbers weeks as ISO 8601 does", () => {
    // As `datetime.date.isocalendar` of Python has them.
    const weeks = {
      "1977-01-02": "1976-W53",
      "1978-01-02": "1978-W01",
      "2008-12-28": "2008-W52",
      "2008-12-29": "2009-W01",
      "2010-01-03": "2009-W53",
      "2010-01-04": "2010-W01",
      "2011-01-23": "2011-W03",
      "1969-12-31": "1970-W01",
      "0069-01-07": "0069-W02",
    };
    for (const [date, name] of Object.entries(weeks)) {
      const [{ cohort, period, complete }] = cohortRetention([line("ada", date, 1)], { by: "week" });
      expect([date, cohort, period]).toEqual([date, name, 0]);
      // Sunday ends a week.
      expect(complete).toBe(new Date(date).getUTCDay() === 0);
    }
    const later = cohortRetention([line("ada", "2010-12-31", 1), line("ada", "2011-01-03", 1)], {
      by: "week",
    });
    expect(later.map(({ period, periodStart, customers }) => [period, periodStart, customers])).toEqual([
      [0, "2010-12-27", 1],
      [1, "2011-01-03", 1],
    ]);
  });

  it("names months of all years", () => {
    const [first] = cohortRetention([line("ada", "0099-12-31", 1)], { by: "month" });
    expect(first).toMatchObject({ cohort: "0099-12", periodStart: "0099-12-01", complete: true });
  });

  it("puts returns of earlier purchases into period 0, and leaves out who never bought", () => {
    const early = [
      line("ada", "2024-01-05", -4),
      line("ada", "2024-02-05", 10),
      line("bob", "2024-01-01", -9),
      line("ada", "2024-03-05", -1),
    ];
    const found = cohortRetention(early, { by: "month" });
    expect(found.map(({ cohort, period, size, revenue }) => [cohort, period, size, revenue])).toEqual([
      ["2024-02", 0, 1, 6],
      ["2024-02", 1, 1, -1],
    ]);
    expect(computeRfm(early).map(({ monetary }) => monetary)).toEqual([5]);
  });

  it("counts an order once for each customer, where its first purchase is", () => {
    const shared = [
      line("ada", "2024-02-01", 1, "o"),
      line("bob", "2024-01-31", 2, "o"),
      line("ada", "2024-01-31", 3, "o"),
      line("ada", "2024-02-02", 4),
      line("ada", "2024-02-02", 5),
    ];
    const found = cohortRetention(shared, { by: "month" });
    expect(found.map(({ customers, orders, revenue }) => [customers, orders, revenue])).toEqual([
      [2, 2, 5],
      [1, 2, 10],
    ]);
  });

  it("sees no purchase that a return has undone", () => {
    const rows = [
      { ...line("ada", "2024-01-05", 20), product: "tea" },
      { ...line("ada", "2024-01-09", -20), product: "tea" },
      { ...line("ada", "2024-02-05", 10), product: "tea" },
    ];
    const [first, ...rest] = cohortRetention(rows, { by: "month", returns: "match" });
    expect(first).toMatchObject({ cohort: "2024-02", orders: 1, revenue: 10 });
    expect(rest).toEqual([]);
    const before = cohortRetention(rows, { by: "month", returns: "match", asOf: "2024-01-08" });
    expect(before).toMatchObject([{ cohort: "2024-01", revenue: 20 }]);
  });

  it("takes rows of any names, columns and logs, and gives nothing for nothing", () => {
    const named = lines.map(({ customerId, date, amount, orderId }) => {
      return { who: customerId, at: date, cents: 100 * amount, orderId };
    });
    const whole = cohortRetention(lines, { by: "month" });
    const amount = (row: { cents: number }) => row.cents / 100;
    expect(cohortRetention(named, { by: "month", customerId: "who", date: "at", amount })).toEqual(whole);
    const columns = {
      customerId: lines.map(({ customerId }) => customerId),
      date: lines.map(({ date }) => date),
      amount: lines.map((row) => row.amount),
      orderId: lines.map(({ orderId }) => orderId),
    };
    expect(cohortRetention(columns, { by: "month" })).toEqual(whole);
    expect(cohortRetention(transactionLog(lines), { by: "month" })).toEqual(whole);
    expect(cohortRetention([], { by: "week" })).toEqual([]);
    expect(cohortRetention([line("ada", "2024-01-01", -1)], { by: "week" })).toEqual([]);
  });

  it("refuses what it does not know", () => {
    const call = (options: object) => () => cohortRetention(lines, options as { by: "month" });
    expectRefusal(call({}), { code: "invalidOption", path: "by", message: 'expected "month" or "week"' });
    expectRefusal(call({ by: "weeks" }), {
      code: "invalidOption",
      path: "by",
      message: 'did you mean "week"?',
    });
    expectRefusal(call({ by: "month", since: "2024-01-01" }), { code: "unknownOption", path: "since" });
    expectRefusal(call({ by: "month", asOf: "2023-01-01" }), {
      code: "asOfBeforeFirstPurchase",
      path: "asOf",
    });
    expectRefusal(call({ by: "month", asOf: "soon" }), { code: "invalidDate", path: "asOf" });
    expectRefusal(
      () => cohortRetention(transactionLog(lines), { by: "month", timeZone: "UTC" } as { by: "month" }),
      { code: "unknownOption", path: "timeZone" },
    );
  });
});
