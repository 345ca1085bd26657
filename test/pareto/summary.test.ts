import { summarizePareto } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const customers = [{ monetary: 80 }, { monetary: 10 }, { monetary: 6 }, { monetary: 4 }];

describe("summarizePareto(customers)", () => {
  it("tells what the top fifth holds, and who holds four fifths", () => {
    expect(summarizePareto(customers)).toEqual({
      customers: 4,
      top: 0.2,
      topCustomers: 1,
      topShare: 0.8,
      share: 0.8,
      customersForShare: 1,
      customerShare: 0.25,
      // Σ (2i − n − 1) x(i) / (n Σ x) = (−3 · 4 − 1 · 6 + 1 · 10 + 3 · 80) / (4 · 100)
      gini: 0.58,
    });
  });

  it("takes another value, another top and another share", () => {
    const rows = [{ spend: 3 }, { spend: -1 }, { spend: 1 }];
    const summary = summarizePareto(rows, { value: "spend", negative: "floor", top: 0.5, share: 0.9 });
    expect(summary).toMatchObject({ topCustomers: 2, topShare: 1, customersForShare: 2 });
  });

  it("has nothing to tell of nobody", () => {
    expect(summarizePareto([])).toMatchObject({ customers: 0, topCustomers: 0, topShare: 0, gini: 0 });
  });

  it("refuses a percentage, and a negative value", () => {
    const refused = { code: "invalidOption", path: "top", message: "did you mean 0.2?" } as const;
    expectRefusal(() => summarizePareto(customers, { top: 20 }), refused);
    expectRefusal(() => summarizePareto([{ monetary: -1 }]), {
      code: "negativeValue",
      path: "monetary",
      row: 0,
    });
  });
});
