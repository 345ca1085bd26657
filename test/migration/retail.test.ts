import { resolve } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { computeRfm, fitScores, type TransactionLog, transactionLog } from "rfm-kit";
import { pandasQcut } from "rfm-kit/compat";
import { cohortRetention, migrateSegments } from "rfm-kit/migration";
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

/** A log, and the same rows as DuckDB reads them: customer, order, day and amount. */
const SHOPS = {
  "online retail": {
    read: () =>
      transactionLog(readData("online-retail.csv.gz"), {
        customerId: "CustomerID",
        orderId: "InvoiceNo",
        date: "InvoiceDate",
        amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
        invalid: "drop",
      }),
    sql: `SELECT CustomerID AS customer, InvoiceNo AS order_id, CAST(InvoiceDate AS DATE) AS day,
      CAST(Quantity AS DOUBLE) * CAST(UnitPrice AS DOUBLE) AS amount
      FROM read_csv('online-retail.csv.gz', all_varchar = true) WHERE CustomerID IS NOT NULL`,
    lastDay: "2011-12-09",
  },
  cdnow: {
    read: () =>
      transactionLog(readData("cdnow.csv.gz"), {
        customerId: "customer_id",
        date: "date",
        amount: (line) => Number(line.dollars),
      }),
    sql: `SELECT customer_id AS customer, CAST(row_number() OVER () AS VARCHAR) AS order_id, CAST(date AS DATE) AS day,
      CAST(dollars AS DOUBLE) AS amount FROM read_csv('cdnow.csv.gz', all_varchar = true)`,
    lastDay: "1998-06-30",
  },
} as const;

/** The periods of cohorts that are not empty. */
const cohortSql = (rows: string, by: "month" | "week") => `
  WITH lines AS (${rows}),
  firsts AS (SELECT customer, min(day) AS first FROM lines WHERE amount >= 0 GROUP BY customer),
  dated AS (
    SELECT customer, order_id, amount, date_trunc('${by}', first) AS cohort, greatest(day, first) AS day,
      date_diff('${by}', date_trunc('${by}', first), date_trunc('${by}', greatest(day, first))) AS period
    FROM lines JOIN firsts USING (customer)
  ),
  ordered AS (
    SELECT customer, order_id, cohort, min(period) AS period FROM dated WHERE amount >= 0 GROUP BY ALL
  ),
  orders AS (SELECT cohort, period, count(*) AS orders FROM ordered GROUP BY ALL),
  sizes AS (SELECT date_trunc('${by}', first) AS cohort, count(*) AS size FROM firsts GROUP BY ALL)
  SELECT strftime(cohort, '%Y-%m-%d') AS start, CAST(period AS INTEGER) AS period, CAST(size AS INTEGER) AS size,
    CAST(count(DISTINCT customer) FILTER (WHERE amount >= 0) AS INTEGER) AS customers,
    CAST(coalesce(any_value(orders), 0) AS INTEGER) AS orders, fsum(amount) AS revenue
  FROM dated JOIN sizes USING (cohort) LEFT JOIN orders USING (cohort, period)
  GROUP BY cohort, period, size ORDER BY cohort, period`;

describe.runIf(hasData)("cohorts", () => {
  describe.each(["online retail", "cdnow"] as const)("of %s", (shop) => {
    let log: TransactionLog<string>;
    beforeAll(() => {
      log = SHOPS[shop].read();
    }, 60_000);

    it.each(["month", "week"] as const)("have every figure of DuckDB by %s", async (by) => {
      const database = await DuckDBInstance.create(":memory:", {
        file_search_path: resolve(process.env.RFM_KIT_DATA as string),
      });
      const connection = await database.connect();
      const theirs = (await connection.runAndReadAll(cohortSql(SHOPS[shop].sql, by))).getRowObjects();
      connection.closeSync();
      const found = cohortRetention(log, { by });
      const filled = found.filter(({ customers, revenue }) => customers > 0 || revenue !== 0);
      const starts = new Map(
        found.filter(({ period }) => period === 0).map((row) => [row.cohort, row.periodStart]),
      );
      expect(
        filled.map(({ cohort, period, size, customers, orders, revenue }) => {
          return { start: starts.get(cohort), period, size, customers, orders, revenue };
        }),
      ).toEqual(theirs.map((row) => ({ ...row, revenue: expect.closeTo(Number(row.revenue), 6) })));
      expect(found.at(-1)?.complete).toBe(shop === "cdnow" && by === "month");
      expect(cohortRetention(log, { by, asOf: SHOPS[shop].lastDay })).toEqual(found);
    });

    it("add up to what computeRfm says of the customers", () => {
      const customers = computeRfm(log);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      for (const by of ["month", "week"] as const) {
        const found = cohortRetention(log, { by });
        const first = found.filter(({ period }) => period === 0);
        expect(sum(first.map(({ size }) => size))).toBe(customers.length);
        expect(first.every((row) => row.customers === row.size && row.retained === 1)).toBe(true);
        expect(sum(found.map(({ orders }) => orders))).toBe(sum(customers.map(({ frequency }) => frequency)));
        const monetary = sum(customers.map((customer) => customer.monetary));
        expect(sum(found.map(({ revenue }) => revenue))).toBeCloseTo(monetary, 5);
      }
    });
  });

  it("of December 2010 and January 1997 have the figures of pandas", () => {
    // `groupby` with `nunique`, `size` and `math.fsum` over `to_period("M")`, pandas 3.1.1.
    const december = cohortRetention(SHOPS["online retail"].read(), { by: "month" }).slice(0, 13);
    expect(december.map(({ customers }) => customers)).toEqual([
      885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235,
    ]);
    expect(december[11]).toMatchObject({ cohort: "2010-12", orders: 945, complete: true });
    expect(december[11].revenue).toBeCloseTo(499_362.92, 2);
    expect(december[12]).toMatchObject({ periodStart: "2011-12-01", orders: 335, complete: false });
    const january = cohortRetention(SHOPS.cdnow.read(), { by: "month" }).slice(0, 18);
    expect(january.map(({ customers }) => customers)).toEqual([
      7846, 1157, 964, 810, 679, 736, 720, 582, 559, 594, 673, 634, 528, 511, 664, 472, 497, 498,
    ]);
    expect(january[17].revenue).toBeCloseTo(27_252.08, 2);
  });
});
