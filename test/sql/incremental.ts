import fc from "fast-check";
import { computeRfm, fitScores, scoreCustomers, segmentCustomers } from "rfm-kit";
import { createTableSql, mergeSql, rfmSql } from "rfm-kit/sql";
import { expect } from "vitest";
import { compareAnswers, subjectOf } from "./answers.js";
import type { Engine, TableColumn } from "./engine.js";
import { askFor, type Choices, choices, compareCustomers, customersCase } from "./parity.js";
import { retailLog, retailSource, retailSubject, retailTable } from "./retail.js";
import { type Abilities, type Shop, shop, tableOf } from "./shop.js";

export const STATE = "rfm_state";

/** An empty state in place of any other. */
export async function makeState(engine: Engine, customerId: "text" | "integer"): Promise<void> {
  await engine.run(`DROP TABLE IF EXISTS ${STATE}`);
  const { dialect } = engine;
  await engine.run(createTableSql({ dialect, table: [STATE], holds: "state", customerId }));
}

/** A shop in batches: one for each day in any order, and one of lines that come late. */
const batches = (can: Abilities) =>
  shop("cents", can).chain((all) => {
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

/** Choices that a state can answer, with batches. */
const cases = (can: Abilities, zones: readonly string[]) =>
  choices(zones)
    .map(storable)
    .chain((made) => batches(can).map((shops) => ({ made, ...shops })));

/** A choice that a state can answer. */
function storable(made: Choices): Choices & { readonly returns: "net" | "drop" } {
  return { ...made, recency: "calendar", returns: made.returns === "drop" ? "drop" : "net" };
}

type Storable = ReturnType<typeof storable>;

async function mergeAll(engine: Engine, parts: readonly Shop[], made: Storable): Promise<void> {
  await makeState(engine, parts[0].types.customer);
  for (const part of parts) {
    await engine.load("shop", tableOf(part));
    await engine.run(
      mergeSql({ dialect: engine.dialect, ...askFor(made), returns: made.returns, into: STATE }),
    );
  }
}

/** Shops merged in whatever batches and order give what the library gives of all lines. */
export async function compareMerged(engine: Engine, can: Abilities, zones: readonly string[]): Promise<void> {
  const customers = fc.asyncProperty(cases(can, zones), async ({ made, all, parts }) => {
    await mergeAll(engine, parts, made);
    const asked = customersCase(engine.dialect, all, made, 2, STATE);
    compareCustomers(asked, await engine.run(asked.statement));
  });
  await fc.assert(customers, { numRuns: 300 });
  const answers = fc.asyncProperty(cases(can, zones), async ({ made, all, parts }) => {
    await mergeAll(engine, parts, made);
    await compareAnswers(engine, { ...subjectOf(all, made), state: STATE });
  });
  await fc.assert(answers, { numRuns: 60 });
}

/** Online Retail merged month by month, asked before and after its latest line. */
export async function compareMergedRetail(engine: Engine): Promise<void> {
  const { dialect } = engine;
  await makeState(engine, "text");
  const table = retailTable("double");
  const dates = table.find(({ name }) => name === "InvoiceDate") as TableColumn;
  const months = dates.values.map((date) => String(date).slice(0, 7));
  const names = [...new Set(months)];
  expect(names.length).toBe(13);
  for (const month of names) {
    const ofMonth = table.map((column) => ({
      ...column,
      values: column.values.filter((_, row) => months[row] === month),
    }));
    await engine.load("retail", ofMonth);
    await engine.run(mergeSql({ dialect, ...retailSource, into: STATE }));
  }
  const ask = { dialect, state: STATE, decimals: 2, output: "customers" } as const;
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
}
