import { readFileSync } from "node:fs";
import {
  computeRfm,
  customersWorthReactivating,
  fitScores,
  scoreCustomers,
  slippingLoyalCustomers,
  type TransactionLog,
  transactionLog,
} from "rfm-kit";
import { pandasQcut } from "rfm-kit/compat";
import { cohortRetention, earlyWarnings, migrateSegments } from "rfm-kit/migration";
import { rfmSql } from "rfm-kit/sql";
import { beforeAll, describe, expect, it } from "vitest";
import { askDuckDb } from "../ask-duckdb.js";
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

describe.runIf(hasData)("movement by the ruler of before", () => {
  it.each([
    ["online retail", "2011-05-31", "2011-12-10"],
    ["cdnow", "1997-09-30", "1998-06-30"],
  ] as const)("of %s is that of the statement in DuckDB", async (shop, before, asOf) => {
    const { read, sql } = SHOPS[shop];
    const statement = rfmSql({
      dialect: "duckdb",
      from: "lines",
      columns: { customerId: "customer", orderId: "order_id", date: "day", amount: "amount" },
      before,
      asOf,
      output: "migration",
    });
    const theirs = await askDuckDb(`CREATE VIEW lines AS ${sql}`, statement);
    const log = read();
    const { flows, customers } = migrateSegments({
      before: computeRfm(log, { asOf: before }),
      after: computeRfm(log, { asOf }),
    });
    const pairs = new Map<string, number>();
    for (const { from, held } of customers)
      pairs.set(`${from} ${held}`, (pairs.get(`${from} ${held}`) ?? 0) + 1);
    expect(pairs).toEqual(
      new Map(theirs.map((row) => [`${row.before} ${row.after}`, Number(row.customers)])),
    );
    const moved = theirs.filter((row) => row.before && row.after && row.before !== row.after);
    expect(flows.reduce((sum, flow) => sum + flow.moved, 0)).toBe(
      moved.reduce((sum, row) => sum + Number(row.customers), 0),
    );
  });
});

