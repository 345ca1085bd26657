import { abcClasses, giniCoefficient, paretoShare, summarizePareto } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const columns = { customerId: ["a", "b"], monetary: Float64Array.of(30, -1), spend: Float64Array.of(1, 3) };

describe("measures of columns", () => {
  it("measure the column that is named, or monetary", () => {
    expect(paretoShare(columns, { value: "spend", top: 0.5 })).toBe(0.75);
    expect(paretoShare(columns, { negative: "floor", top: 0.5 })).toBe(1);
    expect(abcClasses(columns, { value: "spend", a: 0.7 }).abc).toEqual(["B", "A"]);
  });

  it("have nothing to tell of nobody", () => {
    expect(giniCoefficient({ monetary: Float64Array.of() })).toBe(0);
  });

  it("refuse a negative value by its place", () => {
    const refused = { code: "negativeValue", path: "monetary", row: 1 } as const;
    expectRefusal(() => summarizePareto(columns), refused);
  });

  it("refuse a name that no column has, with the one that was meant", () => {
    const refused = { code: "unknownColumn", path: "value", message: 'did you mean "spend"?' } as const;
    // @ts-expect-error
    expectRefusal(() => paretoShare(columns, { value: "spent", top: 0.5 }), refused);
  });

  it("refuse a column that holds no numbers, and a function", () => {
    const noNumbers = { code: "invalidInput", path: "customerId", message: "a Float64Array" } as const;
    // @ts-expect-error
    expectRefusal(() => giniCoefficient(columns, { value: "customerId" }), noNumbers);
    const noName = { code: "invalidOption", path: "value", message: "the name of a column" } as const;
    // @ts-expect-error
    expectRefusal(() => giniCoefficient(columns, { value: () => 1 }), noName);
  });
});
