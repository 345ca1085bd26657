import { fitScores, type ScoreModel, scoreCustomers, sumScores, weighScores } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const customers = (values: number[]) =>
  values.map((value) => ({ recency: value, frequency: value, monetary: value }));
const scores = (values: number[], axis: "r" | "f" | "m", options = {}) =>
  scoreCustomers(customers(values), options).map((customer) => customer[axis]);

describe("fitScores(customers, options)", () => {
  it("tells cut points, real sizes and nominal ones", () => {
    const model = fitScores(customers([1, 1, 1, 1, 1, 1, 2, 2, 3, 5]));
    expect(model.cuts.frequency).toEqual([1, 1, 1.4, 2.2]);
    expect(model.sizes).toEqual({ r: [2, 2, 0, 0, 6], f: [6, 0, 0, 2, 2], m: [6, 0, 0, 2, 2] });
    expect(model.nominal).toEqual({ r: 2, f: 2, m: 2 });
    expect(model.customers).toBe(10);
  });

  it("takes bins that differ, one bin, and cut points in the caller's units", () => {
    const model = fitScores(customers([1, 2, 3, 4]), { bins: { r: 2, m: 1 }, cuts: { frequency: [2, 3.5] } });
    expect(model.bins).toEqual({ r: 2, f: 3, m: 1 });
    expect(model.cuts).toEqual({ recency: [2.5], frequency: [2, 3.5], monetary: [] });
    expect(model.sizes).toEqual({ r: [2, 2], f: [2, 1, 1], m: [4] });
    expect(model.nominal).toEqual({ r: 2, f: null, m: 4 });
  });

  it("freezes its model, which survives JSON", () => {
    const model = fitScores(customers([3, 1, 2]));
    expect(Object.isFrozen(model) && Object.isFrozen(model.cuts.recency)).toBe(true);
    const copy: ScoreModel = JSON.parse(JSON.stringify(model));
    expect(copy).toEqual(model);
    expect(scoreCustomers(customers([9, 0]), copy)).toEqual(scoreCustomers(customers([9, 0]), model));
  });

  it("refuses an empty population", () => {
    expectRefusal(() => fitScores([]), { code: "emptyPopulation", path: "customers" });
  });

  it.each([0, -1, 2.5, 1001, Number.NaN, "5", null])("refuses %s bins", (bins) => {
    expectRefusal(() => fitScores(customers([1]), { bins: { r: bins } } as object), {
      code: "invalidBins",
      path: "bins.r",
    });
  });

  it("refuses bins of another kind, and by other names", () => {
    expectRefusal(() => fitScores(customers([1]), { bins: "5" } as never), {
      code: "invalidBins",
      path: "bins",
      message: "or { r, f, m }",
    });
    expectRefusal(() => fitScores(customers([1]), { bins: { recency: 4 } } as never), {
      code: "unknownOption",
      path: "bins.recency",
    });
  });

  it("refuses cut points that are not ascending numbers, or not as many as the bins want", () => {
    for (const frequency of [[2, 1], [1, 1], [Number.NaN], "1,2", [Number.POSITIVE_INFINITY], new Array(4)]) {
      expectRefusal(() => fitScores(customers([1]), { cuts: { frequency } } as object), {
        code: "invalidBins",
        path: "cuts.frequency",
      });
    }
    expectRefusal(() => fitScores(customers([1]), { bins: 5, cuts: { frequency: [1, 2] } }), {
      code: "invalidBins",
      path: "cuts.frequency",
      message: "expected 4 cut points for 5 bins, received 2",
    });
    expectRefusal(() => fitScores(customers([1]), { cuts: { freq: [1] } } as object), {
      code: "unknownOption",
      path: "cuts.freq",
    });
  });

  it("refuses values that are no numbers, by column and row", () => {
    const rows = [...customers([1, 2]), { recency: 1, frequency: Number.NaN, monetary: 1 }];
    expectRefusal(() => fitScores(rows), { code: "invalidValue", path: "frequency", row: 2 });
    expectRefusal(() => fitScores([{ recency: 1, frequency: 1 }] as never), {
      code: "unknownColumn",
      path: "monetary",
    });
    expectRefusal(() => fitScores([null] as never), { code: "invalidInput", path: "customers", row: 0 });
    expectRefusal(() => fitScores("customers" as never), { code: "invalidInput", path: "customers" });
  });
});

