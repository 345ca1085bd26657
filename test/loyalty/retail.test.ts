import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { assignClusters, type ClusterModel } from "rfm-kit/cluster";
import type { LoyaltyProgramme, ProgrammeEvaluation } from "rfm-kit/loyalty";
import { beforeAll, describe, expect, it } from "vitest";
import { permutationTest } from "../../src/core/permutation.js";
import { openRandom } from "../../src/core/random.js";
import { askDuckDb, openDuckDb } from "../ask-duckdb.js";
import { hasData } from "../data.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Evaluated {
  readonly name: string;
  readonly programme: LoyaltyProgramme;
  readonly answers: ProgrammeEvaluation<string>;
}

/** The day of the choice, and the log's last day. */
const [AS_OF, LAST] = ["2011-08-31", "2011-12-09"];

/** Lines as DuckDB reads them. */
const LINES = `CREATE TABLE lines AS SELECT CustomerID AS customer, InvoiceNo AS order_id, StockCode AS product,
  Country AS country, CAST(InvoiceDate AS DATE) AS day, CAST(Quantity AS DOUBLE) AS quantity,
  CAST(Quantity AS DOUBLE) * CAST(UnitPrice AS DOUBLE) AS amount
  FROM read_csv('online-retail.csv.gz', all_varchar = true) WHERE CustomerID IS NOT NULL`;

/** Recency, frequency and monetary value on a day. */
const customersOn = (day: string) => `SELECT customer,
    CAST(date_diff('day', max(day) FILTER (amount >= 0), DATE '${day}') AS INTEGER) AS recency,
    CAST(count(DISTINCT order_id) FILTER (amount >= 0) AS INTEGER) AS frequency, fsum(amount) AS monetary
  FROM lines WHERE day <= DATE '${day}' GROUP BY customer HAVING count(*) FILTER (amount >= 0) > 0`;

/** Who is a member on a day: the tenth who spent most, or the champions by the cut points of the day of the choice. */
const MEMBERS: Readonly<Record<string, (day: string) => string>> = {
  "the top 10 %": (
    day,
  ) => `SELECT customer FROM (SELECT customer, monetary, rank() OVER (ORDER BY monetary DESC) AS place,
      count(*) OVER () AS n FROM (${customersOn(day)})) WHERE place <= ceil(n / 10)`,
  champions: (day) => `SELECT customer FROM (${customersOn(day)}),
      (SELECT quantile_cont(recency, 0.2) AS r, quantile_cont(frequency, 0.6) AS f FROM (${customersOn(AS_OF)}))
    WHERE recency <= r AND frequency > f`,
};

