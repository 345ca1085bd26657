import { computeRfm, type TransactionLog, transactionLog } from "rfm-kit";
import {
  defineProgramme,
  type HypothesisOptions,
  type LoyaltyProgramme,
  testHypothesis,
} from "rfm-kit/loyalty";
import { beforeAll, describe, expect, it } from "vitest";
import { askDuckDb } from "../ask-duckdb.js";
import { hasData, readData } from "../data.js";
import { expectRefusal } from "../refusal.js";

/** Ten customers who spend 10 to 100; the upper five are members. */
const spenders = (more: (id: number) => object[] = () => []) =>
  transactionLog(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((id) => [
      {
        customerId: id,
        orderId: `a${id}`,
        product: `p${id}`,
        quantity: 1,
        date: "2024-01-01",
        amount: 10 * id,
      },
      ...(more(id) as {
        customerId: number;
        orderId: string;
        product: string;
        quantity: number;
        date: string;
        amount: number;
      }[]),
    ]),
    { orderId: "orderId", product: "product", quantity: "quantity" },
  );
const upperHalf = defineProgramme([], { conditions: { monetaryAtLeast: 55 } });

describe("members return less", () => {
  const log = spenders((id) => [
    {
      customerId: id,
      orderId: "c",
      product: `p${id}`,
      quantity: 1,
      date: "2024-01-01",
      amount: id > 5 ? -1 : -id,
    },
  ]);

  it("is supported where no other five of ten return as little", () => {
    // 1/60 … 1/100 of members, a tenth of each of the rest: 252 ways to choose five, and theirs is the least.
    const found = testHypothesis(log, upperHalf, { claim: "return-less", seed: 1, replicates: 9999 });
    const ofMembers = (1 / 60 + 1 / 70 + 1 / 80 + 1 / 90 + 1 / 100) / 5;
    expect(found.effect.estimate).toBeCloseTo(ofMembers - 0.1, 12);
    expect(Math.abs(found.pValue - 2 / 252)).toBeLessThan(0.006);
    expect(found.verdict).toBe("supported");
    expect([found.members, found.rest, found.leftOut]).toEqual([5, 5, 0]);
    expect(found.text).toMatch(
      /^Members return less: supported; the return rate is 1\.29 % on average over 5 members and 10\.00 % over 5 others; p = 0\.00\d+ by permutation test of the difference of means\.$/,
    );
  });

  it("is contradicted of those who return more, and undecided where one claim of fifty is tested", () => {
    const lower = defineProgramme(computeRfm(log), { members: [1, 2, 3, 4, 5] });
    expect(testHypothesis(log, lower, { claim: "return-less", seed: 1 }).verdict).toBe("contradicted");
    const one = testHypothesis(log, upperHalf, { claim: "return-less", seed: 1, claims: 50 });
    expect([one.verdict, one.adjustedPValue]).toEqual(["undecided", 50 * one.pValue]);
    expect(one.note).toBe(
      "p is multiplied by 50, the claims that are tested on these customers (Bonferroni).",
    );
  });

  it("draws enough for the level and the claims where nobody says how often", () => {
    const far = defineProgramme(computeRfm(log), { members: [6, 7, 8, 9, 10] });
    const options = { claim: "return-less", seed: 1, claims: 200 } as const;
    // 1 in 252 is p, 200 times: not even that can be told from 999 draws, whose least p is 1 / 1000.
    const { pValue } = testHypothesis(log, far, options);
    expect((pValue * 4000) % 1).toBeCloseTo(0, 9);
    const one = { claim: "order-value-rising", seed: 1, level: 0.999 } as const;
    const again = spenders((id) => [
      { customerId: id, orderId: `b${id}`, product: "p", quantity: 1, date: "2024-02-29", amount: 20 * id },
    ]);
    expect(testHypothesis(again, far, one).verdict).toBe("undecided");
  });

  it("is refused of a log without returns", () => {
    expectRefusal(() => testHypothesis(spenders(), upperHalf, { claim: "return-less", seed: 1 }), {
      code: "invalidInput",
      path: "log",
      message:
        'testHypothesis: "log": expected a log with returns (read it without excluding returns, and without returns: "drop")',
    });
  });
});

describe("members are at least a share", () => {
  it.each([
    // Twice P(X ≥ 5) of ten at 0.2: 1 − 0.1073741824 − 0.268435456 − 0.301989888 − 0.201326592 − 0.088080384.
    [0.2, "undecided", 2 * 0.0327934976],
    [0.15, "supported", 2 * 0.009874090998632809],
    [0.5, "undecided", 1],
    // Twice P(X ≤ 5) at 0.9.
    [0.9, "contradicted", 2 * 0.0016349374],
  ] as const)("of %d: %s", (share, verdict, p) => {
    const found = testHypothesis(spenders(), upperHalf, { claim: "share-at-least", share, seed: 1 });
    expect(found.verdict).toBe(verdict);
    expect(found.pValue).toBeCloseTo(p, 9);
    // Wilson's interval of 5 of 10 at 95 %, as in Newcombe (1998).
    expect([found.effect.low, found.effect.high].map((end) => end.toFixed(4))).toEqual(["0.2366", "0.7634"]);
  });
});

