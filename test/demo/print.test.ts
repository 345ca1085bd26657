import { scoreCustomers, segmentCustomers } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { formatCount, formatDecimal, formatMoney, formatShare } from "../../demo/print/format.js";
import { formatPareto } from "../../demo/print/pareto.js";
import { formatQuestions } from "../../demo/print/questions.js";
import { formatTable } from "../../demo/print/table.js";

describe("formatTable", () => {
  it("stands the first column at the left and the others at the right", () => {
    const table = formatTable(
      ["who", "n"],
      [
        ["ada lovelace", "7"],
        ["bob", "1,000"],
      ],
    );
    expect(table.split("\n")).toEqual([
      "who               n",
      "------------  -----",
      "ada lovelace      7",
      "bob           1,000",
    ]);
  });
});

describe("formats", () => {
  it("writes numbers as English readers do", () => {
    expect(formatCount(541909)).toBe("541,909");
    expect(formatDecimal(17.5)).toBe("17.5");
    expect(formatDecimal(17)).toBe("17");
    expect(formatMoney(8911407.9)).toBe("8,911,407.90");
    expect(formatShare(0.7464)).toBe("74.6 %");
    expect(formatMoney(null)).toBe("–");
  });
});

describe("formatPareto", () => {
  const customers = (amounts: number[]) =>
    amounts.map((monetary, place) => {
      const scores = { r: 5, f: 5, m: 5, rfm: "555", segment: "champions" } as const;
      return { customerId: String(place), recency: 1, frequency: 1, tenure: 1, monetary, ...scores };
    });

  it("says how many customers bring how much", () => {
    // Of 100 in all: the best of five brings 70; 70 + 15 ≥ 80 takes two. Sorted 3, 5, 7, 15, 70:
    // Gini = (−4·3 − 2·5 + 0·7 + 2·15 + 4·70) / (5 · 100) = 288 / 500.
    expect(formatPareto(customers([5, 70, 3, 15, 7]))).toBe(
      "The top 20 % of customers (1) bring 70.0 % of revenue; " +
        "80 % of revenue comes from 2 customers (40.0 %). Gini 0.576.",
    );
  });

  it("counts who returned more than was bought as 0, and says so", () => {
    expect(formatPareto(customers([50, -20]))).toMatch(
      /bring 100\.0 %.*\nCustomers who returned more than they bought, and count as 0 here: 1\.$/,
    );
  });
});

describe("formatQuestions", () => {
  it("answers in three lines", () => {
    const scored = segmentCustomers(
      scoreCustomers(
        [5, 70, 3, 15, 7].map((monetary, i) => ({
          customerId: `c${i}`,
          recency: i,
          frequency: 1,
          monetary,
          tenure: 9,
        })),
      ),
    );
    expect(formatQuestions(scored).split("\n")).toEqual([
      "1 of 5 customers (20.0 %) brings 70.0 % of revenue.",
      "No loyal customer is slipping.",
      "No inactive customer is worth reactivating.",
    ]);
  });
});
