import fc from "fast-check";
import { computeRfm, customerFeatures, transactionLog } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { type FeatureLine, featureOracle } from "./feature-oracle.js";
import { returnsOption, transactions } from "./generators.js";
import { RUNS } from "./runs.js";

const quantity = fc.option(fc.constantFrom(1, 2, 0.1, 12, 1e16, -1), { freq: 12 });
const product = fc.option(fc.constantFrom("tea", "milk", "jam"), { freq: 12 });
const lines: fc.Arbitrary<FeatureLine[]> = transactions.chain((rows) =>
  fc
    .array(fc.tuple(quantity, product), { minLength: rows.length, maxLength: rows.length })
    .map((rest) => rows.map((row, i) => ({ ...row, quantity: rest[i][0], product: rest[i][1] }))),
);
/** Returns match purchases of their product, which such lines keep. */
const matching: fc.Arbitrary<FeatureLine[]> = transactions.map((rows) =>
  rows.map((row, i) => ({ ...row, quantity: 1 + (i % 3) })),
);
/** Lines that differ in order id and quantity alone, and their returns. */
const alike: fc.Arbitrary<FeatureLine[]> = lines.map((rows) =>
  rows.map((row) => ({
    ...row,
    customerId: "ada",
    product: "tea",
    date: row.orderId === "credit" ? "2024-03-01" : "2024-02-28",
    amount: row.orderId === "credit" ? -1 : 1,
  })),
);
const options = fc.record({
  recency: fc.constantFrom("calendar", "elapsed"),
  recentDays: fc.constantFrom(1, 2, 3, 90, 30_000),
  asOf: fc.option(fc.constantFrom("2024-02-29", "2024-03-01 08:00", "2024-03-02"), { nil: undefined }),
  since: fc.option(fc.constantFrom("2024-02-28 12:00", "2024-02-26"), { nil: undefined }),
} as const);

/** The answer by customer, or the code of the refusal: an asOf may lie before the first purchase. */
function attempt(rows: readonly FeatureLine[], returns: "net" | "drop" | "match", chosen: object) {
  try {
    const found = customerFeatures(transactionLog(rows, { returns }), chosen);
    return new Map(found.map((customer) => [customer.customerId, customer]));
  } catch (error) {
    return (error as { code: string }).code;
  }
}

/** Figures that formulas in another order of steps may miss by roundings. */
const near = (value: number | null) =>
  value === null ? null : expect.closeTo(value, 11 - Math.ceil(Math.log10(Math.max(1, Math.abs(value)))));

describe("customerFeatures", () => {
  it("equals the formulas applied customer by customer", () => {
    fc.assert(
      fc.property(fc.oneof(lines, matching, alike), options, returnsOption, (rows, chosen, returns) => {
        const found = attempt(rows, returns, chosen);
        if (typeof found === "string") return;
        const expected = featureOracle(rows, { ...chosen, returns });
        expect(new Set(found.keys())).toEqual(new Set(expected.keys()));
        for (const [id, { customerId, recency, frequency, monetary, tenure, ...own }] of found) {
          const figures = expected.get(id);
          expect(own).toEqual({
            ...figures,
            meanDaysBetweenOrders: near(figures?.meanDaysBetweenOrders ?? null),
            spreadOfDaysBetweenOrders: near(figures?.spreadOfDaysBetweenOrders ?? null),
          });
        }
      }),
      RUNS,
    );
  });

  it("gives recency, frequency, monetary value, tenure and the order of customers as computeRfm does", () => {
    fc.assert(
      fc.property(lines, options, returnsOption, (rows, { recentDays, ...chosen }, returns) => {
        if (typeof attempt(rows, returns, chosen) === "string") return;
        const found = customerFeatures(rows, { ...chosen, recentDays, returns });
        expect(
          found.map(({ customerId, recency, frequency, monetary, tenure }) => {
            return { customerId, recency, frequency, monetary, tenure };
          }),
        ).toEqual(computeRfm(rows, { ...chosen, returns }));
        const means = computeRfm(rows, { ...chosen, returns, monetary: "mean" });
        expect(found.map((customer) => customer.averageOrderValue)).toEqual(
          means.map((customer) => customer.monetary),
        );
      }),
      RUNS,
    );
  });

  it("does not depend on the order of the rows", () => {
    const shuffled = fc
      .oneof(lines, matching)
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(shuffled, options, returnsOption, ([rows, other], chosen, returns) => {
        expect(attempt(other, returns, chosen)).toEqual(attempt(rows, returns, chosen));
      }),
      RUNS,
    );
  });

  it("knows one return rate, whether returns are netted or matched", () => {
    fc.assert(
      fc.property(matching, options, (rows, { since, ...chosen }) => {
        const [netted, matched] = [attempt(rows, "net", chosen), attempt(rows, "match", chosen)];
        if (typeof netted === "string" || typeof matched === "string") return;
        for (const [id, { returnRate }] of matched) expect(netted.get(id)?.returnRate).toBe(returnRate);
      }),
      RUNS,
    );
  });
});