describe("members' order value is rising", () => {
  it("looks at the members with orders in both halves", () => {
    // Each of six members orders for 10 more in February; six signs can fall in 64 ways.
    const log = spenders((id) =>
      id === 8
        ? []
        : [
            {
              customerId: id,
              orderId: `b${id}`,
              product: "p",
              quantity: 1,
              date: "2024-02-29",
              amount: 10 * id + 10,
            },
          ],
    );
    const members = defineProgramme(computeRfm(log), { members: [4, 5, 6, 7, 8, 9, 10] });
    const found = testHypothesis(log, members, {
      claim: "order-value-rising",
      seed: 1,
      asOf: "2024-02-29",
      replicates: 9999,
    });
    expect(found.effect.estimate).toBeCloseTo(10, 12);
    expect([found.members, found.leftOut]).toEqual([6, 1]);
    expect(Math.abs(found.pValue - 2 / 64)).toBeLessThan(0.009);
    expect(found.verdict).toBe("supported");
  });

  it("is refused where nobody has both", () => {
    expectRefusal(() => testHypothesis(spenders(), upperHalf, { claim: "order-value-rising", seed: 1 }), {
      code: "emptyPopulation",
      path: "programme",
      message:
        'testHypothesis: "programme": expected at least two members with an order before 2024-01-02 and one from then on, received 0',
    });
  });
});

describe("members buy dearer products", () => {
  it("takes the price level of products from all customers", () => {
    // Everybody has a product of their own, at 10 a unit times the id: 60 to 100 against 10 to 50.
    const found = testHypothesis(spenders(), upperHalf, { claim: "buy-dearer", seed: 1 });
    expect(found.effect.estimate).toBeCloseTo(80 - 30, 12);
    expect(found.verdict).toBe("supported");
  });

  it("counts a product once for a customer, however many lines it has", () => {
    // Tea costs 2 a unit (20 for 10), whoever buys it.
    const log = spenders((id) => [
      {
        customerId: id,
        orderId: "t",
        product: "tea",
        quantity: 1,
        date: "2024-01-01",
        amount: id > 5 ? 3 : 1,
      },
      { customerId: id, orderId: "t", product: "tea", quantity: 0, date: "2024-01-01", amount: 500 },
    ]);
    const members = defineProgramme(computeRfm(log), { members: [6, 7, 8, 9, 10] });
    const found = testHypothesis(log, members, { claim: "buy-dearer", seed: 1 });
    expect(found.effect.estimate).toBeCloseTo((80 + 2) / 2 - (30 + 2) / 2, 12);
  });

  it("knows nothing of purchases that a matched return undid", () => {
    const lines = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((id) => [
      { customerId: id, product: `p${id}`, quantity: 1, date: "2024-01-01", amount: 10 * id },
      { customerId: id, product: "car", quantity: 1, date: "2024-01-01", amount: id > 5 ? 9000 : 1 },
      ...(id > 5 ? [{ customerId: id, product: "car", quantity: 1, date: "2024-01-02", amount: -9000 }] : []),
    ]);
    const log = transactionLog(lines, { product: "product", quantity: "quantity", returns: "match" });
    const found = testHypothesis(log, upperHalf, { claim: "buy-dearer", seed: 1 });
    expect(found.effect.estimate).toBeCloseTo(80 - (30 + 1) / 2, 12);
  });

  it("is refused of a log without products or quantities", () => {
    const log = transactionLog(
      [1, 2, 3].map((id) => ({ customerId: id, date: "2024-01-01", amount: 30 * id })),
    );
    expectRefusal(() => testHypothesis(log, upperHalf, { claim: "buy-dearer", seed: 1 }), {
      code: "invalidInput",
      path: "log",
      message: '"log": expected a log of products and quantities (map "product" in transactionLog)',
    });
  });
});

