import { dsvFormat } from "d3-dsv";
import fc from "fast-check";
import Papa from "papaparse";
import { summarizeSegments, transactionLog } from "rfm-kit";
import { anonymise, starSchema, toCsv } from "rfm-kit/export";
import { describe, expect, it } from "vitest";
import { customers, line } from "./generators.js";
import { exactSum } from "./oracle.js";
import { RUNS } from "./runs.js";

const SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"];
const UNSEEN = [
  " ",
  "\t",
  "\r",
  "\n",
  "\0",
  "\u00A0",
  "\u00AD",
  "\u200B",
  "\u200E",
  "\u202E",
  "\u2060",
  "\uFEFF",
  "\u2028",
];
const OTHERS = ['"', '""', ",", ";", "|", "'", "\r\n", "\uD800", "a", "7", "é", "👩‍👧", "=1", "\\"];
const text = fc.oneof(
  fc.array(fc.constantFrom(...SIGNS, ...UNSEEN, ...OTHERS), { maxLength: 5 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);
const name = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "id", "7"));
/** Rows that need not have the same columns. */
const rows = fc
  .uniqueArray(name, { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc.array(fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 4 }), { maxLength: 4 }),
  )
  .map((all) => all.map((cells) => Object.fromEntries(cells)));
const options = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|", "^", " "),
  newline: fc.constantFrom("\r\n", "\n" as const),
  header: fc.boolean(),
  bom: fc.boolean(),
});

/** What has to be in the cells, by a look at every row. */
function cellsOf(given: readonly Record<string, string>[], header: boolean): string[][] {
  const names: string[] = [];
  for (const row of given) for (const key of Object.keys(row)) if (!names.includes(key)) names.push(key);
  if (names.length === 0) return [];
  const body = given.map((row) => names.map((key) => new Map(Object.entries(row)).get(key) ?? ""));
  return header ? [names, ...body] : body;
}

const readByPapa = (csv: string, delimiter: string, newline: "\r\n" | "\n"): string[][] =>
  Papa.parse<string[]>(csv, { delimiter, newline }).data.slice(0, -1);

/** Whether a spreadsheet may calculate a text, character by character. */
function isFormula(cell: string): boolean {
  const characters = [...cell];
  if (["\0", "\t", "\r", "\n"].includes(characters[0])) return true;
  const first = characters.find((character) => !UNSEEN.includes(character));
  return first !== undefined && SIGNS.includes(first);
}

describe("toCsv", () => {
  it("writes what PapaParse and d3-dsv read back, whatever the texts and options", () => {
    fc.assert(
      fc.property(rows, options, (given, how) => {
        const csv = toCsv(given, { ...how, formulas: "keep" });
        const expected = cellsOf(given, how.header);
        expect(readByPapa(csv, how.delimiter, how.newline)).toEqual(expected);
        const marked = csv.startsWith("\uFEFF");
        expect(marked).toBe(how.bom && csv !== "");
        expect(dsvFormat(how.delimiter).parseRows(marked ? csv.slice(1) : csv)).toEqual(expected);
        const lines = csv.replace(/"(?:[^"]|"")*"/g, "quoted").split(how.newline);
        expect(lines.slice(0, -1)).not.toContain("");
      }),
      RUNS,
    );
  });

  it("lets no text and no header pass that a spreadsheet would calculate, and changes no other", () => {
    const known = fc.array(fc.constantFrom(...SIGNS, ...UNSEEN, ...OTHERS), { maxLength: 5 });
    const cell = known.map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 2 }), fc.integer(), ([header, value], n) => {
        const [[first], [second, third]] = readByPapa(
          toCsv([{ a: value, n }], { columns: { a: header, n: "n" } }),
          ",",
          "\r\n",
        );
        for (const [found, given] of [
          [first, header],
          [second, value],
        ]) {
          expect(isFormula(found)).toBe(false);
          expect(found).toBe(isFormula(given) ? `'${given}` : given);
        }
        expect(third).toBe(String(n));
      }),
      RUNS,
    );
  });

  it("writes numbers that are the same when they are read, with a point or a comma", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -999, max: 999 }).map((n) => n / 100),
    );
    fc.assert(
      fc.property(number, fc.bigInt(), fc.boolean(), (value, big, decimalComma) => {
        const csv = toCsv([{ value, big }], { delimiter: ";", decimalComma, header: false });
        const [first, second] = csv.trimEnd().split(";");
        expect(first).not.toContain(decimalComma ? "." : ",");
        expect(Number(first.replace(",", ".")) + 0).toBe(value + 0);
        expect(BigInt(second)).toBe(big);
      }),
      RUNS,
    );
  });
});