describe.runIf(hasData)("cohorts", () => {
  describe.each(["online retail", "cdnow"] as const)("of %s", (shop) => {
    let log: TransactionLog<string>;
    beforeAll(() => {
      log = SHOPS[shop].read();
    });

    it.each(["month", "week"] as const)("have every figure of DuckDB by %s", async (by) => {
      const theirs = await askDuckDb(cohortSql(SHOPS[shop].sql, by));
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

/** All that the guide says, line breaks aside. */
const guide = readFileSync(new URL("../../docs/guide/migration.md", import.meta.url), "utf8").replace(
  /\s+/g,
  " ",
);
const count = (number: number) => number.toLocaleString("en");
const idOf = ({ customerId }: { readonly customerId: string }) => customerId;
const percent = (part: number, whole: number, digits = 0) => `${((100 * part) / whole).toFixed(digits)} %`;

describe.runIf(hasData)("the guide", () => {
  let retail: TransactionLog<string>;
  let cdnow: TransactionLog<string>;
  beforeAll(() => {
    retail = transactionLog(readData("online-retail.csv.gz"), {
      customerId: "CustomerID",
      orderId: "InvoiceNo",
      date: "InvoiceDate",
      amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
      exclude: { returned: (line) => Number(line.Quantity) <= 0 },
      invalid: "drop",
    });
    cdnow = SHOPS.cdnow.read();
  });

  const migrate = (log: TransactionLog<string>, before: string, after: string) =>
    migrateSegments({ before: computeRfm(log, { asOf: before }), after: computeRfm(log, { asOf: after }) });
  const between = (log: TransactionLog<string>, from: string, to: string) =>
    new Set(computeRfm(log, { since: from, asOf: to }).map(({ customerId }) => customerId));

  it("tells of movement and drift what numpy's quantiles tell", () => {
    // Cut points by `np.quantile`, segments by regular expressions, joined by `pd.concat(axis=1)`.
    const shop = migrate(retail, "2011-05-31", "2011-12-10");
    expect(shop.totals).toMatchObject({
      customersBefore: 2718,
      entered: 1621,
      left: 0,
      customersAfter: 4339,
      stayed: 886,
      moved: 1920,
      drifted: 1141,
    });
    const figures = (name: string) => shop.segments.find(({ segment }) => segment === name);
    expect(figures("cant-lose")).toMatchObject({
      before: 32,
      entered: 10,
      movedIn: 212,
      movedOut: 16,
      left: 0,
      drift: -203,
      after: 35,
      revenueMovement: expect.closeTo(387_668.94, 2),
      revenueDrift: expect.closeTo(-325_081.15, 2),
    });
    expect(figures("champions")).toMatchObject({ entered: 158, movedIn: 364, movedOut: 182, drift: -77 });
    expect(figures("about-to-sleep")).toMatchObject({ entered: 239, movedIn: 0, movedOut: 243, drift: 239 });
    expect(guide).toContain(
      "1,920 of 2,718 customers moved, and 1,141 of the 4,339 of December are not where the ruler of May would put them. By that ruler 212 customers moved into cant-lose. The refitted one has only 35 there in all: it gives an F of 5 from 7 orders on, not from 4, and takes 203 away",
    );
    const cuts = (asOf: string) => fitScores(computeRfm(retail, { asOf })).cuts.frequency;
    expect([cuts("2011-05-31"), cuts("2011-12-10")]).toEqual([
      [1, 1, 2, 3],
      [1, 2, 3, 6],
    ]);
    const closed = migrate(cdnow, "1997-09-30", "1998-06-30");
    expect(closed.totals).toMatchObject({
      entered: 0,
      left: 0,
      stayed: 14_468,
      moved: 13_706,
      drifted: 9162,
    });
    const hidden = closed.customers.filter(({ from, held, to }) => from !== held && from === to);
    expect(hidden.length).toBe(4775);
    expect(guide).toContain(
      "13,706 of 23,570 customers moved between 1997-09-30 and 1998-06-30. For 4,775 of them the new ruler undoes it",
    );
  });

  it("tells of warnings what pandas tells", () => {
    // Days by `drop_duplicates` and `groupby`, the top by `rank(method="min", ascending=False) - 1 < share * n`.
    const rules = ["overdue", "slipping-loyal", "worth-reactivating", "90-days-silent-high-spend"] as const;
    const seen = (log: TransactionLog<string>, asOf: string) => {
      const warnings = earlyWarnings(log, { asOf });
      const stake = (all: typeof warnings) => all.reduce((sum, one) => sum + one.valueAtStake, 0);
      const byRule = rules.map((rule) => warnings.filter((one) => one.warnings.includes(rule)));
      return {
        warnings,
        counts: [warnings.length, ...byRule.map((all) => all.length)],
        stakes: [stake(warnings), ...byRule.map(stake)].map((sum) => sum.toFixed(2)),
      };
    };
    const shop = seen(retail, "2011-12-10");
    expect(shop.counts).toEqual([286, 45, 173, 87, 67]);
    expect(shop.stakes).toEqual(["563878.89", "102389.99", "229373.44", "301186.19", "313085.49"]);
    expect(earlyWarnings(retail)).toEqual(shop.warnings);
    expect(shop.warnings[9]).toEqual({
      customerId: "17850",
      warnings: ["worth-reactivating", "90-days-silent-high-spend"],
      purchases: 2,
      silentDays: 373,
      meanGapDays: 1,
      probability: 1 / 374,
      monetary: expect.closeTo(5391.21, 8),
      valueAtStake: expect.closeTo(5391.21, 8),
    });
    const other = seen(cdnow, "1998-07-01");
    expect(other.counts).toEqual([6150, 1027, 731, 4863, 2612]);
    expect(other.stakes).toEqual(["579967.66", "153587.69", "76965.66", "473217.09", "327653.86"]);
    expect(guide).toContain(
      "In that shop 286 of the 4,339 customers are warned of: 45 overdue, 173 slipping, 87 worth reactivating, 67 silent high spenders. On CDNOW, seen on 1998-07-01, it is 6,150 of 23,570: 1,027, 731, 4,863 and 2,612.",
    );
  });

  it("ranks warnings as pandas does", () => {
    // `monetary.clip(lower=0) * 90 / tX.clip(lower=90)`, by `sort_values(ascending=False, kind="stable")`.
    const rank = (log: TransactionLog<string>, to: number) =>
      earlyWarnings(log, { asOf: "2011-12-10" })
        .slice(0, to)
        .map((one) => [one.customerId, one.monetary.toFixed(2), one.valueAtStake.toFixed(2)]);
    expect(rank(retail, 3)).toEqual([
      ["12346", "77183.60", "77183.60"],
      ["15749", "44534.30", "41320.48"],
      ["15098", "39916.50", "39916.50"],
    ]);
    const withReturns = SHOPS["online retail"].read();
    expect(rank(withReturns, 8)).toEqual([
      ["15749", "21535.90", "19981.76"],
      ["16029", "50992.61", "13699.51"],
      ["12590", "9861.38", "9861.38"],
      ["16422", "33805.69", "8643.50"],
      ["13093", "7741.47", "7109.51"],
      ["17509", "6100.74", "6100.74"],
      ["16180", "10217.48", "6049.82"],
      ["17850", "5288.63", "5288.63"],
    ]);
    const warnings = earlyWarnings(withReturns, { asOf: "2011-12-10" });
    const once = warnings.filter(({ purchases }) => purchases === 1);
    expect([warnings.length, once.length]).toEqual([284, 32]);
    expect(warnings.map(idOf)).not.toContain("12346");
    expect(guide).toContain("one order, and all of its 77,184 at stake");
    expect(guide).toContain(
      "Of the 284 customers warned of with the returns left in, 32 bought on one day alone",
    );
  });

  it("tells how warnings and scores differ what pandas tells", () => {
    const scored = scoreCustomers(computeRfm(retail, { asOf: "2011-12-10" }));
    const warnings = earlyWarnings(retail, { asOf: "2011-12-10" });
    const warned = (name: string) =>
      new Set(warnings.filter((one) => one.warnings.some((warning) => warning === name)).map(idOf));
    const both = (rows: readonly { customerId: string }[], name: string) => {
      return [rows.length, warned(name).size, rows.map(idOf).filter((id) => warned(name).has(id)).length];
    };
    const slipping = slippingLoyalCustomers(scored).customers;
    expect(both(slipping, "slipping-loyal")).toEqual([439, 173, 130]);
    expect(both(customersWorthReactivating(scored).customers, "worth-reactivating")).toEqual([96, 87, 64]);
    const recent = scored.filter(({ customerId, r }) => r >= 4 && warned("slipping-loyal").has(customerId));
    expect(recent.length).toBe(11);
    const likely = earlyWarnings(retail, { asOf: "2011-12-10", rules: [{ name: "all", silentAtLeast: 0 }] });
    const usual = new Set(likely.filter(({ probability }) => (probability ?? 0) > 0.25).map(idOf));
    expect(slipping.filter((row) => usual.has(row.customerId)).length).toBe(307);
    expect(guide).toContain(
      "the scores find 439 slipping and the rhythm 173, 130 of them the same. Of the 439, 307 are at a probability above 0.25: their silence is nothing unusual. Of the 173, 11 have an R of 4 or 5.",
    );
    expect(guide).toContain("worth reactivating are 96 by scores, 87 by days, and 64 by both");
  });

  it("tells who of those overdue came back what pandas tells", () => {
    const everyone = [
      { name: "overdue", purchasesAtLeast: 4, probabilityAtMost: 0.05 },
      { name: "known", purchasesAtLeast: 4 },
    ] as const;
    const cameBack = (log: TransactionLog<string>, asOf: string, from: string, to: string) => {
      const back = between(log, from, to);
      const all = earlyWarnings(log, { asOf, rules: everyone });
      const [late, usual] = [true, false].map((overdue) =>
        all.filter(({ warnings }) => warnings.includes("overdue") === overdue),
      );
      return [late, usual].map((group) => {
        return [group.filter(({ customerId }) => back.has(customerId)).length, group.length] as const;
      });
    };
    const shop = cameBack(retail, "2011-09-10", "2011-09-11", "2011-12-09");
    expect(shop).toEqual([
      [18, 32],
      [714, 820],
    ]);
    const other = cameBack(cdnow, "1997-12-31", "1998-01-01", "1998-03-31");
    expect(other).toEqual([
      [228, 716],
      [1678, 3206],
    ]);
    const share = ([part, whole]: readonly [number, number]) => percent(part, whole);
    expect(guide).toContain(
      `On 2011-09-10, three months before the end of the data, 32 customers of Online Retail were overdue. Of these 18 (${share(shop[0])}) came in those three months; of the other 820 with at least 4 days of purchases it was 714 (${share(shop[1])}).`,
    );
    expect(guide).toContain(
      `On CDNOW 716 were overdue at the end of 1997. Of these 228 (${share(other[0])}) came in the first quarter of 1998; of the other 3,206 it was 1,678 (${share(other[1])}).`,
    );
    const unlikely = (log: TransactionLog<string>, asOf: string) => {
      const all = earlyWarnings(log, { asOf, rules: everyone });
      return percent(all.filter(({ warnings }) => warnings.includes("overdue")).length, all.length);
    };
    // 0.1948 and 0.0318 of pandas.
    expect([unlikely(cdnow, "1998-07-01"), unlikely(retail, "2011-12-10")]).toEqual(["19 %", "3 %"]);
    expect(guide).toContain("at least 4 days of purchases 19 % are at 0.05 or below");
    expect(guide).toContain("on Online Retail only 3 % are at 0.05 or below");
  });

  it("tells of cohorts what DuckDB and pandas tell", () => {
    const cohort = (log: TransactionLog<string>) => {
      const rows = cohortRetention(log, { by: "month" });
      const [{ cohort, size }] = rows;
      const own = rows.filter((row) => row.cohort === cohort);
      return {
        size,
        in: (period: number) =>
          `${count(own[period].customers)} (${percent(own[period].customers, size, 1)})`,
      };
    };
    const december = cohort(SHOPS["online retail"].read());
    expect(guide).toContain(
      `Of the ${december.size} customers of Online Retail first seen in December 2010, ${december.in(1)} bought in January and ${december.in(11)} in the November that followed.`,
    );
    expect(guide).toContain(
      `the last month of the cohort above has ${december.in(12).replace(" (", " customers (")} in nine days`,
    );
    const january = cohort(cdnow);
    expect(guide).toContain(
      `Of CDNOW's ${count(january.size)} of January 1997, ${january.in(1)} bought in February and ${january.in(17)} in June 1998.`,
    );
  });
});
