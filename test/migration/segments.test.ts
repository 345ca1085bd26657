import { computeRfm, defineScheme, fitScores, type Scorer, scoreCustomers, segmentCustomers } from "rfm-kit";
import { pandasQcut } from "rfm-kit/compat";
import { migrateSegments } from "rfm-kit/migration";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const scheme = defineScheme({
  name: "money",
  bins: { m: 2 },
  rules: [{ segment: "big", m: 2 }],
  otherwise: "small",
});
const customer = (customerId: string | number | bigint, monetary: number) => {
  return { customerId, recency: 1, frequency: 1, monetary };
};
const ruler = { bins: 2 } as const;

/** Cut at 20: ada and bob are small, cat and dan are big. */
const before = [customer("ada", 5), customer("bob", 15), customer("cat", 25), customer("dan", 40)];
/** Cut at 40. Ada has become big by the ruler of before, cat and dan have not changed, bob is gone, eve is new. */
const after = [customer("eve", 90), customer("ada", 30), customer("cat", 25), customer("dan", 50)];

describe("migrateSegments", () => {
  it("tells movement from drift", () => {
    expect(migrateSegments({ before, after, ruler, scheme })).toEqual({
      totals: {
        customersBefore: 4,
        entered: 1,
        left: 1,
        customersAfter: 4,
        stayed: 2,
        moved: 1,
        drifted: 2,
        revenueBefore: 85,
        revenueAfter: 195,
      },
      segments: [
        {
          segment: "big",
          before: 2,
          entered: 1,
          movedIn: 1,
          movedOut: 0,
          left: 0,
          drift: -2,
          after: 2,
          revenueBefore: 65,
          revenueMovement: 130,
          revenueDrift: -55,
          revenueAfter: 140,
        },
        {
          segment: "small",
          before: 2,
          entered: 0,
          movedIn: 0,
          movedOut: 1,
          left: 1,
          drift: 2,
          after: 2,
          revenueBefore: 20,
          revenueMovement: -20,
          revenueDrift: 55,
          revenueAfter: 55,
        },
      ],
      flows: [
        flow("big", "big", { customers: 1, share: 1 / 2, revenueBefore: 40, revenueAfter: 50 }),
        flow("big", "small", { customers: 1, share: 1 / 2, drifted: 1, revenueBefore: 25, revenueAfter: 25 }),
        flow("small", "small", {
          customers: 1,
          share: 1 / 2,
          moved: 1,
          drifted: 1,
          revenueBefore: 5,
          revenueAfter: 30,
        }),
        flow("small", null, { customers: 1, share: 1 / 2, revenueBefore: 15, revenueAfter: 0 }),
        flow(null, "big", { customers: 1, share: 1, revenueBefore: 0, revenueAfter: 90 }),
      ],
      customers: [
        moved("ada", "small", "big", "small", 5, 30),
        moved("bob", "small", null, null, 15, null),
        moved("cat", "big", "big", "small", 25, 25),
        moved("dan", "big", "big", "big", 40, 50),
        moved("eve", null, "big", "big", null, 90),
      ],
    });
  });

  it("has no drift where the ruler is frozen", () => {
    const { totals, segments, flows, customers } = migrateSegments({
      before,
      after,
      scheme,
      ruler: fitScores(before, ruler),
    });
    expect(totals).toMatchObject({ stayed: 2, moved: 1, drifted: 0 });
    expect(segments.map(({ drift, revenueDrift }) => [drift, revenueDrift])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(flows.every(({ drifted }) => drifted === 0)).toBe(true);
    expect(customers.every(({ held, to }) => held === to)).toBe(true);
    const points = { cuts: { recency: [9], frequency: [9], monetary: [20] } } as const;
    expect(migrateSegments({ before, after, scheme, ruler: points })).toEqual({
      totals,
      segments,
      flows,
      customers,
    });
  });

  it("has nothing but drift where others come and nobody changes", () => {
    const crowd = [...before, ...[100, 200, 300, 400].map((money) => customer(money, money))];
    const { totals, segments } = migrateSegments({ before, after: crowd, ruler, scheme });
    // The median is 70 now: cat and dan are small without having done anything.
    expect(totals).toMatchObject({ moved: 0, drifted: 2, entered: 4, left: 0 });
    expect(segments.map(({ movedIn, movedOut, drift }) => [movedIn, movedOut, drift])).toEqual([
      [0, 0, -2],
      [0, 0, 2],
    ]);
  });

  it("does not say what a scorer cannot tell", () => {
    const notebook = migrateSegments({
      before,
      after,
      scheme,
      ruler: pandasQcut({ bins: 2, ties: "first" }),
    });
    expect(notebook.totals).toMatchObject({ entered: 1, left: 1, stayed: 2, moved: null, drifted: null });
    expect(notebook.segments[0]).toEqual({
      segment: "big",
      before: 2,
      entered: null,
      movedIn: null,
      movedOut: null,
      left: 0,
      drift: null,
      after: 2,
      revenueBefore: 65,
      revenueMovement: null,
      revenueDrift: null,
      revenueAfter: 140,
    });
    expect(notebook.flows[0]).toMatchObject({ from: "big", to: "big", moved: null, drifted: null });
    expect(notebook.customers[0]).toEqual(moved("ada", "small", null, "small", 5, 30));
  });

  it("takes days without customers", () => {
    const all = migrateSegments({ before: [], after, ruler, scheme });
    expect(all.totals).toMatchObject({ customersBefore: 0, entered: 4, customersAfter: 4, drifted: 0 });
    expect(all.flows.map(({ from, to, customers }) => [from, to, customers])).toEqual([
      [null, "big", 2],
      [null, "small", 2],
    ]);
    const none = migrateSegments({ before, after: [], ruler, scheme });
    expect(none.totals).toMatchObject({ left: 4, customersAfter: 0, drifted: 0, revenueAfter: 0 });
    const nothing = migrateSegments({ before: [], after: [], scheme, ruler });
    expect([nothing.flows, nothing.customers]).toEqual([[], []]);
    expect(nothing.segments.map(({ segment, before, after }) => [segment, before, after])).toEqual([
      ["big", 0, 0],
      ["small", 0, 0],
    ]);
  });

  it("uses the ten segments and five bins unless told otherwise", () => {
    const ladder = [1, 2, 3, 4, 5].map((i) => ({
      customerId: i,
      recency: 10 * i,
      frequency: 6 - i,
      monetary: i,
    }));
    const { segments, customers } = migrateSegments({ before: ladder, after: ladder });
    expect(segments.length).toBe(10);
    expect(customers.map(({ from }) => from)).toEqual([
      "champions",
      "loyal",
      "need-attention",
      "hibernating",
      "hibernating",
    ]);
  });

  it("compares ids as JavaScript values", () => {
    const { totals } = migrateSegments({
      before: [customer(1, 5), customer("2", 15)],
      after: [customer("1", 5), customer(1n, 5), customer("2", 15)],
      ruler,
      scheme,
    });
    expect(totals).toMatchObject({ entered: 2, left: 1 });
  });

  it("changes neither rows nor ruler", () => {
    const frozen = Object.freeze(before.map((row) => Object.freeze({ ...row })));
    expect(() =>
      migrateSegments({ before: frozen, after: frozen, ruler: Object.freeze({ ...ruler }), scheme }),
    ).not.toThrow();
  });
});

describe("migrateSegments refuses", () => {
  const call = (options: object) => () =>
    migrateSegments({ before, after, ruler, scheme, ...options } as never);
  const row = (extra: object) => ({ ...customer("eve", 1), ...extra });

  it("customers who are missing, come twice, or are none", () => {
    for (const customerId of [undefined, null, "", Number.NaN]) {
      expectRefusal(call({ before: [row({}), row({ customerId })] }), {
        code: "missingCustomer",
        path: "before.customerId",
        row: 1,
      });
    }
    expectRefusal(call({ after: [row({}), customer("bob", 2), row({})] }), {
      code: "invalidCustomer",
      path: "after.customerId",
      row: 2,
      message: 'expected a customer that has no row yet, but row 0 is theirs, received "eve"',
    });
    expectRefusal(call({ after: [row({ customerId: {} })] }), {
      code: "invalidCustomer",
      path: "after.customerId",
      row: 0,
    });
    expectRefusal(call({ after: [row({}), null] }), { code: "invalidInput", path: "after", row: 1 });
    expectRefusal(call({ before: undefined }), { code: "invalidInput", path: "before" });
  });

  it("ids of one type before and another after", () => {
    const [numbers, strings, bigints] = [
      [1, 2],
      ["1", "2"],
      [1n, 2n],
    ].map((ids) => ids.map((id) => customer(id, 1)));
    expectRefusal(call({ before: numbers, after: strings }), {
      code: "invalidCustomer",
      path: "after.customerId",
      message:
        'expected ids of the type of those before, which are numbers, received "1" (all of these are strings, so everybody would have left and everybody entered: write the ids of both days alike)',
    });
    expectRefusal(call({ before: strings, after: bigints }), {
      code: "invalidCustomer",
      path: "after.customerId",
      message: "which are strings, received 1n (all of these are bigints",
    });
    for (const other of [[], [customer("1", 1), customer(3, 1)]]) {
      expect(call({ before: numbers, after: other })).not.toThrow();
      expect(call({ before: other, after: numbers })).not.toThrow();
    }
    expect(call({ before: [customer("old", 1)], after: [customer("new", 1)] })).not.toThrow();
  });

  it("columns, and says how to get rows", () => {
    const columns = computeRfm([{ customerId: "ada", date: "2024-01-01", amount: 3 }], { output: "columns" });
    const message =
      /^migrateSegments: "\w+": expected an array of customers, .* \(these are columns: pass the rows that computeRfm gives without output: "columns"\)$/;
    for (const given of [columns, segmentCustomers(scoreCustomers(columns)), { ...columns, recency: [1] }]) {
      expectRefusal(call({ before: given }), { code: "invalidInput", path: "before", message });
      expectRefusal(call({ after: given }), { code: "invalidInput", path: "after", message });
    }
    expectRefusal(call({ after: Promise.resolve(after) }), {
      code: "invalidInput",
      path: "after",
      message: /\(await it\)$/,
    });
    expectRefusal(call({ after: { customers: after } }), {
      code: "invalidInput",
      path: "after",
      message: /…$/,
    });
  });

  it("figures that are no numbers", () => {
    expectRefusal(call({ after: [row({ monetary: Number.NaN })] }), {
      code: "invalidValue",
      path: "after.monetary",
      row: 0,
    });
    expectRefusal(call({ before: [{ customerId: 1, recensy: 1, frequency: 1, monetary: 1 }] }), {
      code: "unknownColumn",
      path: "before.recency",
      row: 0,
      message: 'among "customerId", "recensy", "frequency", "monetary"',
    });
  });

  it("rulers of other bins, and what is no ruler", () => {
    const message = 'expected 2 bins, as the scheme "money" has, received 4';
    for (const other of [{ bins: 4 }, fitScores(before, { bins: 4 }), pandasQcut({ bins: 4 })] as const) {
      const empty = { before: [], after: [], ruler: other };
      expectRefusal(call(empty), { code: "binsMismatch", path: "ruler.bins.m", message });
    }
    expectRefusal(call({ ruler: { bin: 2 } }), {
      code: "unknownOption",
      path: "ruler.bin",
      message: 'did you mean "bins"?',
    });
    for (const none of [null, "frozen", 5, new Map()]) {
      expectRefusal(call({ ruler: none }), {
        code: "invalidOption",
        path: "ruler",
        message: "expected the options of a fit, a model of fitScores or a scorer, received ",
      });
    }
    const stored = JSON.stringify(fitScores(before, ruler));
    expectRefusal(call({ ruler: stored }), {
      code: "invalidOption",
      path: "ruler",
      message: /\(JSON\.parse it\)$/,
    });
    expectRefusal(call({ ruler: { kind: "clusterModel" } }), { code: "modelKind", path: "model.kind" });
    const cheat: Scorer = { ...pandasQcut({ bins: 2 }), score: () => ({ r: [], f: [], m: [] }) };
    expectRefusal(call({ ruler: cheat }), { code: "binsMismatch", path: "r" });
  });

  it("unknown options and what is no scheme", () => {
    expectRefusal(call({ sheme: scheme }), {
      code: "unknownOption",
      path: "sheme",
      message: 'did you mean "scheme"?',
    });
    expectRefusal(call({ scheme: { kind: "scoreModel" } }), { code: "modelKind", path: "scheme.kind" });
    expectRefusal(() => migrateSegments(undefined as never), { code: "invalidOption", path: "options" });
    const apart = migrateSegments as (...days: unknown[]) => unknown;
    expectRefusal(() => apart(before, after), {
      code: "invalidOption",
      path: "options",
      message: /\(pass { before, after }\)$/,
    });
  });
});

function flow(from: string | null, to: string | null, figures: object) {
  return { from, to, moved: 0, drifted: 0, ...figures };
}

function moved(
  customerId: string,
  from: string | null,
  held: string | null,
  to: string | null,
  monetaryBefore: number | null,
  monetaryAfter: number | null,
) {
  return { customerId, from, held, to, monetaryBefore, monetaryAfter };
}
