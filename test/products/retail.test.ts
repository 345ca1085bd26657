import { computeRfm, scoreCustomers, segmentCustomers, summarizeSegments, transactionLog } from "rfm-kit";
import { pandasQcut } from "rfm-kit/compat";
import {
  basketRules,
  gatewayProducts,
  productBuyers,
  productSegments,
  segmentProducts,
} from "rfm-kit/products";
import { beforeAll, describe, expect, it } from "vitest";
import { askDuckDb } from "../ask-duckdb.js";
import { hasData, readData, readExpectedJson } from "../data.js";

interface Expected {
  readonly stock_code: string;
  readonly description: string;
  readonly revenue: string;
  readonly units: number;
  readonly buyers_segment: number;
  readonly buyers_all: number;
  readonly lift: number;
}

const LINES = `CREATE TABLE lines AS SELECT CustomerID AS customer, InvoiceNo AS order_id, StockCode AS product,
  CAST(InvoiceDate AS TIMESTAMP) AS time, CAST(Quantity AS DOUBLE) AS quantity,
  CAST(Quantity AS DOUBLE) * CAST(UnitPrice AS DOUBLE) AS amount
  FROM read_csv('online-retail.csv.gz', all_varchar = true)
  WHERE CustomerID IS NOT NULL AND CAST(Quantity AS INTEGER) > 0`;

/** Policy basic, in ascending order of the customers, as pandas hands them to the rank-first scorer. */
function readLog() {
  return transactionLog(readData("online-retail.csv.gz"), {
    customerId: "CustomerID",
    orderId: "InvoiceNo",
    product: "StockCode",
    quantity: (line) => Number(line.Quantity),
    date: "InvoiceDate",
    amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
    attributes: { description: "Description" },
    exclude: { returned: (line) => Number(line.Quantity) <= 0 },
    invalid: "drop",
  });
}

const readSegments = (log: ReturnType<typeof readLog>) => {
  const customers = computeRfm(log, { recency: "elapsed" });
  customers.sort((a, b) => Number(a.customerId) - Number(b.customerId));
  return segmentCustomers(scoreCustomers(customers, pandasQcut({ bins: 5, ties: { f: "first" } })));
};