describe("testHypothesis refuses", () => {
  const test = (options: object) => () =>
    testHypothesis(spenders(), upperHalf, {
      claim: "share-at-least",
      share: 0.1,
      seed: 1,
      ...options,
    } as HypothesisOptions);

  it.each([
    [{ claim: "return-more" }, "claim", /did you mean "return-less"/],
    [{ share: 10 }, "share", /did you mean 0.1\?/],
    [{ share: undefined }, "share", /a share above 0 and below 1/],
    [{ claim: "return-less" }, "share", /no share beside "return-less"/],
    [{ level: 0.05 }, "level", /did you mean 0.95/],
    [{ level: 95 }, "level", /did you mean 0.95/],
    [{ seed: 1.5 }, "seed", /a whole number/],
    [{ replicates: 10 }, "replicates", /from 99 to/],
    // 1 / 0.001 is more than 999 permutations and themselves, twice as the interval has two ends.
    [{ level: 0.999, replicates: 1998 }, "replicates", /from 1999 to/],
    // 200 times 2 / 2,000 is above 0.05.
    [{ claims: 200, replicates: 1999 }, "replicates", /from 7999 to/],
    [{ level: 0.99999 }, "level", /a level that 100000 replicates are enough for/],
    [{ claims: 0 }, "claims", /from 1 to 1000/],
  ])("%j", (options, path, message) => {
    expectRefusal(test(options), { code: "invalidOption", path, message });
  });

  it("a programme that everybody or nobody is a member of", () => {
    for (const [monetaryAtLeast, all] of [
      [5, 10],
      [500, 0],
    ]) {
      const programme = defineProgramme([], { conditions: { monetaryAtLeast } });
      const call = () =>
        testHypothesis(spenders(), programme, { claim: "share-at-least", share: 0.1, seed: 1 });
      expectRefusal(call, {
        code: "emptyPopulation",
        path: "programme",
        message: `expected a programme that some customers are members of and some are not (on 2024-01-02 ${all} of 10 are)`,
      });
    }
  });
});

describe.runIf(hasData)("what is said of the top 10 % of online retail", () => {
  let log: TransactionLog<string>;
  let programme: LoyaltyProgramme;
  let theirs: Record<string, number>;
  beforeAll(async () => {
    log = transactionLog(readData("online-retail.csv.gz"), {
      customerId: "CustomerID",
      orderId: "InvoiceNo",
      product: "StockCode",
      quantity: (line) => Number(line.Quantity),
      date: "InvoiceDate",
      amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
      invalid: "drop",
    });
    programme = defineProgramme(computeRfm(log), { topShare: 0.1 });
    const [row] = await askDuckDb(
      `CREATE TABLE lines AS SELECT CustomerID AS customer, InvoiceNo AS order_id, StockCode AS product,
        CAST(InvoiceDate AS DATE) AS day, CAST(Quantity AS DOUBLE) AS quantity,
        CAST(Quantity AS DOUBLE) * CAST(UnitPrice AS DOUBLE) AS amount
        FROM read_csv('online-retail.csv.gz', all_varchar = true) WHERE CustomerID IS NOT NULL`,
      `CREATE TABLE customers AS SELECT *, rank() OVER (ORDER BY monetary DESC) <= ceil(count(*) OVER () / 10) AS is_member
        FROM (SELECT customer, fsum(amount) AS monetary,
          -coalesce(fsum(amount) FILTER (amount < 0), 0) / nullif(fsum(amount) FILTER (amount >= 0), 0) AS rate
        FROM lines GROUP BY 1 HAVING count(*) FILTER (amount >= 0) > 0)`,
      `WITH prices AS (SELECT product, fsum(amount) / fsum(quantity) AS price FROM lines JOIN customers USING (customer)
          WHERE amount >= 0 AND quantity > 0 GROUP BY 1),
        levels AS (SELECT customer, avg(price) AS level FROM
          (SELECT DISTINCT customer, product FROM lines WHERE amount >= 0 AND quantity > 0) JOIN prices USING (product) GROUP BY 1),
        orders AS (SELECT customer, order_id, min(day) < DATE '2011-06-07' AS early, fsum(amount) AS value FROM lines
          WHERE amount >= 0 GROUP BY 1, 2),
        halves AS (SELECT customer, avg(value) FILTER (early) AS before, avg(value) FILTER (NOT early) AS after
          FROM orders GROUP BY 1)
      SELECT avg(rate) FILTER (is_member) - avg(rate) FILTER (NOT is_member) AS "return-less",
        avg(level) FILTER (is_member) - avg(level) FILTER (NOT is_member) AS "buy-dearer",
        avg(after - before) FILTER (is_member) AS "order-value-rising",
        count(after - before) FILTER (is_member) AS pairs,
        avg(CAST(is_member AS INTEGER)) AS share
      FROM customers LEFT JOIN levels USING (customer) LEFT JOIN halves USING (customer)`,
    );
    theirs = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
  });

  it.each(["return-less", "buy-dearer", "order-value-rising"] as const)(
    "%s has the effect of a statement",
    (claim) => {
      const { effect, members } = testHypothesis(log, programme, { claim, seed: 1 });
      expect(effect.estimate).toBeCloseTo(theirs[claim], 8);
      expect(effect.low).toBeLessThan(effect.estimate);
      expect(effect.high).toBeGreaterThan(effect.estimate);
      if (claim === "order-value-rising") expect(members).toBe(theirs.pairs);
    },
  );

  it("they are the share that was asked for", () => {
    const { effect } = testHypothesis(log, programme, { claim: "share-at-least", share: 0.05, seed: 1 });
    expect(effect.estimate).toBeCloseTo(theirs.share, 12);
  });
});
