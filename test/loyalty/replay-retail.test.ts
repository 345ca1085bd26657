import { resolve } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { transactionLog } from "rfm-kit";
import { type ProgrammeConditions, replayProgramme } from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import { hasData, readData } from "../data.js";
import { programmeOf } from "./programme.js";

const ENTRY = { recencyAtMost: 45, frequencyAtLeast: 6, monetaryAtLeast: 1800 };
const STAY = { recencyAtMost: 90, frequencyAtLeast: 4, monetaryAtLeast: 1200 };

/** Who meets stay on which day, and whether entry too: DuckDB measures every customer on every day of Online Retail. */
async function flagsOf(
  lines: "all" | "purchases",
  windowDays: number | null,
  entry: Required<ProgrammeConditions>,
  stay: Required<ProgrammeConditions>,
) {
  const met = ({ recencyAtMost, frequencyAtLeast, monetaryAtLeast }: ProgrammeConditions) =>
    `recency <= ${recencyAtMost} AND frequency >= ${frequencyAtLeast} AND monetary >= ${monetaryAtLeast}`;
  const folder = resolve(process.env.RFM_KIT_DATA as string);
  const database = await DuckDBInstance.create(":memory:", { file_search_path: folder });
  const connection = await database.connect();
  const reader = await connection.runAndReadAll(`
    WITH lines AS (
      SELECT CustomerID AS customer, InvoiceNo AS order_id, CAST(InvoiceDate AS DATE) AS day,
        CAST(Quantity AS DOUBLE) * CAST(UnitPrice AS DOUBLE) AS amount
      FROM read_csv('online-retail.csv.gz', all_varchar = true)
      WHERE CustomerID IS NOT NULL ${lines === "all" ? "" : "AND CAST(Quantity AS INTEGER) > 0"}
    ),
    parts AS (
      SELECT customer, order_id, day, fsum(amount) AS amount, bool_or(amount >= 0) AS bought FROM lines GROUP BY ALL
    ),
    days AS (
      SELECT CAST(unnest(generate_series(DATE '2010-12-01', DATE '2011-12-09', INTERVAL 1 DAY)) AS DATE) AS today
    ),
    figures AS (
      SELECT customer, today, date_diff('day', max(day) FILTER (WHERE bought), today) AS recency,
        count(DISTINCT order_id) FILTER (WHERE bought) AS frequency, fsum(amount) AS monetary
      FROM days JOIN parts ON day <= today ${windowDays === null ? "" : `AND day > today - ${windowDays}`}
      GROUP BY customer, today
    )
    SELECT customer, strftime(today, '%Y-%m-%d') AS day, ${met(entry)} AS entry
    FROM figures WHERE ${met(stay)}`);
  const flags = new Map<string, Map<string, boolean>>();
  for (const { customer, day, entry } of reader.getRowObjects()) {
    const own = flags.get(String(customer)) ?? new Map<string, boolean>();
    flags.set(String(customer), own.set(String(day), entry === true));
  }
  connection.closeSync();
  return flags;
}

/** The state of a customer day by day, from the flags. */
function walk(flags: ReadonlyMap<string, boolean>, graceDays: number) {
  const found: { enteredOn: string; leftOn: string | null; cameBack: boolean }[] = [];
  let failing = Number.POSITIVE_INFINITY;
  for (let time = Date.parse("2010-12-01"); time <= Date.parse("2011-12-09"); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    const last = found.at(-1);
    if (last?.leftOn !== null) {
      if (flags.get(day) !== true) continue;
      found.push({ enteredOn: day, leftOn: null, cameBack: found.length > 0 });
      failing = 0;
      continue;
    }
    failing = flags.has(day) ? 0 : failing + 1;
    if (failing > graceDays) last.leftOn = day;
  }
  return found;
}

const readLog = (lines: "all" | "purchases") =>
  transactionLog(readData("online-retail.csv.gz"), {
    customerId: "CustomerID",
    orderId: "InvoiceNo",
    date: "InvoiceDate",
    amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
    exclude: { returned: (line) => lines === "purchases" && Number(line.Quantity) <= 0 },
    invalid: "drop",
  });

describe.runIf(hasData)("replayProgramme on online retail", () => {
  it.each([
    ["purchases", null],
    ["purchases", 180],
    ["all", null],
    ["all", 60],
  ] as const)(
    "with %s and a window of %s days goes as DuckDB finds it day by day",
    async (lines, windowDays) => {
      const log = readLog(lines);
      const rules = { entry: ENTRY, stay: STAY, graceDays: 30, windowDays };
      const found = replayProgramme(log, programmeOf(rules));
      const flags = await flagsOf(lines, windowDays, ENTRY, STAY);
      const theirs = [...flags].flatMap(([customerId, own]) =>
        walk(own, 30).map((span) => ({ customerId, ...span })),
      );
      const key = (span: (typeof theirs)[number]) => `${span.enteredOn} ${span.customerId}`;
      const sorted = (all: readonly (typeof theirs)[number][]) =>
        [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
      expect(sorted(found.memberships)).toEqual(sorted(theirs));
      expect(theirs.length).toBeGreaterThan(100);
      let members = 0;
      for (const month of found.months) {
        const within = (day: string | null) => day?.startsWith(month.month) === true;
        const entered = theirs.filter((span) => within(span.enteredOn) && !span.cameBack).length;
        const cameBack = theirs.filter((span) => within(span.enteredOn) && span.cameBack).length;
        const left = theirs.filter((span) => within(span.leftOn)).length;
        members += entered + cameBack - left;
        const complete = month.month !== "2011-12";
        expect(month).toEqual({ month: month.month, entered, cameBack, left, members, complete });
      }
      expect(found.months.length).toBe(13);
    },
  );

  it("goes as DuckDB finds it with stricter and looser conditions", async () => {
    const rules = { entry: ENTRY, stay: STAY, graceDays: 30, windowDays: 180 };
    const { stricter, looser } = replayProgramme(readLog("purchases"), programmeOf(rules));
    // A fifth less and more of 45 and 90 days, 6 and 4 orders, 1,800 and 1,200 spent; orders in whole numbers, outwards.
    const conditions = (recencyAtMost: number, frequencyAtLeast: number, monetaryAtLeast: number) => {
      return { recencyAtMost, frequencyAtLeast, monetaryAtLeast };
    };
    const variants = [
      [stricter, conditions(36, 8, 2160), conditions(72, 5, 1440)],
      [looser, conditions(54, 4, 1440), conditions(108, 3, 960)],
    ] as const;
    for (const [course, entry, stay] of variants) {
      expect([course.entry, course.stay]).toEqual([entry, stay]);
      const flags = await flagsOf("purchases", 180, entry, stay);
      const theirs = [...flags.values()].flatMap((own) => walk(own, 30));
      const ended = theirs.filter(({ leftOn }) => leftOn !== null);
      const days = ended.map(
        (span) => (Date.parse(String(span.leftOn)) - Date.parse(span.enteredOn)) / 86_400_000,
      );
      expect(course).toMatchObject({
        members: theirs.length - ended.length,
        everMembers: theirs.filter(({ cameBack }) => !cameBack).length,
        cameBack: theirs.filter(({ cameBack }) => cameBack).length,
        left: ended.length,
        meanDays: days.reduce((sum, length) => sum + length) / days.length,
      });
    }
  });
});
