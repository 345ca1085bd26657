import fc from "fast-check";
import { computeRfm, fitScores, scoreCustomers, segmentCustomers } from "rfm-kit";
import { createTableSql, mergeSql, rfmSql } from "rfm-kit/sql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasData } from "../data.js";
import { expectRefusal } from "../refusal.js";
import { compareAnswers, subjectOf } from "./answers.js";
import type { Engine, TableColumn } from "./engine.js";
import { openDuckdb } from "./engines/duckdb.js";
import { askFor, type Choices, choices, compareCustomers, customersCase } from "./parity.js";
import { retailLog, retailSource, retailSubject, retailTable } from "./retail.js";
import { type AMOUNTS, type Shop, shop, tableOf } from "./shop.js";

const CAN = { dates: ["date", "timestamp", "instant", "text"], amounts: ["double", "decimal"] } as const;
const ZONES = ["UTC", "America/New_York", "Pacific/Apia"];

const dialect = "duckdb";
const STATE = "rfm_state";

async function makeState(engine: Engine, customerId: "text" | "integer"): Promise<void> {
  await engine.run(`DROP TABLE IF EXISTS ${STATE}`);
  await engine.run(createTableSql({ dialect, table: STATE, holds: "state", customerId }));
}

/** A shop in batches: one for each day in any order, and one of lines that come late. */
const batches = (amounts: keyof typeof AMOUNTS) =>
  shop(amounts, CAN).chain((all) => {
    const days = [...new Set(all.lines.map(({ date }) => dayOf(date)))];
    const isLate = fc.oneof(
      { weight: 4, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    );
    const ways = fc.record({
      order: fc.shuffledSubarray(days, { minLength: days.length }),
      late: fc.array(isLate, { minLength: all.lines.length, maxLength: all.lines.length }),
    });
    return ways.map(({ order, late }) => {
      const onTime = order.map((day) => all.lines.filter(({ date }, i) => !late[i] && dayOf(date) === day));
      return {
        all,
        parts: [...onTime, all.lines.filter((_, i) => late[i])].map((lines): Shop => ({ ...all, lines })),
      };
    });
  });

const dayOf = (date: string | number | null) => String(date).slice(0, 10);

/** Choices that a state can answer, with batches. Means of cents may lie just half way, where the last digit of a sum decides. */
const cases = choices(ZONES)
  .map(storable)
  .chain((made) =>
    batches(made.monetary === "mean" ? "quarters" : "cents").map((shops) => ({ made, ...shops })),
  );

/** A choice that a state can answer. */
function storable(made: Choices): Choices & { readonly returns: "net" | "drop" } {
  return { ...made, recency: "calendar", returns: made.returns === "drop" ? "drop" : "net" };
}

type Storable = ReturnType<typeof storable>;

async function mergeAll(engine: Engine, parts: readonly Shop[], made: Storable): Promise<void> {
  await makeState(engine, parts[0].types.customer);
  for (const part of parts) {
    await engine.load("shop", tableOf(part));
    await engine.run(mergeSql({ dialect, ...askFor(made), returns: made.returns, into: STATE }));
  }
}

describe("mergeSql", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb();
  });
  afterAll(() => engine.close());

  it("gives the customers of all lines, in whatever batches and order they are merged", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ made, all, parts }) => {
        await mergeAll(engine, parts, made);
        const asked = customersCase(dialect, all, made, 2, STATE);
        compareCustomers(asked, await engine.run(asked.statement));
      }),
      { numRuns: 300 },
    );
  });

  it("gives every other answer as well", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ made, all, parts }) => {
        await mergeAll(engine, parts, made);
        await compareAnswers(engine, { ...subjectOf(all, made), state: STATE });
      }),
      { numRuns: 60 },
    );
  });

  it.runIf(hasData)(
    "gives the customers of Online Retail month by month, before and after the latest line",
    async () => {
      await makeState(engine, "text");
      const table = retailTable("double");
      const months = (table.find(({ name }) => name === "InvoiceDate") as TableColumn).values.map((date) =>
        String(date).slice(0, 7),
      );
      const names = [...new Set(months)];
      expect(names.length).toBe(13);
      const ask = { dialect, state: STATE, decimals: 2, output: "customers" } as const;
      for (const month of names) {
        await engine.load(
          "retail",
          table.map((column) => ({
            ...column,
            values: column.values.filter((_, row) => months[row] === month),
          })),
        );
        await engine.run(mergeSql({ dialect, ...retailSource, into: STATE }));
      }
      for (const way of [
        { asOf: "2011-12-10" },
        { asOf: "2011-12-10", countBy: "days", monetary: "mean" },
        { asOf: "2011-08-31", since: "2011-03-01", countBy: "transactions" },
      ] as const) {
        const customers = computeRfm(retailLog(), { ...way, decimals: 2 });
        const expected = segmentCustomers(scoreCustomers(customers, fitScores(customers)));
        compareCustomers(
          { statement: "", expected, isRounded: true },
          await engine.run(rfmSql({ ...ask, ...way })),
        );
      }
      await compareAnswers(engine, { ...retailSubject(), state: STATE });
    },
  );

  it("keeps a row for each customer, day and order, and takes a line without an order for one of its own", async () => {
    await makeState(engine, "integer");
    const line = (customer: number, order: string | null, date: string, amount: number) => ({
      ...{ customer, order, date, amount },
      product: null,
      quantity: null,
    });
    const types = { customer: "integer", date: "date", amount: "double" } as const;
    const days = [
      [line(1, "a", "2024-03-01", 10), line(1, "a", "2024-03-01", 5), line(1, null, "2024-03-01", 1)],
      [line(1, null, "2024-03-01", 2), line(1, "a", "2024-03-01", -4), line(2, "b", "2024-03-02", -1)],
    ];
    for (const lines of days) {
      await engine.load("shop", tableOf({ types, lines }));
      const columns = { customerId: "customer", orderId: "order", date: "date", amount: "amount" };
      await engine.run(mergeSql({ dialect, from: "shop", columns, into: STATE }));
    }
    const stored = await engine.run(
      `SELECT "customerId", strftime("day", '%Y-%m-%d') AS "day", "orderId", "purchases", "total" FROM ${STATE} ORDER BY ALL`,
    );
    expect(stored).toEqual([
      { customerId: 1, day: "2024-03-01", orderId: "", purchases: 2, total: 3 },
      { customerId: 1, day: "2024-03-01", orderId: "a", purchases: 2, total: 11 },
      { customerId: 2, day: "2024-03-02", orderId: "b", purchases: 0, total: -1 },
    ]);
    const figures = {
      dialect,
      state: STATE,
      asOf: "2024-03-31",
      scores: false,
      output: "customers",
    } as const;
    expect(await engine.run(rfmSql(figures))).toEqual([
      { customerId: 1, recency: 30, frequency: 3, monetary: 14, tenure: 30 },
    ]);
    expect(await engine.run(rfmSql({ ...figures, asOf: "2024-02-29" }))).toEqual([]);
  });

  it("refuses matched returns, and names that cannot be quoted", () => {
    const columns = { customerId: "customer", date: "date", amount: "amount" };
    const ask = (options: object) => () =>
      mergeSql({ dialect, from: "shop", columns, into: STATE, ...options });
    expectRefusal(ask({ returns: "match" }), {
      code: "invalidOption",
      path: "returns",
      message: /no longer/,
    });
    expectRefusal(ask({ into: "a.b" }), { code: "invalidOption", path: "into" });
    expectRefusal(ask({ into: undefined }), { code: "invalidOption", path: "into" });
    expectRefusal(ask({ from: "" }), { code: "invalidOption", path: "from" });
    expectRefusal(ask({ asOf: "2024-03-31" }), { code: "unknownOption", path: "asOf" });
  });

  it.each([
    ["from", "shop"],
    ["columns", {}],
    ["timeZone", "Europe/London"],
    ["returns", "drop"],
    ["exclude", {}],
  ])("has what was settled at merging refused with a state: %s", (path, value) => {
    const options = {
      dialect,
      state: STATE,
      asOf: "2024-03-31",
      output: "customers",
      [path]: value,
    } as const;
    expectRefusal(() => rfmSql(options), { code: "invalidOption", path, message: /settled/ });
  });

  it("has periods of 24 hours refused with a state, and tables by a dotted name", () => {
    const options = { dialect, state: STATE, asOf: "2024-03-31", output: "customers" } as const;
    expectRefusal(() => rfmSql({ ...options, recency: "elapsed" }), {
      code: "invalidOption",
      path: "recency",
      message: /days/,
    });
    expectRefusal(() => rfmSql({ ...options, state: "shop.rfm_state" }), {
      code: "invalidOption",
      path: "state",
    });
  });
});