describe.runIf(hasData)("the nine answers of the example on online retail", () => {
  let evaluated: Evaluated[];
  beforeAll(() => {
    const file = join(resolve(process.env.RFM_KIT_DATA as string), "online-retail.csv.gz");
    const command = ["--import", "tsx", "examples/loyalty.ts", file, AS_OF, "--json"];
    const options = { cwd: ROOT, maxBuffer: 2 ** 28, encoding: "utf8" } as const;
    evaluated = JSON.parse(execFileSync(process.execPath, command, options));
  });

  const NAMES = ["cluster 0 of four", "champions", "the top 10 %"];
  const of = (name: string) => evaluated.find((one) => one.name === name) as Evaluated;

  it.each(["champions", "the top 10 %"])("1: %s are whom a statement finds", async (name) => {
    const theirs = await askDuckDb(LINES, MEMBERS[name](AS_OF));
    expect(
      of(name)
        .answers.eligible.map(({ customerId }) => customerId)
        .sort(),
    ).toEqual(theirs.map(({ customer }) => String(customer)).sort());
  });

  it("1: the cluster is whom its centroids are nearest to", async () => {
    const { programme, answers } = of("cluster 0 of four");
    const customers = await askDuckDb(LINES, customersOn(AS_OF));
    const { model } = programme.selection as { readonly model: ClusterModel };
    const rows = customers.map(({ customer, recency, frequency, monetary }) => {
      const figures = { recency: Number(recency), frequency: Number(frequency), monetary: Number(monetary) };
      return { customerId: String(customer), ...figures };
    });
    const nearest = assignClusters(rows, model).filter(({ cluster }) => cluster === 0);
    expect(answers.eligible.map(({ customerId }) => customerId).sort()).toEqual(
      nearest.map(({ customerId }) => customerId).sort(),
    );
  });

  describe.each(NAMES)("%s", (name) => {
    let ask: Awaited<ReturnType<typeof openDuckDb>>;
    beforeAll(async () => {
      const ids = of(name).answers.eligible.map(({ customerId }) => `('${customerId}')`);
      ask = await openDuckDb(
        LINES,
        `CREATE TABLE members AS SELECT col0 AS customer FROM (VALUES ${ids.join()})`,
        `CREATE TABLE customers AS SELECT *, customer IN (FROM members) AS is_member FROM (${customersOn(AS_OF)})`,
      );
    });

    it("1: has figures and margins to the border", async () => {
      const { programme, answers } = of(name);
      const theirs = await ask("FROM customers WHERE is_member ORDER BY monetary DESC");
      expect(answers.eligible.length).toBe(theirs.length);
      const byId = new Map(theirs.map((row) => [String(row.customer), row]));
      const { recencyAtMost, frequencyAtLeast, monetaryAtLeast } = programme.entry;
      for (const member of answers.eligible) {
        const row = byId.get(member.customerId);
        expect([member.recency, member.frequency]).toEqual([row?.recency, row?.frequency]);
        expect(member.monetary).toBeCloseTo(Number(row?.monetary), 8);
        const margins: number[] = [];
        if (recencyAtMost !== undefined) margins.push((recencyAtMost - Number(row?.recency)) / recencyAtMost);
        if (frequencyAtLeast !== undefined)
          margins.push((Number(row?.frequency) - frequencyAtLeast) / frequencyAtLeast);
        if (monetaryAtLeast !== undefined)
          margins.push((Number(row?.monetary) - monetaryAtLeast) / monetaryAtLeast);
        expect(member.margin).toBeCloseTo(Math.min(...margins), 10);
      }
    });

    it("2: counts members, and those of each moved threshold", async () => {
      const { programme, answers } = of(name);
      const { size } = answers;
      const [all] = await ask("SELECT count(*) AS n, count(*) FILTER (is_member) AS m FROM customers");
      expect([size.customers, size.members]).toEqual([Number(all.n), Number(all.m)]);
      expect(size.share).toBe(Number(all.m) / Number(all.n));
      for (const { condition, threshold, admitted } of size.sensitivity) {
        const conditions = sqlOf({ ...programme.entry, [condition]: threshold });
        const [row] = await ask(`SELECT count(*) AS n FROM customers WHERE ${conditions}`);
        expect([condition, threshold, admitted]).toEqual([condition, threshold, Number(row.n)]);
      }
      // Normal to within a customer or two at these numbers.
      const spread = 1.96 * Math.sqrt(size.customers * size.share * (1 - size.share));
      expect(Math.abs(size.low - (size.members - spread))).toBeLessThan(2);
      expect(Math.abs(size.high - (size.members + spread))).toBeLessThan(2);
    });

    it("3: compares quartiles and pairs of customers", async () => {
      for (const figure of ["recency", "frequency", "monetary"] as const) {
        const found = of(name).answers.profile.figures.find((row) => row.figure === figure);
        const quartiles = (group: string) =>
          `quantile_cont(${figure}, [0.25, 0.5, 0.75]) FILTER (${group})::DOUBLE[] AS ${group === "is_member" ? "m" : "o"}`;
        const [row] = await ask(`SELECT ${quartiles("is_member")}, ${quartiles("NOT is_member")},
            (SELECT avg(sign(a.${figure} - b.${figure})) FROM customers a, customers b
              WHERE a.is_member AND NOT b.is_member) AS delta FROM customers`);
        const [members, rest] = [row.m, row.o].map((list) => (list as unknown as { items: number[] }).items);
        for (const [group, theirs] of [
          [found?.members, members],
          [found?.rest, rest],
        ] as const) {
          const ours = [group?.lowerQuartile, group?.median, group?.upperQuartile];
          for (const [i, value] of theirs.entries()) expect(ours[i]).toBeCloseTo(value, 8);
        }
        // Totals of decimals that are equal may differ as doubles, by the order they were added up in.
        expect(found?.cliffsDelta).toBeCloseTo(Number(row.delta), figure === "monetary" ? 5 : 10);
      }
    });

    it.each(["product", "country"])("3: finds the over-represented of each %s", async (column) => {
      const { profile } = of(name).answers;
      const found = column === "product" ? profile.products : profile.attributes.country;
      const buyers = await ask(`SELECT ${column} AS value, count(DISTINCT customer) AS customers,
          count(DISTINCT customer) FILTER (customer IN (FROM members)) AS members
        FROM lines WHERE day <= DATE '${AS_OF}' AND amount >= 0 GROUP BY 1 HAVING count(DISTINCT customer) >= 10`);
      expect(found?.tested).toBe(buyers.length);
      const byValue = new Map(buyers.map((row) => [String(row.value), row]));
      const { members, customers } = of(name).answers.size;
      for (const row of found?.first ?? []) {
        const theirs = byValue.get(String(row.value));
        expect([row.members, row.customers]).toEqual([Number(theirs?.members), Number(theirs?.customers)]);
        expect(row.lift).toBeCloseTo((row.members / members / row.customers) * customers, 12);
      }
    });

    it("4: splits gross and net revenue before and after", async () => {
      const { revenue } = of(name).answers;
      for (const [split, days] of [
        [revenue.selection, `day <= DATE '${AS_OF}'`],
        [revenue.later, `day > DATE '${AS_OF}'`],
      ] as const) {
        for (const [amounts, figures] of [
          ["amount >= 0", split?.gross],
          ["true", split?.net],
        ] as const) {
          const [row] = await ask(`SELECT coalesce(fsum(amount) FILTER (is_member), 0) AS members,
              coalesce(fsum(amount) FILTER (NOT is_member), 0) AS rest,
              coalesce(fsum(amount) FILTER (is_member IS NULL), 0) AS others, fsum(amount) AS total
            FROM lines LEFT JOIN customers USING (customer) WHERE ${days} AND ${amounts}`);
          expect(figures?.members).toBeCloseTo(Number(row.members), 4);
          expect(figures?.rest).toBeCloseTo(Number(row.rest), 4);
          expect(figures?.others).toBeCloseTo(Number(row.others), 4);
          expect(figures?.share).toBeCloseTo(Number(row.members) / Number(row.total), 10);
          const known = Number(row.members) + Number(row.rest);
          expect(figures?.shareOfKnown).toBeCloseTo(Number(row.members) / known, 10);
        }
      }
    });

    it("5: has the baselines of the forecast, and what came", async () => {
      for (const horizon of of(name).answers.forecast.horizons) {
        const { days } = horizon;
        const between = (from: string, to: string) =>
          `SELECT fsum(amount) AS sum FROM lines JOIN members USING (customer)
            WHERE amount >= 0 AND day > ${from} AND day <= ${to}`;
        const asOf = `DATE '${AS_OF}'`;
        const [last] = await ask(between(`${asOf} - ${days}`, asOf));
        expect(horizon.lastPeriod).toBeCloseTo(Number(last.sum), 4);
        const [later] = await ask(between(asOf, `${asOf} + ${days}`));
        const ends = Date.parse(AS_OF) + days * 86_400_000 <= Date.parse(LAST);
        if (ends) expect(horizon.actual).toBeCloseTo(Number(later.sum), 4);
        else expect(horizon.actual).toBeNull();
        const [rate] =
          await ask(`WITH bought AS (SELECT customer, day, fsum(amount) AS amount FROM lines JOIN members USING (customer)
              WHERE amount >= 0 AND day <= ${asOf} GROUP BY ALL),
            firsts AS (SELECT customer, min(day) AS first FROM bought GROUP BY 1)
          SELECT fsum(amount / nullif(date_diff('day', first, ${asOf}), 0)) * ${days} AS sum
            FROM bought JOIN firsts USING (customer) WHERE day > first`);
        expect(horizon.runRate).toBeCloseTo(Number(rate.sum), 4);
        expect(horizon.seasonal).toBeNull();
      }
    });

    it("6: says how near the rule comes to the choice", async () => {
      const { entry } = of(name).answers;
      const [row] = await ask(`SELECT count(*) FILTER (${sqlOf(entry.conditions)}) AS admitted,
          count(*) FILTER (${sqlOf(entry.conditions)} AND is_member) AS both,
          count(*) FILTER (is_member) AS members FROM customers`);
      expect(entry.admitted).toBe(Number(row.admitted));
      expect(entry.precision).toBe(Number(row.both) / Number(row.admitted));
      expect(entry.recall).toBe(Number(row.both) / Number(row.members));
    });

    it("8: compares spend and purchases of the days after", async () => {
      const { later } = of(name).answers.evidence;
      const [row] =
        await ask(`WITH later AS (SELECT customer, fsum(amount) AS spend, bool_or(amount >= 0) AS bought FROM lines
            WHERE day > DATE '${AS_OF}' GROUP BY 1)
        SELECT avg(coalesce(spend, 0)) FILTER (is_member) AS m, avg(coalesce(spend, 0)) FILTER (NOT is_member) AS o,
          avg(CAST(coalesce(bought, false) AS INTEGER)) FILTER (is_member) AS bm,
          avg(CAST(coalesce(bought, false) AS INTEGER)) FILTER (NOT is_member) AS bo
        FROM customers LEFT JOIN later USING (customer)`);
      const [m, o, bm, bo] = [row.m, row.o, row.bm, row.bo].map(Number);
      expect(later?.spend.members.mean).toBeCloseTo(m, 8);
      expect(later?.spend.rest.mean).toBeCloseTo(o, 8);
      expect(later?.spend.ratio?.estimate).toBeCloseTo(m / o, 10);
      expect(later?.boughtAgain.members.mean).toBeCloseTo(bm, 12);
      expect(later?.boughtAgain.rest.mean).toBeCloseTo(bo, 12);
    });

    it("8: has the p-value of all permutations on a sample of its customers, but for chance", async () => {
      const sample = (group: string, customers: number) =>
        ask(
          `SELECT coalesce(fsum(amount), 0) AS spend FROM customers LEFT JOIN lines
            ON lines.customer = customers.customer AND day > DATE '${AS_OF}'
          WHERE ${group} GROUP BY customers.customer ORDER BY hash(customers.customer) LIMIT ${customers}`,
        );
      const [members, rest] = [await sample("is_member", 6), await sample("NOT is_member", 12)].map((rows) =>
        rows.map(({ spend }) => Number(spend)),
      );
      const pool = [...members, ...rest];
      const sums = choose(pool, members.length).map((chosen) =>
        chosen.reduce((sum, spend) => sum + spend, 0),
      );
      const observed = members.reduce((sum, spend) => sum + spend, 0);
      const exact = sums.filter((sum) => sum >= observed - 1e-6).length / sums.length;
      expect(sums.length).toBe(18_564);
      const draws = { random: openRandom("test", 1), permutations: 9999 };
      const { greater } = permutationTest(Float64Array.from(members), Float64Array.from(rest), draws);
      // Five standard errors, and the permutation that is the sample itself.
      expect(Math.abs(greater - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / 9999) + 1e-4);
    });

    it("9: gives each action its customers, and what they brought in 90 days", async () => {
      const { actions, entry } = of(name).answers;
      const { frequencyAtLeast, monetaryAtLeast } = entry.conditions;
      const asOf = `DATE '${AS_OF}'`;
      const rows =
        await ask(`WITH bought AS (SELECT customer, min(day) AS first, max(day) AS last, count(DISTINCT day) - 1 AS x FROM lines
            WHERE amount >= 0 AND day <= ${asOf} GROUP BY 1)
        SELECT customer, recency, frequency, monetary, is_member, x, date_diff('day', first, last) AS tx,
          date_diff('day', first, ${asOf}) AS t FROM customers JOIN bought USING (customer)`);
      const groups = new Map<string, { customers: number; stake: number }>();
      for (const row of rows) {
        const figures = {
          recency: Number(row.recency),
          frequency: Number(row.frequency),
          monetary: Number(row.monetary),
        };
        const [x, tX, T] = [row.x, row.tx, row.t].map(Number);
        const group = groupOf(figures, row.is_member === true, x > 0 ? (tX / T) ** x : 1);
        if (group === undefined) continue;
        const stake = (Math.max(0, figures.monetary) * 90) / Math.max(90, tX);
        const before = groups.get(group) ?? { customers: 0, stake: 0 };
        groups.set(group, { customers: before.customers + 1, stake: before.stake + stake });
      }
      expect(actions.map(({ group }) => group).sort()).toEqual([...groups.keys()].sort());
      for (const { group, customers, valueAtStake } of actions) {
        expect([group, customers]).toEqual([group, groups.get(group)?.customers]);
        expect(valueAtStake).toBeCloseTo(Number(groups.get(group)?.stake), 4);
      }

      function groupOf(
        figures: { recency: number; frequency: number; monetary: number },
        isMember: boolean,
        probability: number,
      ): string | undefined {
        const { recencyAtMost: r, frequencyAtLeast: f, monetaryAtLeast: m } = entry.conditions;
        const inside = (looser: number) =>
          (r === undefined || figures.recency <= Math.ceil(r * (1 + looser))) &&
          (f === undefined || figures.frequency >= Math.floor(f * (1 - looser))) &&
          (m === undefined || figures.monetary >= Number((m * (1 - looser)).toPrecision(3)));
        const near =
          (r !== undefined && (r - figures.recency) / r < 0.1) ||
          (f !== undefined && (figures.frequency - f) / f < 0.1) ||
          (m !== undefined && (figures.monetary - m) / m < 0.1);
        if (isMember) return probability <= 0.25 ? "slipping" : near ? "at-the-border" : "secure";
        if (inside(0.25)) return "nearly-in";
        const worthy =
          (frequencyAtLeast === undefined || figures.frequency >= frequencyAtLeast) &&
          (monetaryAtLeast === undefined || figures.monetary >= monetaryAtLeast);
        const asks = frequencyAtLeast !== undefined || monetaryAtLeast !== undefined;
        return worthy && asks ? "lapsed" : undefined;
      }
    });
  });

  it.each(["champions", "the top 10 %"])(
    "5: %s chosen earlier brought what a statement says",
    async (name) => {
      for (const { days, sameRule } of of(name).answers.forecast.horizons) {
        const earlier = new Date(Date.parse(AS_OF) - days * 86_400_000).toISOString().slice(0, 10);
        const [row] = await askDuckDb(
          LINES,
          `WITH chosen AS (${MEMBERS[name](earlier)}),
          brought AS (SELECT customer, fsum(amount) AS amount FROM lines
            WHERE amount >= 0 AND day > DATE '${earlier}' AND day <= DATE '${AS_OF}' GROUP BY 1)
        SELECT count(*) AS members, sum(coalesce(amount, 0)) / count(*) AS mean FROM chosen LEFT JOIN brought USING (customer)`,
        );
        expect([days, sameRule?.members]).toEqual([days, Number(row.members)]);
        const { members } = of(name).answers.size;
        expect(Number(sameRule?.expected) / members).toBeCloseTo(Number(row.mean), 6);
      }
    },
  );
});

/** Every way to choose so many of some values. */
function choose(values: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return values.flatMap((value, i) =>
    choose(values.slice(i + 1), count - 1).map((others) => [value, ...others]),
  );
}

/** The conditions of a rule as a statement has them. */
function sqlOf(conditions: LoyaltyProgramme["entry"]): string {
  const { recencyAtMost, frequencyAtLeast, monetaryAtLeast } = conditions;
  return [
    recencyAtMost !== undefined && `recency <= ${recencyAtMost}`,
    frequencyAtLeast !== undefined && `frequency >= ${frequencyAtLeast}`,
    monetaryAtLeast !== undefined && `monetary >= ${monetaryAtLeast}`,
  ]
    .filter((condition) => condition !== false)
    .join(" AND ");
}
