import fc from "fast-check";
import { computeRfm, type RfmCustomer, transactionLog } from "rfm-kit";
import { afterAll, describe, expect, it } from "vitest";
import { type Line, line, returnsOption, rfmOptions, transactions } from "./generators.js";
import { oracle } from "./oracle.js";
import { RUNS } from "./runs.js";
import { describeShares, seeLines } from "./shares.js";

afterAll(() => console.log(describeShares()));

const ASOF = fc.option(fc.constantFrom("2024-02-27", "2024-02-29 08:00", "2024-03-02"), { nil: undefined });
const byId = (rows: readonly RfmCustomer[]) =>
  new Map(rows.map((customer) => [customer.customerId, customer]));

/** The answer, or the code of the refusal: an asOf may lie before the first purchase. */
function attempt(lines: readonly Line[], returns: "net" | "drop" | "match", options: object) {
  try {
    return byId(computeRfm(transactionLog(lines, { returns }), options));
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("computeRfm", () => {
  it("equals the rules applied customer by customer", () => {
    fc.assert(
      fc.property(transactions, rfmOptions, returnsOption, ASOF, (lines, options, returns, asOf) => {
        seeLines(lines);
        const found = attempt(lines, returns, { ...options, ...(asOf && { asOf }) });
        if (found !== "asOfBeforeFirstPurchase") {
          expect(found).toEqual(oracle(lines, { ...options, returns, asOf }));
        }
      }),
      RUNS,
    );
  });

  it("does not depend on the order of the rows", () => {
    const shuffled = transactions.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    fc.assert(
      fc.property(shuffled, rfmOptions, returnsOption, ASOF, ([lines, other], options, returns, asOf) => {
        seeLines(lines);
        const chosen = { ...options, ...(asOf && { asOf }) };
        expect(attempt(other, returns, chosen)).toEqual(attempt(lines, returns, chosen));
      }),
      RUNS,
    );
  });

  it("at an earlier asOf equals the answer to what was known then", () => {
    fc.assert(
      fc.property(transactions, rfmOptions, returnsOption, (lines, options, returns) => {
        seeLines(lines);
        const chosen = { ...options, asOf: "2024-02-28" };
        const limit = options.recency === "calendar" ? "2024-02-28T99" : "2024-02-28";
        const known = lines.filter(({ date }) => date.replace(" ", "T") <= limit);
        const now = attempt(lines, returns, chosen);
        const then = attempt(known, returns, chosen);
        if (typeof now === "string" || typeof then === "string") return;
        expect(now).toEqual(then);
      }),
      RUNS,
    );
  });

  it("never lowers frequency or raises recency for one more purchase", () => {
    fc.assert(
      fc.property(transactions, line, rfmOptions, (lines, more, options) => {
        const purchase = { ...more, amount: Math.abs(more.amount) };
        seeLines(lines);
        const chosen = { ...options, asOf: "2024-03-02 23:59" };
        const before = byId(computeRfm([...lines.filter(isPurchase), purchase].slice(0, -1), chosen));
        const after = byId(computeRfm([...lines.filter(isPurchase), purchase], chosen));
        expect([...before.keys()].every((id) => after.has(id))).toBe(true);
        for (const [id, customer] of before) {
          expect(after.get(id)?.frequency).toBeGreaterThanOrEqual(customer.frequency);
          expect(after.get(id)?.recency).toBeLessThanOrEqual(customer.recency);
          if (id !== purchase.customerId) expect(after.get(id)).toEqual(customer);
        }
        expect(after.get(purchase.customerId)?.frequency).toBeGreaterThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it("leaves frozen input as it is", () => {
    fc.assert(
      fc.property(transactions, returnsOption, (lines, returns) => {
        seeLines(lines);
        const frozen = Object.freeze(lines.map((row) => Object.freeze({ ...row })));
        expect(attempt(frozen, returns, {})).toEqual(attempt(lines, returns, {}));
        expect(frozen).toEqual(lines);
      }),
      RUNS,
    );
  });
});

const isPurchase = ({ amount }: Line) => amount >= 0;

describe("rows, columns and dictionary columns", () => {
  /** A column with its values listed twice over, in whatever order, and codes of both kinds for nothing. */
  const dictionary = <T>(values: readonly (T | null)[]) => {
    const distinct = [...new Set(values.filter((value) => value !== null))];
    const listed = [...distinct, ...distinct].reverse();
    const codes = values.map((value, row) => {
      if (value === null) return [null, -1, listed.length + 3][row % 3];
      const places = listed.flatMap((candidate, place) => (candidate === value ? [place] : []));
      return places[row % places.length];
    });
    return { codes, values: listed };
  };

  it("agree, with values that repeat, codes out of range and null codes", () => {
    const withHoles = fc.array(
      fc
        .tuple(line, fc.boolean())
        .map(([row, hole]) => ({ ...row, customerId: hole ? null : row.customerId })),
      { minLength: 1, maxLength: 25 },
    );
    fc.assert(
      fc.property(withHoles, rfmOptions, returnsOption, (lines, options, returns) => {
        seeLines(lines.filter((row): row is Line => row.customerId !== null));
        const column = <K extends keyof Line>(key: K) => lines.map((row) => row[key]);
        const reader = {
          returns,
          invalid: "drop",
          duplicates: "count",
          attributes: { kind: "product" },
        } as const;
        const plain = {
          customerId: column("customerId"),
          orderId: column("orderId"),
          product: column("product"),
          date: column("date"),
          amount: Float64Array.from(column("amount")),
        };
        const coded = {
          customerId: dictionary(column("customerId")),
          orderId: dictionary(column("orderId")),
          product: dictionary(column("product")),
          date: dictionary(column("date")),
          amount: dictionary(column("amount")),
        };
        const fromRows = transactionLog(lines, reader);
        for (const log of [transactionLog(plain, reader), transactionLog(coded, reader)]) {
          const { duplicates, ...report } = log.report;
          const { duplicates: expected, ...profile } = fromRows.report;
          expect(duplicates).toBe(expected);
          expect(sortTotals(report)).toEqual(sortTotals(profile));
          expect(computeRfm(log, options)).toEqual(computeRfm(fromRows, options));
        }
      }),
      RUNS,
    );
  });

  /** Equal totals may stand in any order. */
  const sortTotals = <R extends { attributes: object; issues: readonly object[] }>(report: R) => {
    const text = JSON.stringify(report.attributes, (_, value) =>
      Array.isArray(value) ? [...value].map((v) => JSON.stringify(v)).sort() : value,
    );
    return { ...report, attributes: text, issues: report.issues.length };
  };
});
