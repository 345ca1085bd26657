import { computeRfm, fitScores, type TransactionLog, transactionLog } from "rfm-kit";
import { pandasQcut } from "rfm-kit/compat";
import { migrateSegments } from "rfm-kit/migration";
import { beforeAll, describe, expect, it } from "vitest";
import { hasData, readData, readExpectedJson } from "../data.js";

/** What notebooks call the segments. */
const NOTEBOOK: Readonly<Record<string, string>> = { loyal: "loyal_customers", new: "new_customers" };
const nameIn = (segment: string | null) =>
  segment === null ? "absent" : (NOTEBOOK[segment] ?? segment.replaceAll("-", "_"));

describe.runIf(hasData)("migration on online retail", () => {
  let log: TransactionLog<string>;
  beforeAll(() => {
    log = transactionLog(readData("online-retail.csv.gz"), {
      customerId: "CustomerID",
      orderId: "InvoiceNo",
      date: "InvoiceDate",
      amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
      exclude: { returned: (line) => Number(line.Quantity) <= 0 },
      invalid: "drop",
    });
  });

  /** Customers in ascending id, which decides between equals by rank first. */
  const snapshot = (asOf: string) =>
    computeRfm(log, { asOf }).sort((a, b) => Number(a.customerId) - Number(b.customerId));

  describe("between June and December 2011", () => {
    it("has the matrix of pandas", () => {
      const expected = readExpectedJson("transitions.json").basic.cal;
      const ruler = pandasQcut({ ties: { f: "first" }, duplicates: { m: "drop" } });
      const { totals, flows, segments } = migrateSegments({
        before: snapshot("2011-05-31"),
        after: snapshot("2011-12-10"),
        ruler,
      });
      let pairs = 0;
      for (const [from, row] of Object.entries<Record<string, number>>(expected.matrix_counts)) {
        for (const [to, customers] of Object.entries(row)) {
          const found = flows.find((flow) => nameIn(flow.from) === from && nameIn(flow.to) === to);
          expect([from, to, found?.customers ?? 0]).toEqual([from, to, customers]);
          expect(found?.share ?? 0).toBeCloseTo(expected.row_probabilities[from][to], 14);
          pairs += customers === 0 ? 0 : 1;
        }
      }
      expect(flows.length).toBe(pairs);
      for (const { segment, before } of segments) expect(before).toBe(expected.row_totals[nameIn(segment)]);
      expect(totals.entered).toBe(expected.row_totals.absent);
      expect(totals.stayed).toBe(expected.stayed);
      for (const [day, side] of [
        ["2011-06-01", "Before"],
        ["2011-12-10", "After"],
      ] as const) {
        const there = expected.snapshots[day];
        expect(totals[`customers${side}`]).toBe(there.customers);
        expect(totals[`revenue${side}`]).toBeCloseTo(Number(there.revenue), 6);
        for (const row of segments) {
          const theirs = there.segments[nameIn(row.segment)];
          expect(row[side === "Before" ? "before" : "after"]).toBe(theirs.customers);
          expect(row[`revenue${side}`]).toBeCloseTo(Number(theirs.revenue), 6);
        }
      }
    });

    it("moves by the frozen ruler as the scores of the same ruler do", () => {
      const [before, after] = [snapshot("2011-05-31"), snapshot("2011-12-10")];
      const frozen = migrateSegments({ before, after, ruler: fitScores(before) });
      const refitted = migrateSegments({ before, after });
      expect(frozen.totals.moved).toBe(refitted.totals.moved);
      expect(frozen.totals.drifted).toBe(0);
      for (const [i, { from, held, to }] of refitted.customers.entries()) {
        expect(frozen.customers[i]).toMatchObject({ from, held, to: held });
        expect(to === null).toBe(held === null);
      }
    });
  });
});
