import { transactionLog } from "rfm-kit";
import { purchaseHistories, purchaseHistoriesFromSummary } from "rfm-kit/lifetime";
import { describe, expect, it } from "vitest";
import { hasData, readData } from "../data.js";
import { expectRefusal } from "../refusal.js";

const orders = [
  { customerId: "ada", date: "2024-01-31 09:00", amount: 50 },
  { customerId: "bob", date: "2024-02-10", amount: 15 },
  { customerId: "ada", date: "2024-01-01", amount: 20 },
  { customerId: "ada", date: "2024-01-31 17:00", amount: 7 },
  { customerId: "ada", date: "2024-01-15", amount: 30 },
];
const ada = { customerId: "ada", x: 2, tX: 30, T: 60, meanSpend: 43.5 };
const bob = { customerId: "bob", x: 0, tX: 0, T: 20, meanSpend: null };

describe("purchaseHistories", () => {
  it("counts days after the first purchase day, and their mean spend", () => {
    expect(purchaseHistories(orders, { asOf: "2024-03-01" })).toEqual([ada, bob]);
    expect(purchaseHistories(transactionLog(orders), { asOf: "2024-03-01" })).toEqual([ada, bob]);
  });

  it("counts to the day after the last transaction unless told otherwise", () => {
    expect(purchaseHistories(orders).map(({ T }) => T)).toEqual([41, 1]);
  });

  it("does not see what comes after asOf, nor whoever comes then", () => {
    const early = purchaseHistories(orders, { asOf: "2024-01-20" });
    expect(early).toEqual([{ customerId: "ada", x: 1, tX: 14, T: 19, meanSpend: 30 }]);
  });

  it("takes no return for a purchase, and hides what a matched one undid", () => {
    const returned = [...orders, { customerId: "ada", date: "2024-02-20", amount: -30 }];
    expect(purchaseHistories(returned, { asOf: "2024-03-01" })[0]).toEqual(ada);
    const matched = purchaseHistories(returned, { asOf: "2024-03-01", returns: "match" });
    expect(matched[0]).toEqual({ ...ada, x: 1, meanSpend: 57 });
  });

  it("gives none for none", () => {
    expect(purchaseHistories([])).toEqual([]);
  });

  it("refuses an unknown option and an asOf before the first purchase", () => {
    const options: object = { asof: "2024-03-01" };
    expectRefusal(() => purchaseHistories(orders, options), {
      code: "unknownOption",
      path: "asof",
      message: 'did you mean "asOf"?',
    });
    expectRefusal(() => purchaseHistories(orders, { asOf: "2023-12-31" }), {
      code: "asOfBeforeFirstPurchase",
      path: "asOf",
    });
  });
});

describe("purchaseHistoriesFromSummary", () => {
  const weeks = [
    { ID: 1, x: 2, t_x: 30, T: 40, zbar: 22.35 },
    { ID: 3, x: 0, t_x: 0, T: 40, zbar: 0 },
  ];
  const names = { customerId: "ID", tX: "t_x", meanSpend: "zbar", daysPerUnit: 7 } as const;

  it("turns any unit into days, and knows no spend where nothing was bought again", () => {
    expect(purchaseHistoriesFromSummary(weeks, names)).toEqual([
      { customerId: 1, x: 2, tX: 210, T: 280, meanSpend: 22.35 },
      { customerId: 3, x: 0, tX: 0, T: 280, meanSpend: null },
    ]);
  });

  it("reads what purchaseHistories gives", () => {
    const histories = purchaseHistories(orders);
    expect(purchaseHistoriesFromSummary(histories)).toEqual(histories);
  });

  it.each([
    ["a fraction of a purchase", { x: 1.5 }, "invalidValue", "x"],
    ["a last purchase after the end", { T: 29 }, "invalidValue", "tX"],
    ["a repeat purchase that was not counted", { x: 0 }, "invalidValue", "tX"],
    ["a negative spend", { zbar: -1 }, "negativeValue", "meanSpend"],
    ["a negative time", { t_x: -1 }, "invalidValue", "tX"],
    ["no customer", { ID: null as unknown as number }, "missingCustomer", "customerId"],
  ] as const)("refuses %s", (_, change, code, path) => {
    const rows = [weeks[1], { ...weeks[0], ...change }];
    expectRefusal(() => purchaseHistoriesFromSummary(rows, names), { code, path, row: 1 });
  });

  it("refuses a unit without days", () => {
    expectRefusal(() => purchaseHistoriesFromSummary(weeks, { ...names, daysPerUnit: 0 }), {
      code: "invalidOption",
      path: "daysPerUnit",
    });
  });
});

describe.runIf(hasData)("the histories of CDNOW", () => {
  it("are those of the published summary, to its two decimals", () => {
    const log = transactionLog(readData("cdnow-sample.csv.gz"), {
      customerId: (row) => Number(row.customer_id),
      date: "date",
      amount: (row) => Number(row.dollars),
    });
    const summary = new Map(readData("cdnow-summary.csv.gz").map((row) => [Number(row.ID), row]));
    const histories = purchaseHistories(log, { asOf: "1997-09-30" });
    expect(histories.length).toBe(2357);
    expect(histories.reduce((sum, { x }) => sum + x, 0)).toBe(2457);
    for (const { customerId, x, tX, T, meanSpend } of histories) {
      const row = summary.get(customerId) as Record<string, string>;
      expect(x).toBe(Number(row.x));
      expect(Math.abs(tX / 7 - Number(row.t_x))).toBeLessThan(0.0051);
      expect(Math.abs(T / 7 - Number(row.T))).toBeLessThan(0.0051);
      expect(Math.abs((meanSpend ?? 0) - Number(row.zbar))).toBeLessThan(0.0051);
    }
  });
});
