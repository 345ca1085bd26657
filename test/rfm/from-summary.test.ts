import { computeRfmFromSummary, scoreCustomers } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const rows = [
  { id: 7, last: "2024-03-09", orders: 4, revenue: 120.5, region: "north" },
  { id: 8, last: "2024-02-01", orders: 1, revenue: -3, region: "south" },
];
const mapping = { customerId: "id", lastPurchase: "last", frequency: "orders", monetary: "revenue" } as const;

describe("computeRfmFromSummary(rows, options)", () => {
  it("counts recency to asOf, by default the day after the latest purchase, and keeps every column", () => {
    expect(computeRfmFromSummary(rows, mapping)).toEqual([
      { ...rows[0], customerId: 7, recency: 1, frequency: 4, monetary: 120.5 },
      { ...rows[1], customerId: 8, recency: 38, frequency: 1, monetary: -3 },
    ]);
    expect(computeRfmFromSummary(rows, { ...mapping, asOf: "2024-03-09" })[0].recency).toBe(0);
    expect(scoreCustomers(computeRfmFromSummary(rows, mapping), { bins: 2 })[0]).toMatchObject({
      rfm: "222",
      region: "north",
    });
  });

  it("takes recency as it is, from columns of the library's names too", () => {
    const named = [{ customerId: "ada", recency: 3, frequency: 2, monetary: 10 }];
    expect(computeRfmFromSummary(named)).toEqual(named);
    expect(
      computeRfmFromSummary(rows, {
        customerId: "id",
        recency: "orders",
        frequency: "orders",
        monetary: "revenue",
      })[0].recency,
    ).toBe(4);
  });

  it("turns instants into days of the zone", () => {
    const late = [{ ...rows[0], last: "2024-03-09T20:00:00Z" }];
    const options = { ...mapping, asOf: "2024-03-10" };
    expect(computeRfmFromSummary(late, options)[0].recency).toBe(1);
    expect(computeRfmFromSummary(late, { ...options, timeZone: "Asia/Tokyo" })[0].recency).toBe(0);
  });

  it("gives nothing for nothing", () => {
    expect(computeRfmFromSummary([] as typeof rows, mapping)).toEqual([]);
  });

  it("refuses bad rows and options", () => {
    const refuses = (change: object, options: object, where: Parameters<typeof expectRefusal>[1]) =>
      expectRefusal(
        () => computeRfmFromSummary([rows[0], { ...rows[1], ...change }], { ...mapping, ...options }),
        where,
      );
    refuses({ id: null }, {}, { code: "missingCustomer", path: "customerId", row: 1 });
    refuses(
      { id: 7 },
      {},
      { code: "invalidCustomer", path: "customerId", row: 1, message: "one row a customer" },
    );
    refuses({ last: "?" }, {}, { code: "invalidDate", path: "lastPurchase", row: 1 });
    refuses({ orders: 0 }, {}, { code: "invalidValue", path: "frequency", row: 1 });
    refuses(
      { revenue: "12" },
      {},
      { code: "invalidValue", path: "monetary", row: 1, message: "Number(row.revenue)" },
    );
    refuses({}, { asOf: "2024-03-08" }, { code: "invalidDate", path: "lastPurchase", row: 0 });
    refuses({}, { asOf: "?" }, { code: "invalidDate", path: "asOf" });
    refuses({}, { recency: "orders" }, { code: "invalidOption", path: "lastPurchase" });
    refuses(
      {},
      { recency: "orders", lastPurchase: undefined, asOf: "2024-03-10" },
      { code: "invalidOption", path: "asOf" },
    );
    expectRefusal(() => computeRfmFromSummary(new Map() as never as typeof rows, mapping), {
      code: "invalidInput",
      path: "customers",
    });
    refuses({}, { lastPurchase: undefined }, { code: "invalidOption", path: "lastPurchase" });
    refuses({}, { frequency: "order" }, { code: "unknownColumn", path: "frequency", message: '"orders"' });
    refuses({}, { lastpurchase: "last" }, { code: "unknownOption", path: "lastpurchase" });
  });
});
