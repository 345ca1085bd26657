import { fsum } from "d3-array";
import {
  computeRfm,
  type Segmented,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  type TenSegment,
  type TransactionLog,
  tenSegments,
  transactionLog,
} from "rfm-kit";
import {
  anonymise,
  customerSegmentationRows,
  type FinishedCustomer,
  starSchema,
  toCsv,
} from "rfm-kit/export";
import { beforeAll, describe, expect, it } from "vitest";
import { openDuckDb } from "../ask-duckdb.js";
import { hasData, readData } from "../data.js";
import { readByDuckDb, readByPapa, withFiles } from "./read-back.js";

/** What a reader would have to look at all rows to find out. */
const TYPES: Readonly<Record<string, string>> = { sales: "types = {'orderId': 'VARCHAR'}" };

describe.runIf(hasData)("exports of online retail", () => {
  let log: TransactionLog<string>;
  let segmented: Segmented<FinishedCustomer<string>, TenSegment>[];
  beforeAll(() => {
    log = transactionLog(readData("online-retail.csv.gz"), {
      customerId: "CustomerID",
      orderId: "InvoiceNo",
      date: "InvoiceDate",
      product: "StockCode",
      quantity: (line) => Number(line.Quantity),
      amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
      attributes: { country: "Country", description: "Description" },
      invalid: "drop",
    });
    segmented = segmentCustomers(scoreCustomers(computeRfm(log)));
  });

  it("are read back as they were written: every customer, by two readers", async () => {
    const rows = customerSegmentationRows(segmented);
    const expected = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
    );
    expect(expected.length).toBe(4339);
    expect(readByPapa(toCsv(rows))).toEqual(expected);
    expect(await readByDuckDb(toCsv(rows))).toEqual(expected);
  });

  it("hold every description there is, formulas escaped, by two readers", async () => {
    const texts = log.attributes.description.values.map(String);
    const rows = texts.map((text, i) => ({ text, i: String(i) }));
    expect(readByPapa(toCsv(rows, { formulas: "keep" }))).toEqual(rows);
    expect(await readByDuckDb(toCsv(rows, { formulas: "keep" }))).toEqual(rows);
  });

  describe("as a star schema", () => {
    const star = () =>
      starSchema(log, segmented, { scheme: tenSegments, attributes: ["country"], nameFrom: "description" });

    it("have every kept row, and amounts that add up exactly", () => {
      const { sales, customers } = star();
      expect(sales.length).toBe(log.report.rowsKept);
      expect(fsum(sales.map(({ amount }) => amount))).toBe(log.report.amount);
      expect(sales.filter(({ isReturn }) => isReturn).length).toBe(log.report.returns.rows);
      expect(customers.length).toBe(log.report.customers);
      expect(customers.filter(({ segmentKey }) => segmentKey === 0).length).toBe(
        log.report.customersWithoutPurchase,
      );
    });

    it("join in a database: keys are unique and complete, and revenue by segment is that of the summary", async () => {
      const tables = Object.entries(star()).map(([name, rows]) => [name, toCsv<object>(rows)]);
      await withFiles(Object.fromEntries(tables), async (path) => {
        const create = tables.map(
          ([name]) =>
            `CREATE TABLE ${name} AS FROM read_csv('${path(name)}', ${TYPES[name] ?? "sample_size = -1"})`,
        );
        const ask = await openDuckDb(...create);
        const keys = {
          customers: "customerKey",
          products: "productKey",
          dates: "dateKey",
          segments: "segmentKey",
        };
        for (const [table, key] of Object.entries(keys)) {
          const [unique] = await ask(
            `SELECT count(*) = count(DISTINCT ${key}) AND bool_and(typeof(${key}) = 'BIGINT') AS yes FROM ${table}`,
          );
          expect([table, unique.yes]).toEqual([table, true]);
          const orphans = await ask(`FROM sales ANTI JOIN ${table} USING (${key})`);
          expect([table, orphans]).toEqual([table, []]);
        }
        const [calendar] = await ask(`
          SELECT count(*) = max(date) - min(date) + 1 AS whole,
            bool_and(strftime(date, '%Y%m%d')::BIGINT = dateKey AND year(date) = year AND quarter(date) = quarter
              AND month(date) = month AND day(date) = day AND isoyear(date) = "isoYear" AND week(date) = "isoWeek"
              AND isodow(date) = weekday) AS right_,
            min(date)::VARCHAR AS first, max(date)::VARCHAR AS last
          FROM dates`);
        const { firstDay, lastDay } = log.report;
        expect(calendar).toEqual({ whole: true, right_: true, first: firstDay, last: lastDay });

        const summary = summarizeSegments(segmented, { scheme: tenSegments });
        const through = [
          "segments USING (segmentKey)",
          "customers USING (customerKey) JOIN segments ON segments.segmentKey = customers.segmentKey",
        ];
        for (const join of through) {
          const revenue = await ask(`
            SELECT segments.segment, sum(amount::DECIMAL(30, 10))::DOUBLE AS revenue,
              count(DISTINCT customerKey)::INT AS customers
            FROM sales JOIN ${join} WHERE segments.segmentKey > 0
            GROUP BY ALL ORDER BY any_value(segments.sortOrder)`);
          expect(revenue.map(({ segment }) => segment)).toEqual(summary.map(({ segment }) => segment));
          for (const [i, row] of summary.entries()) {
            expect(revenue[i].customers).toBe(row.customers);
            expect(revenue[i].revenue).toBeCloseTo(row.revenue, 6);
          }
        }
      });
    });

    it("give what the lines themselves give: revenue by product, country and day", async () => {
      const { sales, products, dates } = star();
      const tables = { sales: toCsv<object>(sales), products: toCsv(products), dates: toCsv(dates) };
      await withFiles(tables, async (path) => {
        const create = Object.keys(tables).map(
          (name) =>
            `CREATE TABLE ${name} AS FROM read_csv('${path(name)}', ${TYPES[name] ?? "sample_size = -1"})`,
        );
        const raw = "read_csv('online-retail.csv.gz', all_varchar = true)";
        const ask = await openDuckDb(
          ...create,
          `CREATE TABLE lines AS SELECT *, Quantity::DOUBLE * UnitPrice::DOUBLE AS amount FROM ${raw} WHERE CustomerID <> ''`,
        );
        const [{ lines }] = await ask("SELECT count(*)::INT AS lines FROM lines");
        expect(lines).toBe(sales.length);
        const figures = "count(*)::INT AS lines, round(sum(amount::DECIMAL(30, 10)), 4) AS revenue";
        const starred = `
          SELECT product::VARCHAR AS product, country, date::VARCHAR AS day, ${figures}
          FROM sales JOIN products USING (productKey) JOIN dates USING (dateKey) GROUP BY ALL`;
        const plain = `
          SELECT StockCode AS product, Country AS country, InvoiceDate[:10] AS day, ${figures}
          FROM lines GROUP BY ALL`;
        const [{ groups }] = await ask(`SELECT count(*)::INT AS groups FROM (${plain})`);
        expect(groups).toBeGreaterThan(100_000);
        expect(await ask(`(${plain}) EXCEPT (${starred})`)).toEqual([]);
        expect(await ask(`(${starred}) EXCEPT (${plain})`)).toEqual([]);
        const names = await ask(`
          SELECT product, name FROM (
            SELECT StockCode AS product, trim(Description) AS name, count(*) AS lines FROM lines GROUP BY ALL
          ) QUALIFY row_number() OVER (PARTITION BY product ORDER BY lines DESC, name) = 1`);
        const nameOf = new Map(products.map(({ product, name }) => [product, name]));
        expect(nameOf.size).toBe(names.length + 1);
        for (const { product, name } of names)
          expect([product, nameOf.get(product as string)]).toEqual([product, name]);
      });
    });
  });

  it("tell no segment of fewer than 100 customers, nor the sum of two that are fewer", () => {
    const summary = summarizeSegments(segmented, { scheme: tenSegments });
    const small = summary.filter(({ customers }) => customers < 100).map(({ segment }) => segment);
    const rows = anonymise(summary, { k: 100 });
    const withheld = rows.filter(({ withheld }) => withheld).map(({ segment }) => segment);
    expect(withheld).toEqual([...small].sort());
    const merged = anonymise(summary, { k: 100, how: "merge" }).at(-1);
    const relabelled = segmented.map((row) => ({
      ...row,
      segment: small.includes(row.segment) ? "others" : "told",
    }));
    const expected = summarizeSegments(relabelled).find(({ segment }) => segment === "others");
    expect(merged?.customers).toBe(expected?.customers);
    for (const figure of ["share", "revenue", "meanRecency", "meanFrequency", "averageOrderValue"] as const) {
      expect(merged?.[figure]).toBeCloseTo(expected?.[figure] as number, 8);
    }
  });
});