describe.runIf(hasData)("products of online retail", () => {
  let log: ReturnType<typeof readLog>;
  let segmented: ReturnType<typeof readSegments>;
  let expected: Record<string, Expected[]>;
  beforeAll(() => {
    log = readLog();
    segmented = readSegments(log);
    expected = readExpectedJson("affinity.json").basic;
  });

  const figures = (rows: ReturnType<typeof segmentProducts>["byRevenue"]) =>
    rows.slice(0, 20).map(({ product, name, revenue, units, buyers, allBuyers, lift }) => {
      return {
        product,
        name,
        revenue: revenue.toFixed(2),
        units,
        buyers,
        allBuyers,
        lift: lift.toPrecision(14),
      };
    });
  const wanted = (rows: readonly Expected[]) =>
    rows.map((row) => ({
      product: row.stock_code,
      name: row.description,
      revenue: Number(row.revenue).toFixed(2),
      units: row.units,
      buyers: row.buyers_segment,
      allBuyers: row.buyers_all,
      lift: row.lift.toPrecision(14),
    }));

  it("are those that pandas finds champions to buy, by revenue and by lift", () => {
    const products = segmentProducts(log, segmented, "champions", { nameFrom: "description", minBuyers: 50 });
    expect([products.customers, products.allCustomers]).toEqual([633, 4339]);
    expect(products.revenue.toFixed(2)).toBe("4341073.16");
    expect(products.tested).toBe(1629);
    expect(figures(products.byRevenue)).toEqual(wanted(expected.top20_by_revenue));
    expect(figures(products.byLift)).toEqual(wanted(expected.top20_by_lift));
    const [first, second] = products.byRevenue;
    expect([first.product, first.revenue.toFixed(2)]).toEqual(["22423", "82994.70"]);
    expect([second.product, second.revenue.toFixed(2)]).toEqual(["85123A", "52177.30"]);
  });

  it("leave postage and fees out on request, and say what these brought", () => {
    const exclude = (code: unknown) => !/^\d{5}/.test(String(code));
    const products = segmentProducts(log, segmented, "champions", { nameFrom: "description", exclude });
    expect(figures(products.byRevenue)).toEqual(wanted(expected.top20_by_revenue_products_only));
    expect((products.revenue + products.otherRevenue).toFixed(2)).toBe("4341073.16");
    expect(products.otherRevenue).toBeGreaterThan(20000);
  });

  it("add up to what each segment spent", () => {
    for (const { segment, revenue } of summarizeSegments(segmented)) {
      const products = segmentProducts(log, segmented, segment);
      expect(products.revenue + products.otherRevenue).toBeCloseTo(revenue, 6);
    }
  });

  it("that customers come for are those that pandas finds in first orders", () => {
    const { customers, products } = gatewayProducts(log, { nameFrom: "description" });
    expect(customers).toBe(4339);
    const first = products.slice(0, 20).map(({ product, name, customers, share }) => {
      return { stock_code: product, description: name, customers, share };
    });
    expect(first).toEqual(expected.gateway_top20);
    expect(first.slice(0, 2).map(({ stock_code, customers }) => [stock_code, customers])).toEqual([
      ["85123A", 552],
      ["22423", 504],
    ]);
    const young = segmented.filter(({ segment }) => segment === "new" || segment === "promising");
    const ofYoung = gatewayProducts(log, { customers: young, nameFrom: "description" });
    expect(ofYoung.customers).toBe(expected.new_and_promising_customers);
    expect(
      ofYoung.products.slice(0, 20).map(({ product, name, customers, share }) => {
        return { stock_code: product, description: name, customers, share };
      }),
    ).toEqual(expected.gateway_new_top20);
  });

  it("tell how many came back and what they spent, as DuckDB counts it", async () => {
    const days = 90;
    const { products, followed } = gatewayProducts(log, { days });
    const theirs = await askDuckDb(
      LINES,
      `WITH firsts AS (SELECT customer, arg_min(order_id, (time, order_id)) AS first_order, min(time)::DATE AS day
          FROM lines GROUP BY customer),
        later AS (SELECT f.customer, coalesce(sum(l.amount), 0) AS spend, count(l.customer) > 0 AS repeated
          FROM firsts f LEFT JOIN lines l ON l.customer = f.customer AND l.time::DATE > f.day
            AND l.time::DATE <= f.day + ${days} GROUP BY f.customer)
        SELECT product, CAST(count(DISTINCT customer) AS INTEGER) AS followed,
          CAST(count(DISTINCT customer) FILTER (repeated) AS INTEGER) AS repeated, avg(spend) AS spend
        FROM (SELECT DISTINCT f.customer, l.product, x.repeated, x.spend FROM firsts f
          JOIN lines l ON l.customer = f.customer AND l.order_id = f.first_order JOIN later x ON x.customer = f.customer
          WHERE f.day + ${days} <= DATE '2011-12-09') GROUP BY product`,
    );
    const found = new Map(products.map((row) => [row.product, row]));
    expect(theirs.length).toBeGreaterThan(1000);
    expect(followed).toBeGreaterThan(3000);
    for (const row of theirs) {
      const ours = found.get(String(row.product));
      expect([ours?.followed, ours?.repeated]).toEqual([row.followed, row.repeated]);
      if (Number(row.followed) >= 10) expect(ours?.laterSpend).toBeCloseTo(Number(row.spend), 6);
    }
  });

  it("go together as a join of DuckDB finds, within orders and within customers", async () => {
    for (const within of ["order", "customer"] as const) {
      const minSupport = within === "order" ? 0.01 : 0.05;
      const { baskets, minBaskets, rules, tested } = basketRules(log, { within, minSupport });
      const key = within === "order" ? "customer || '/' || order_id" : "customer";
      const theirs = await askDuckDb(
        LINES,
        `WITH held AS (SELECT DISTINCT ${key} AS basket, product FROM lines),
          sizes AS (SELECT product, count(*) AS n FROM held GROUP BY product)
          SELECT a.product AS antecedent, b.product AS consequent, CAST(count(*) AS INTEGER) AS baskets,
            CAST(any_value(x.n) AS INTEGER) AS of_antecedent, CAST(any_value(y.n) AS INTEGER) AS of_consequent,
            CAST((SELECT count(DISTINCT basket) FROM held) AS INTEGER) AS everything
          FROM held a JOIN held b ON a.basket = b.basket AND a.product <> b.product
            JOIN sizes x ON x.product = a.product JOIN sizes y ON y.product = b.product
          WHERE x.n >= ${minBaskets} AND y.n >= ${minBaskets}
          GROUP BY a.product, b.product HAVING count(*) >= ${minBaskets}`,
      );
      expect([rules.length, tested]).toEqual([theirs.length, theirs.length]);
      expect(theirs.length).toBeGreaterThan(100);
      const found = new Map(rules.map((rule) => [`${rule.antecedent} ${rule.consequent}`, rule]));
      for (const row of theirs) {
        const rule = found.get(`${row.antecedent} ${row.consequent}`);
        const counts = [rule?.baskets, rule?.antecedentBaskets, rule?.consequentBaskets, baskets];
        expect(counts).toEqual([row.baskets, row.of_antecedent, row.of_consequent, row.everything]);
      }
    }
  });

  it("lead to their buyers, and these back to segments", async () => {
    const buyers = productBuyers(log, "22423");
    const theirs = await askDuckDb(
      LINES,
      `SELECT customer, CAST(count(DISTINCT order_id) AS INTEGER) AS orders, sum(amount) AS revenue,
        CAST(sum(quantity) AS INTEGER) AS units, CAST(min(time)::DATE AS VARCHAR) AS first_day,
        CAST(max(time)::DATE AS VARCHAR) AS last_day FROM lines WHERE product = '22423' GROUP BY customer`,
    );
    expect(buyers.length).toBe(881);
    const found = new Map(buyers.map((buyer) => [buyer.customerId, buyer]));
    for (const row of theirs) {
      const { revenue, ...ours } = found.get(String(row.customer)) as (typeof buyers)[number];
      const { orders, units, first_day: firstDay, last_day: lastDay } = row;
      expect(ours).toEqual({ customerId: row.customer, orders, units, firstDay, lastDay });
      expect(revenue).toBeCloseTo(Number(row.revenue), 6);
    }
    const champions = productSegments(log, segmented, "22423").find(({ segment }) => segment === "champions");
    expect(champions).toMatchObject({ customers: 633, buyers: 193, units: 7335 });
    const ofChampions = productBuyers(log, "22423", {
      customers: segmented.filter(({ segment }) => segment === "champions"),
    });
    expect(ofChampions.length).toBe(193);
  });
});
