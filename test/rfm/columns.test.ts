import { computeRfm, fitScores, scoreCustomers, segmentCustomers, sumScores } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const orders = Array.from({ length: 300 }, (_, i) => ({
  customerId: `C${(i * 17) % 41}`,
  orderId: i,
  date: `2024-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + ((i * 7) % 28)).padStart(2, "0")}`,
  amount: ((i * 37) % 500) / 10,
}));
const rows = computeRfm(orders);
const columns = computeRfm(orders, { output: "columns" });

/** Columns turned into rows. */
function rowsOf(table: object): object[] {
  const entries = Object.entries(table) as [string, ArrayLike<unknown>][];
  return Array.from({ length: entries[0][1].length }, (_, i) =>
    Object.fromEntries(entries.map(([name, column]) => [name, column[i]])),
  );
}

describe('computeRfm(…, { output: "columns" })', () => {
  it("holds what the rows hold", () => {
    expect(rowsOf(columns)).toEqual(rows);
    expect(columns.recency).toBeInstanceOf(Float64Array);
  });

  it("goes through scores and segments as rows do", () => {
    expect(rowsOf(scoreCustomers(columns))).toEqual([...scoreCustomers(rows)]);
    expect(rowsOf(scoreCustomers(columns, { bins: 4 }))).toEqual([...scoreCustomers(rows, { bins: 4 })]);
    const ruler = fitScores(columns);
    expect(rowsOf(scoreCustomers(columns, ruler))).toEqual([...scoreCustomers(rows, ruler)]);
    expect(fitScores(columns)).toEqual(fitScores(rows));
    const segmented = segmentCustomers(scoreCustomers(columns));
    expect(rowsOf(segmented)).toEqual(segmentCustomers(scoreCustomers(rows)));
    expect(sumScores({ r: segmented.r[0], f: segmented.f[0], m: segmented.m[0] })).toBeGreaterThan(2);
  });

  it("is empty for no transactions", () => {
    const none = computeRfm([] as typeof orders, { output: "columns" });
    expect(rowsOf(segmentCustomers(scoreCustomers(none)))).toEqual([]);
  });

  it("refuses columns of other bins, of unequal length and of what is no number", () => {
    expectRefusal(() => segmentCustomers(scoreCustomers(columns, { bins: 4 }) as never), {
      code: "binsMismatch",
      path: "r",
    });
    const short = { ...columns, monetary: columns.monetary.subarray(1) };
    expectRefusal(() => scoreCustomers(short), { code: "unequalLengths", path: "monetary" });
    const broken = {
      ...columns,
      frequency: columns.frequency.map((value, i) => (i === 3 ? Number.NaN : value)),
    };
    expectRefusal(() => scoreCustomers(broken), { code: "invalidValue", path: "frequency", row: 3 });
    const plain = { ...columns, recency: [...columns.recency] } as never;
    expectRefusal(() => scoreCustomers(plain), { code: "invalidInput", path: "recency" });
    expectRefusal(() => segmentCustomers({ r: [5], f: [6], m: [1] }), {
      code: "binsMismatch",
      path: "f",
      row: 0,
    });
    expectRefusal(() => segmentCustomers({ r: [5], f: [], m: [1] }), { code: "unequalLengths", path: "f" });
  });
});
