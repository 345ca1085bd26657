import { transactionLog } from "rfm-kit";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";

const row = { customerId: "ada", date: "2024-01-01", amount: 4, note: "x" as string | null };

describe("exclude", () => {
  it("counts a row under the first rule that is true, and lists rules that never were", () => {
    const { report } = transactionLog([row, { ...row, amount: 0 }, { ...row, amount: -3 }], {
      exclude: { nothing: (r) => r.amount === 0, small: (r) => r.amount <= 0, huge: (r) => r.amount > 1000 },
    });
    expect(report.dropped).toEqual({ nothing: 1, small: 1, huge: 0 });
    expect(report.droppedAmounts).toEqual({ nothing: 0, small: -3, huge: 0 });
    expect(report.rowsKept).toBe(1);
  });

  it("is not asked about rows that are invalid", () => {
    const seen: (string | null)[] = [];
    transactionLog([{ ...row, customerId: "" }, row], {
      invalid: "drop",
      exclude: { look: (r) => seen.push(r.customerId) < 0 },
    });
    expect(seen).toEqual(["ada"]);
  });

  it("lists reasons in the order they are looked for", () => {
    const rows = [row, row, { ...row, amount: 0 }, { ...row, customerId: "" }, { ...row, amount: -1 }];
    const { report } = transactionLog(rows, {
      exclude: { free: (r) => r.amount === 0 },
      duplicates: "drop",
      returns: "drop",
      invalid: "drop",
    });
    expect(Object.entries(report.dropped)).toEqual([
      ["missingCustomer", 1],
      ["free", 1],
      ["duplicate", 1],
      ["return", 1],
    ]);
  });
});

describe("duplicates", () => {
  const count = (rows: (typeof row)[]) => transactionLog(rows, { duplicates: "count" }).report.duplicates;

  it("are rows equal in every one of their own columns, whatever the columns' order", () => {
    const turned = { note: "x", amount: 4, date: "2024-01-01", customerId: "ada" };
    expect(count([row, { ...row }, turned, { ...row, note: "y" }, { ...row, note: null }])).toBe(2);
    expect(count([{ ...row, note: null }, row, { ...row, note: null }])).toBe(1);
  });

  it("are found after rows with columns of their own", () => {
    expect(
      count([row, { ...row, more: 1 } as typeof row, row, { ...row, more: undefined } as typeof row]),
    ).toBe(2);
  });

  it("compare values, not their texts, and columns by name", () => {
    const loose = [
      { ...row, a: 1, b: 2 },
      { ...row, a: "1", b: 2 },
      { ...row, a: 2, b: 1 },
      { ...row, a: 12 },
      { ...row, b: 12 },
    ];
    expect(count(loose)).toBe(0);
  });

  it("compare dates and Temporal values by what they say", () => {
    const at = (date: Date | Temporal.PlainDate) => ({ ...row, date });
    const rows = [
      at(new Date(5)),
      at(new Date(5)),
      at(new Date(6)),
      at(Temporal.PlainDate.from("2024-01-01")),
    ];
    const { report } = transactionLog([...rows, at(Temporal.PlainDate.from("2024-01-01"))], {
      duplicates: "count",
    });
    expect(report.duplicates).toBe(2);
  });

  it("compare arrays, bytes and objects by their contents, and what has none by identity", () => {
    const of = (values: unknown[]) => count(values.map((note) => ({ ...row, note }) as typeof row));
    expect(of([[1, 2], [1, 2], ["1", "2"], [], [null]])).toBe(1);
    expect(of([Uint8Array.of(255), Uint8Array.of(254), Uint8Array.of(255)])).toBe(1);
    expect(of([{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: Number.NaN }, { a: null }, { a: 1n }])).toBe(1);
    const set = new Set([1]);
    expect(of([set, new Set([2]), new Set([1]), set, new Map(), Object.create(null)])).toBe(1);
    const circle: unknown[] = [];
    circle.push(circle);
    expect(of([circle, circle])).toBe(1);
  });

  it("are not seen in instances that hide what they hold", () => {
    class Purchase {
      readonly #amount: number;
      constructor(amount: number) {
        this.#amount = amount;
      }
      get customerId() {
        return "ada";
      }
      get date() {
        return "2024-01-01";
      }
      get amount() {
        return this.#amount;
      }
    }
    const { report } = transactionLog([new Purchase(1), new Purchase(2), new Purchase(2)], {
      duplicates: "drop",
    });
    expect(report).toMatchObject({ rowsKept: 3, duplicates: 0, amount: 5 });
  });

  it("are counted among the rows read, and dropped after every other reason", () => {
    const rows = [row, row, { ...row, customerId: "" }, { ...row, customerId: "" }];
    const { report } = transactionLog(rows, { duplicates: "drop", invalid: "drop" });
    expect(report.duplicates).toBe(2);
    expect(report.dropped).toEqual({ missingCustomer: 2, duplicate: 1 });
  });

  it("are found in columns as in rows", () => {
    const columns = {
      customerId: { codes: [0, 1, 0, 0], values: ["ada", "bob"] },
      date: ["2024-01-01", "2024-01-01", "2024-01-01", "2024-01-02"],
      amount: Float64Array.of(1, 1, 1, 1),
    };
    expect(transactionLog(columns, { duplicates: "count" }).report.duplicates).toBe(1);
  });
});