describe("scoreCustomers(customers, ruler)", () => {
  it("scores a value on a cut point in the lower bin, and recency the other way round", () => {
    expect(scores([1, 2, 3, 4, 5], "m", { cuts: { monetary: [2, 4] } })).toEqual([1, 1, 2, 2, 3]);
    expect(scores([1, 2, 3, 4, 5], "r", { cuts: { recency: [2, 4] } })).toEqual([3, 3, 2, 2, 1]);
  });

  it("skips scores where cut points collapse, instead of failing", () => {
    expect(scores([1, 1, 1, 1, 1, 1, 2, 2, 3, 5], "f")).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 5, 5]);
    expect(scores([7, 7, 7], "f")).toEqual([1, 1, 1]);
    expect(scores([7, 7, 7], "r")).toEqual([5, 5, 5]);
    expect(scores([7], "m", { bins: 10 })).toEqual([1]);
  });

  it("takes every model it fits, however near values lie", () => {
    const near = customers([0.3, 0.30000000000000004, 0.3000000000000001, 5e-324, 1e-323]);
    for (let bins = 1; bins <= 100; bins++) {
      const model = fitScores(near, { bins });
      expect(scoreCustomers(near, model)).toEqual(scoreCustomers(near, { bins }));
    }
  });

  it("carries the figures of instances that compute them", () => {
    class Customer {
      readonly recency = 1;
      readonly frequency = 2;
      readonly #cents = 300;
      get monetary() {
        return this.#cents / 100;
      }
    }
    expect(scoreCustomers([new Customer()])[0]).toMatchObject({ recency: 1, frequency: 2, monetary: 3 });
  });

  it("keeps a column called __proto__ a column", () => {
    const [row] = scoreCustomers([
      JSON.parse('{"__proto__":{"evil":1},"recency":1,"frequency":1,"monetary":1}'),
    ]);
    expect(Object.hasOwn(row, "__proto__")).toBe(true);
    expect((row as { evil?: number }).evil).toBeUndefined();
  });

  it("names the cell, joined by - past 9 bins", () => {
    const ten = Array.from({ length: 10 }, (_, i) => i);
    expect(scoreCustomers(customers(ten), { bins: 9 })[9].rfm).toBe("199");
    expect(scoreCustomers(customers(ten), { bins: { r: 5, f: 10 } }).map((customer) => customer.rfm)).toEqual(
      ["5-1-1", "5-2-1", "4-3-2", "4-4-2", "3-5-3", "3-6-3", "2-7-4", "2-8-4", "1-9-5", "1-10-5"],
    );
  });

  it("keeps every column and its input, and replaces columns of its own names", () => {
    const input = Object.freeze([Object.freeze({ ...customers([1])[0], id: "ada", r: "old" })]);
    expect(scoreCustomers(input)).toEqual([
      { recency: 1, frequency: 1, monetary: 1, id: "ada", r: 5, f: 1, m: 1, rfm: "511" },
    ]);
    expect(input[0].r).toBe("old");
  });

  it("gives nothing for nothing, but checks the ruler all the same", () => {
    expect(scoreCustomers([])).toEqual([]);
    expectRefusal(() => scoreCustomers([], { bin: 5 } as object), { code: "unknownOption", path: "bin" });
  });

  it("applies a model to customers beyond the range it was fitted to", () => {
    const model = fitScores(customers([10, 20, 30, 40, 50]));
    expect(scoreCustomers(customers([-5, 1000]), model).map((customer) => customer.rfm)).toEqual([
      "511",
      "155",
    ]);
  });

  it("refuses a model of another kind or version, and one that was damaged", () => {
    const model = fitScores(customers([1, 2, 3]));
    const refuses = (change: object, code: "modelKind" | "modelVersion" | "invalidBins", path: string) =>
      expectRefusal(() => scoreCustomers(customers([1]), { ...model, ...change } as ScoreModel), {
        code,
        path,
      });
    refuses({ version: 2 }, "modelVersion", "model.version");
    refuses({ kind: "segmentScheme" }, "modelKind", "model.kind");
    refuses({ cuts: { ...model.cuts, recency: [1, 2] } }, "invalidBins", "model.bins.r");
    refuses({ cuts: { ...model.cuts, monetary: [4, 3, 2, 1] } }, "invalidBins", "model.cuts.monetary");
    refuses({ cuts: undefined }, "invalidBins", "model.cuts.recency");
  });
});

describe("composite scores", () => {
  it("are the sum and the weighted mean", () => {
    expect(sumScores({ r: 5, f: 1, m: 3 })).toBe(9);
    expect(weighScores({ r: 5, f: 1, m: 3 }, { r: 1, f: 1, m: 1 })).toBe(3);
    expect(weighScores({ r: 5, f: 1, m: 3 }, { r: 3, f: 1, m: 0 })).toBe(4);
  });

  it("stay on the scale of the scores, however the weights round", () => {
    for (let a = 0; a <= 100; a++) {
      for (const [r, f, m] of [
        [5, 5, 5],
        [3, 3, 3],
        [5, 1, 3],
      ]) {
        const weighed = weighScores({ r, f, m }, { r: a / 100, f: 0.3, m: 0.2 });
        expect(weighed >= Math.min(r, f, m) && weighed <= Math.max(r, f, m)).toBe(true);
        expect(weighed).toBeCloseTo(((a / 100) * r + 0.3 * f + 0.2 * m) / (a / 100 + 0.5), 12);
      }
    }
  });

  it("refuse scores and weights that are no numbers", () => {
    expectRefusal(() => sumScores({ r: "5", f: 4, m: 3 } as never), {
      code: "invalidOption",
      path: "scores.r",
    });
    expectRefusal(() => sumScores(null as never), { code: "invalidOption", path: "scores.r" });
    expectRefusal(() => weighScores({ r: 1, f: 1, m: 1 }, undefined as never), {
      code: "invalidOption",
      path: "weights.r",
    });
  });

  it("refuse weights that cannot be", () => {
    expectRefusal(() => weighScores({ r: 1, f: 1, m: 1 }, { r: -1, f: 1, m: 1 }), {
      code: "invalidOption",
      path: "weights.r",
    });
    expectRefusal(() => weighScores({ r: 1, f: 1, m: 1 }, { r: 0, f: 0, m: 0 }), {
      code: "invalidOption",
      path: "weights",
    });
  });
});