const TITLES = ["Pot", " Pot ", "Jug", "", null] as const;
const sold = fc
  .tuple(
    line,
    fc.record({
      product: fc.constantFrom("tea", "milk", 7n, null),
      quantity: fc.constantFrom(1, -2, 0.5, null),
      title: fc.constantFrom(...TITLES),
      out: fc.boolean().map((once) => once && true),
    }),
  )
  // Half a century of days would take its time.
  .map(([one, more]) => ({ ...one, ...more, date: one.date.replace("1969-06-01", "2023-12-31") }));
const placed = fc.uniqueArray(fc.constantFrom("ada", "bob", "1", 1, 1n, 17850, "zoe", 2), { maxLength: 6 });

describe("starSchema", () => {
  it("equals a look at all lines, and every key is unique and in its dimension", () => {
    const segment = fc.constantFrom("big", "small", "__proto__");
    const lines = fc.array(sold, { maxLength: 12 });
    const segments = fc.array(fc.tuple(segment, fc.integer({ min: -2, max: 9 })), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(lines, placed, segments, (given, ids, figures) => {
        const log = transactionLog(given, {
          exclude: { out: ({ out }) => out },
          attributes: { title: "title" },
        });
        const segmented = ids.map((customerId, i) => ({
          ...{ customerId, segment: figures[i][0], monetary: figures[i][1] },
        }));
        const kept = given.flatMap((one, sale) => (one.out ? [] : [{ ...one, sale }]));
        const buyers = [...new Set(kept.map(({ customerId }) => customerId))];
        const strangers = ids.filter((id) => !buyers.includes(id));
        if (strangers.length === ids.length && buyers.length > 0) segmented.length = 0;
        const star = starSchema(log, segmented, { attributes: ["title"], nameFrom: "title" });

        const customersExpected = [
          ...buyers,
          ...segmented.map((row) => row.customerId).filter((id) => !buyers.includes(id)),
        ];
        expect(star.customers.map(({ customerKey, customerId }) => [customerKey, customerId])).toEqual(
          customersExpected.map((id, i) => [i + 1, id]),
        );
        const rowOf = (id: unknown) => segmented.find(({ customerId }) => customerId === id);
        for (const row of star.customers) {
          const { segment, monetary } = rowOf(row.customerId) ?? { segment: "(none)", monetary: null };
          if (segmented.length > 0) expect(row.monetary).toBe(monetary);
          expect(row.segment).toBe(segment);
          expect(star.segments[row.segmentKey].segment).toBe(segment);
        }
        expect(star.segments.map(({ segmentKey }) => segmentKey)).toEqual([...star.segments.keys()]);
        expect(star.segments[0].customers).toBe(buyers.filter((id) => rowOf(id) === undefined).length);
        for (const { segment, customers, share, revenue } of star.segments.slice(1)) {
          const own = segmented.filter((row) => row.segment === segment);
          expect(customers).toBe(own.length);
          expect(share).toBe(own.length / segmented.length);
          expect(revenue).toBe(exactSum(own.map(({ monetary }) => monetary)) + 0);
        }

        expect(star.products.map(({ productKey }) => productKey)).toEqual([...star.products.keys()]);
        const products = new Set(kept.flatMap(({ product }) => (product === null ? [] : [product])));
        expect(star.products.slice(1).map(({ product }) => product)).toEqual([...products]);
        for (const { product, name } of star.products.slice(1)) {
          const titles = kept
            .filter((one) => one.product === product)
            .map(({ title }) => title?.trim() ?? "");
          const count = (title: string) => titles.filter((other) => other === title).length;
          const [pot, jug] = [count("Pot"), count("Jug")];
          expect(name).toBe(pot + jug === 0 ? null : pot > jug ? "Pot" : "Jug");
        }

        expect(star.sales.length).toBe(kept.length);
        for (const [i, one] of kept.entries()) {
          const row = star.sales[i];
          const day = one.date.slice(0, 10);
          const customer = star.customers[row.customerKey - 1];
          expect(customer.customerId).toBe(one.customerId);
          expect(row.segmentKey).toBe(customer.segmentKey);
          expect(star.products[row.productKey].product).toBe(one.product);
          expect(star.dates.filter(({ dateKey }) => dateKey === row.dateKey).map(({ date }) => date)).toEqual(
            [day],
          );
          const { sale, orderId, quantity, amount, isReturn, title } = row;
          expect({ sale, orderId, quantity, amount, isReturn, title }).toEqual({
            ...{ sale: one.sale, orderId: one.orderId, quantity: one.quantity, amount: one.amount },
            ...{ isReturn: one.amount < 0, title: one.title === "" ? null : one.title },
          });
        }
        expect(exactSum(star.sales.map(({ amount }) => amount)) + 0).toBe(log.report.amount + 0);
      }),
      RUNS,
    );
  });

  it("has every calendar day once, as the calendar has it", () => {
    const day = fc.date({ min: new Date("1969-06-01"), max: new Date("2060-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom("sales", "years" as const),
        (at, more, dates) => {
          const orders = [0, more].map((add) => ({
            customerId: 1,
            date: at.getTime() + add * 86_400_000,
            amount: 1,
          }));
          const found = starSchema(transactionLog(orders), [], { dates }).dates;
          const [from, to] = orders.map(({ date }) => new Date(date).toISOString().slice(0, 10));
          expect(found[0].date).toBe(dates === "sales" ? from : `${from.slice(0, 4)}-01-01`);
          expect(found.at(-1)?.date).toBe(dates === "sales" ? to : `${to.slice(0, 4)}-12-31`);
          for (const [i, row] of found.entries()) {
            const date = new Date(row.date);
            if (i > 0) expect(date.getTime() - Date.parse(found[i - 1].date)).toBe(86_400_000);
            // The week of a day is that of its Thursday.
            const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
            const dayOfYear = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000;
            expect(row).toEqual({
              dateKey: Number(row.date.replaceAll("-", "")),
              date: row.date,
              year: date.getUTCFullYear(),
              quarter: Math.floor(date.getUTCMonth() / 3) + 1,
              month: date.getUTCMonth() + 1,
              day: date.getUTCDate(),
              isoYear: thursday.getUTCFullYear(),
              isoWeek: Math.floor(dayOfYear / 7) + 1,
              weekday: date.getUTCDay() || 7,
            });
          }
        },
      ),
      { numRuns: RUNS.numRuns / 10 },
    );
  });
});

describe("anonymise", () => {
  const k = fc.integer({ min: 2, max: 12 });
  const segment = fc.constantFrom("a", "b", "c", "d", "e");

  it("tells nothing of fewer than k customers, by a group or by what is left of the totals, and no more is withheld", () => {
    const groups = fc
      .uniqueArray(fc.tuple(segment, fc.integer({ min: 0, max: 20 })), { selector: ([name]) => name })
      .map((all) => all.map(([segment, customers]) => ({ segment, customers, revenue: customers / 3 })));
    fc.assert(
      fc.property(groups, k, (given, k) => {
        const found = anonymise(given, { k });
        const told = found.filter(({ withheld }) => !withheld);
        expect(told).toEqual(
          given
            .filter(({ segment }) => told.some((row) => row.segment === segment))
            .map((row) => ({ ...row, withheld: false })),
        );
        const hidden = given.filter(({ segment }) => !told.some((row) => row.segment === segment));
        expect(found.slice(told.length)).toEqual(
          hidden
            .map(({ segment }) => ({ segment, customers: null, revenue: null, withheld: true }))
            .sort((a, b) => a.segment.localeCompare(b.segment)),
        );
        const sizes = hidden.map(({ customers }) => customers).sort((a, b) => b - a);
        const isSafe = (some: readonly number[]) =>
          some.length === 0 || (some.length > 1 && some.reduce((a, b) => a + b) >= k);
        for (const { customers } of told) expect(customers === 0 || (customers as number) >= k).toBe(true);
        const all = given.filter(({ customers }) => customers > 0).length === sizes.length;
        expect(sizes.includes(0)).toBe(false);
        expect(isSafe(sizes) || all).toBe(true);
        const small = sizes.filter((customers) => customers < k);
        expect(sizes.length > small.length && isSafe(sizes.slice(1)) && sizes.length > 1).toBe(false);
        expect(sizes.length > 0 && small.length === 0).toBe(false);
      }),
      RUNS,
    );
  });

  it("merges segments into what summarizeSegments says of them as one", () => {
    fc.assert(
      fc.property(customers, fc.array(segment, { minLength: 40, maxLength: 40 }), k, (rows, names, k) => {
        const given = rows.map((row, i) => ({ ...row, segment: names[i] as string }));
        const summary = summarizeSegments(given);
        const found = anonymise(summary, { k, how: "merge" });
        const told = found.flatMap(({ segment }) => (segment === "others" ? [] : [segment as string]));
        const relabelled = given.map((row) => ({
          ...row,
          segment: told.includes(row.segment) ? row.segment : "others",
        }));
        const expected = summarizeSegments(relabelled).find(({ segment }) => segment === "others");
        const others = found.find(({ segment }) => segment === "others");
        expect(others === undefined).toBe(expected === undefined);
        expect(found.filter(({ segment }) => segment !== "others")).toEqual(
          summary.filter(({ segment }) => told.includes(segment)).map((row) => ({ ...row, withheld: false })),
        );
        if (expected === undefined || others === undefined) return;
        expect(others.withheld).toBe(expected.customers < k);
        if (others.withheld) return;
        for (const [figure, value] of Object.entries(expected)) {
          const same = others[figure as keyof typeof others];
          if (figure.startsWith("median")) expect(same).toBe(null);
          else if (typeof value === "number") expect(same).toBeCloseTo(value, 8);
        }
      }),
      RUNS,
    );
  });
});
