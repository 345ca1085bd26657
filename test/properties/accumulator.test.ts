import fc from "fast-check";
import { computeRfm, type RfmAccumulator, type RfmCustomer, rfmAccumulator, transactionLog } from "rfm-kit";
import { afterAll, describe, expect, it } from "vitest";
import { type Line, rfmOptions, transactions } from "./generators.js";
import { RUNS } from "./runs.js";
import { describeShares, seeLines } from "./shares.js";

afterAll(() => console.log(describeShares()));

const returnsOption = fc.constantFrom("net", "drop" as const);
type Options = typeof rfmOptions extends fc.Arbitrary<infer T> ? T : never;
type Accumulator = RfmAccumulator<Line>;

/** Rows in some order, cut into batches anywhere, empty ones among them. */
const batches = transactions.chain((lines) =>
  fc.record({
    lines: fc.constant(lines),
    shuffled: fc.shuffledSubarray(lines, { minLength: lines.length }),
    cuts: fc.array(fc.nat({ max: lines.length }), { maxLength: 6 }),
    /** How a batch comes, and how it goes into the whole: added, or by way of another accumulator, or of JSON. */
    ways: fc.array(fc.record({ columns: fc.boolean(), by: fc.constantFrom("add", "merge", "json") }), {
      minLength: 8,
      maxLength: 8,
    }),
  }),
);

function split(lines: readonly Line[], cuts: readonly number[]): Line[][] {
  const ends = [...cuts].sort((a, b) => a - b);
  return [...ends, lines.length].map((end, i) => lines.slice(ends[i - 1] ?? 0, end));
}

function asColumns(lines: readonly Line[]) {
  const column = <K extends keyof Line>(key: K) => lines.map((line) => line[key]);
  const customers = [...new Set(column("customerId"))].reverse();
  return {
    customerId: {
      codes: Int32Array.from(lines, (line) => customers.indexOf(line.customerId)),
      values: customers,
    },
    orderId: column("orderId"),
    product: column("product"),
    date: column("date"),
    amount: Float64Array.from(column("amount")),
  };
}

const byId = (rows: readonly RfmCustomer[]) =>
  new Map(rows.map((customer) => [customer.customerId, customer]));
const orderOf = (rows: readonly RfmCustomer[]) => rows.map((customer) => customer.customerId);

describe("rfmAccumulator", () => {
  it("equals the batch answer for every split and order of the rows", () => {
    fc.assert(
      fc.property(
        batches,
        rfmOptions,
        returnsOption,
        ({ lines, shuffled, cuts, ways }, counting, returns) => {
          seeLines(lines);
          const options = { ...counting, returns };
          const open = (): Accumulator => rfmAccumulator<Line>(options);
          const expected = computeRfm(transactionLog(lines, { returns }), counting as Options);
          const whole = open();
          for (const [i, part] of split(shuffled, cuts).entries()) {
            const { columns, by } = ways[i % ways.length];
            const batch = columns ? asColumns(part) : part;
            if (by === "add") whole.add(batch);
            else if (by === "merge") whole.merge(open().add(batch));
            else whole.merge(JSON.parse(JSON.stringify(open().add(batch))));
          }
          const again = open().merge(JSON.parse(JSON.stringify(whole)));
          expect(byId(whole.result())).toEqual(byId(expected));
          expect(again.result()).toEqual(whole.result());
          expect(whole.rows.read).toBe(lines.length);
        },
      ),
      RUNS,
    );
  });

  it("keeps the order of first appearance", () => {
    fc.assert(
      fc.property(batches, ({ lines, cuts }) => {
        seeLines(lines);
        const whole = rfmAccumulator<Line>();
        for (const part of split(lines, cuts)) whole.add(part);
        expect(orderOf(whole.result())).toEqual(orderOf(computeRfm(lines)));
      }),
      RUNS,
    );
  });

  it("knows nothing of a batch it refused", () => {
    fc.assert(
      fc.property(transactions, transactions, (lines, others) => {
        seeLines(lines);
        const whole = rfmAccumulator<Line>().add(lines);
        const bad = [...others, { ...lines[0], customerId: "bad", date: "31/12/2024", amount: 1 } as Line];
        expect(() => whole.add(bad)).toThrow("date");
        expect(whole.result()).toEqual(rfmAccumulator<Line>().add(lines).result());
      }),
      RUNS,
    );
  });
});
