import { computeRfm, type RfmState, rfmAccumulator } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

interface Order {
  readonly customerId: string | number | bigint;
  readonly orderId?: string | number | null;
  readonly date: string;
  readonly amount: number;
}

const march: Order[] = [
  { customerId: "ada", orderId: "o1", date: "2024-03-01", amount: 20 },
  { customerId: "bob", orderId: "o2", date: "2024-03-05", amount: 12 },
];
const april: Order[] = [
  { customerId: "ada", orderId: "o1", date: "2024-04-02", amount: 5 },
  { customerId: 7n, orderId: "o2", date: "2024-04-03", amount: 1 },
  { customerId: Number.POSITIVE_INFINITY, orderId: 3, date: "2024-04-03", amount: 2 },
];

describe("rfmAccumulator(options)", () => {
  it("counts an order that two batches share once for each of its customers", () => {
    const all = rfmAccumulator<Order>().add(march).add(april);
    expect(all.result("2024-04-10")).toEqual([
      { customerId: "ada", recency: 8, frequency: 1, monetary: 25, tenure: 40 },
      { customerId: "bob", recency: 36, frequency: 1, monetary: 12, tenure: 36 },
      { customerId: 7n, recency: 7, frequency: 1, monetary: 1, tenure: 7 },
      { customerId: Number.POSITIVE_INFINITY, recency: 7, frequency: 1, monetary: 2, tenure: 7 },
    ]);
  });

  it("goes through JSON with ids that JSON has no word for", () => {
    const state = JSON.parse(JSON.stringify(rfmAccumulator<Order>().add(march).add(april))) as RfmState;
    const all = rfmAccumulator<Order>().merge(state);
    expect(all.result()).toEqual(computeRfm([...march, ...april]));
    expect(
      all
        .add(april)
        .result()
        .map(({ frequency }) => frequency),
    ).toEqual([1, 1, 1, 1]);
  });

  it("answers in columns", () => {
    const all = rfmAccumulator<Order, "columns">({ output: "columns" }).add(march);
    expect(all.result("2024-03-05")).toEqual({
      customerId: ["ada", "bob"],
      recency: Float64Array.of(4, 0),
      frequency: Float64Array.of(1, 1),
      monetary: Float64Array.of(20, 12),
      tenure: Float64Array.of(4, 0),
    });
  });

  it("counts rows and what was dropped", () => {
    const all = rfmAccumulator<Order>({ invalid: "drop", exclude: { small: (row) => row.amount < 10 } });
    all.add([...march, { customerId: "", date: "2024-03-01", amount: 1 }]).add(april);
    expect(all.rows).toEqual({ read: 6, dropped: { missingCustomer: 1, small: 3 } });
  });

  it("has no customers before the first batch, nor for returns alone", () => {
    expect(rfmAccumulator<Order>().result()).toEqual([]);
    const returned = rfmAccumulator<Order>().add([{ customerId: "ada", date: "2024-03-01", amount: -1 }]);
    expect(returned.result()).toEqual([]);
    expect(
      rfmAccumulator<Order>()
        .merge(JSON.parse(JSON.stringify(returned)))
        .add(march)
        .result(),
    ).toEqual(computeRfm([{ customerId: "ada", date: "2024-03-01", amount: -1 }, ...march]));
  });

  it("refuses what a state cannot answer, with the reason", () => {
    const all = rfmAccumulator<Order>().add(march);
    expectRefusal(() => all.result("2024-03-04"), { code: "notInState", path: "asOf" });
    for (const [option, value] of [
      ["asOf", "2024-03-04"],
      ["since", "2024-03-04"],
      ["returns", "match"],
      ["duplicates", "drop"],
      ["exclude", { small: [true, false] }],
    ] as const) {
      const options = { [option]: value } as object;
      expectRefusal(() => rfmAccumulator<Order>(options), {
        code: "notInState",
        path: option === "exclude" ? "exclude.small" : option,
      });
    }
  });

  it("refuses a state that was counted in another way, or is none", () => {
    const state = rfmAccumulator<Order>().add(march).toJSON();
    const byDays = rfmAccumulator<Order>({ countBy: "days" });
    expectRefusal(() => byDays.merge(state), { code: "notInState", path: "state.counting.countBy" });
    const all = rfmAccumulator<Order>();
    expectRefusal(() => all.merge({ ...state, kind: "other" as "rfmState" }), {
      code: "modelKind",
      path: "state.kind",
    });
    const short = { ...state, totals: { ...state.totals, counts: [] } };
    expectRefusal(() => all.merge(short), { code: "invalidInput", path: "state.totals.counts" });
    const astray = { ...state, totals: { ...state.totals, owners: [0, 9] } };
    expectRefusal(() => all.merge(astray), { code: "invalidInput", path: "state.totals.owners" });
    expect(all.result()).toEqual([]);
  });

  it("refuses a state with a value that none can hold, and says where", () => {
    const { totals, ...state } = rfmAccumulator<Order>().add(march).toJSON();
    const of = <T>(column: readonly T[], value: unknown) => [value as T, ...column.slice(1)];
    const damaged: Record<string, RfmState> = {
      "state.totals.counts[0]": { ...state, totals: { ...totals, counts: of(totals.counts, -1) } },
      "state.totals.first[0]": { ...state, totals: { ...totals, first: of(totals.first, 1e12) } },
      "state.totals.last[0]": { ...state, totals: { ...totals, last: of(totals.last, 19_800.5) } },
      "state.totals.amounts[0]": { ...state, totals: { ...totals, amounts: of(totals.amounts, [null]) } },
      "state.totals.amounts": { ...state, totals: { ...totals, amounts: {} as [] } },
      "state.ends[0]": { ...state, totals, ends: of(state.ends, "2024-03-01") },
      "state.ends": { ...state, totals, ends: [] },
      "state.clock": { ...state, totals, clock: "local" as "written" },
    };
    const all = rfmAccumulator<Order>();
    for (const [path, value] of Object.entries(damaged))
      expectRefusal(() => all.merge(value), { code: "invalidInput", path });
    expect(all.result()).toEqual([]);
  });

  it("takes milliseconds where it counts by them", () => {
    const elapsed = () => rfmAccumulator<Order>({ recency: "elapsed" });
    const all = elapsed().add(march);
    expect(
      elapsed()
        .merge(JSON.parse(JSON.stringify(all)))
        .result(),
    ).toEqual(all.result());
  });
});
