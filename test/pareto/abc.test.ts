import { abcClasses, type RfmErrorCode } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const worth = (...values: number[]) => values.map((monetary, i) => ({ id: i, monetary }));
const classes = (values: number[], options = {}) =>
  abcClasses(worth(...values), options)
    .map(({ abc }) => abc)
    .join("");

describe("abcClasses(rows, options)", () => {
  it("gives A to the rows that reach 80 %, B to those that reach 95 %, C to the rest", () => {
    // Falling: 50, 30 reach 80; 10, 5 reach 95; 4, 1 are the rest.
    expect(classes([4, 50, 10, 5, 30, 1])).toBe("CABBAC");
    // 79 of 100 is not 80 yet: the next one crosses the line, and is inside it.
    expect(classes([79, 10, 6, 5])).toBe("AABC");
  });

  it("adds the share that a row and all better ones hold, and keeps the columns", () => {
    expect(abcClasses(worth(25, 75), { a: 0.7 })).toEqual([
      { id: 0, monetary: 25, abc: "B", cumulativeShare: 1 },
      { id: 1, monetary: 75, abc: "A", cumulativeShare: 0.75 },
    ]);
  });

  it("gives equal values one class and one share, wherever they stand", () => {
    // Any three of the four hold 75 %, so the line at 80 % crosses the fourth: all are in A.
    expect(classes([5, 5, 5, 5])).toBe("AAAA");
    // Better rows than the two of 10 hold 80 %, which A reaches: both are in B.
    expect(abcClasses(worth(10, 80, 10)).map(({ abc, cumulativeShare }) => [abc, cumulativeShare])).toEqual([
      ["B", 1],
      ["A", 0.8],
      ["B", 1],
    ]);
  });

  it("takes other lines, another value and negative ones as 0", () => {
    expect(classes([50, 30, 20], { a: 0.5, b: 0.8 })).toBe("ABC");
    expect(classes([50, 30, 20], { a: 0, b: 1 })).toBe("BBB");
    const products = [
      { sku: "tea", sold: 1, price: 2 },
      { sku: "pot", sold: 1, price: 300 },
    ];
    expect(abcClasses(products, { value: ({ sold, price }) => sold * price }).map(({ abc }) => abc)).toEqual([
      "C",
      "A",
    ]);
    expect(classes([-5, 95, 5], { negative: "floor" })).toBe("CAC");
  });

  it("refuses rows that no column can be added to", () => {
    expectRefusal(() => abcClasses([5] as never, { value: () => 1 }), {
      code: "invalidInput",
      path: "rows",
      row: 0,
    });
  });

  it("puts rows without value in C, and everybody where there is no value at all", () => {
    expect(classes([10, 0], { b: 1 })).toBe("AC");
    expect(abcClasses(worth(0, 0)).map(({ abc, cumulativeShare }) => [abc, cumulativeShare])).toEqual([
      ["C", 0],
      ["C", 0],
    ]);
    expect(abcClasses([])).toEqual([]);
  });

  it.each<[object, RfmErrorCode, string, string]>([
    [{ a: 80 }, "invalidOption", "a", "did you mean 0.8?"],
    [{ a: 0.9, b: 0.5 }, "invalidOption", "b", "at least 0.9, where class A ends"],
    [{ a: 0.96 }, "invalidOption", "b", "received 0.95"],
    [{ c: 1 }, "unknownOption", "c", ""],
    [{}, "negativeValue", "monetary", 'negative: "floor"'],
  ])("refuses %j", (options, code, path, message) => {
    const row = code === "negativeValue" ? { row: 1 } : {};
    expectRefusal(() => abcClasses(worth(1, code === "negativeValue" ? -1 : 1), options), {
      code,
      path,
      message,
      ...row,
    });
  });
});
