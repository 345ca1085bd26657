import { describe, expect, it } from "vitest";
import { toIso, toIsoDates, toNumber, toNumbers } from "../../demo/export/text.js";

describe("toNumber", () => {
  it.each([
    ["5", 5],
    [" 2.55 ", 2.55],
    ["-1", -1],
    ["1e3", 1000],
  ])("reads %j", (text, number) => {
    expect(toNumber(text)).toBe(number);
  });

  it.each(["", "  ", "1,234.50", "£5", "5 EUR", "(3.20)", "1.234,50", "n/a"])("does not guess %j", (text) => {
    expect(toNumber(text)).toBeNaN();
  });

  it("reads a column, and a field that is empty as no number", () => {
    const column = { codes: Int32Array.of(1, 0, -1, 1), values: ["x", "2.5"] };
    expect([...toNumbers(column)]).toEqual([2.5, Number.NaN, Number.NaN, 2.5]);
  });
});

describe("toIso", () => {
  it.each([
    ["12/1/2010 8:26", "2010-12-01 08:26"],
    ["1/31/2011 18:05:59", "2011-01-31 18:05:59"],
    ["02-03-2024", "2024-02-03"],
    ["2.3.2024T09:00", "2024-02-03 09:00"],
  ])("reads %j with the month first", (text, iso) => {
    expect(toIso(text, "mdy")).toBe(iso);
  });

  it.each([
    ["1.12.2010 08:26", "2010-12-01 08:26"],
    ["31/1/2011", "2011-01-31"],
  ])("reads %j with the day first", (text, iso) => {
    expect(toIso(text, "dmy")).toBe(iso);
  });

  it("leaves an impossible date to the library", () => {
    expect(toIso("13/1/2010", "mdy")).toBe("2010-13-01");
    expect(toIso("30/2/2010", "dmy")).toBe("2010-02-30");
  });

  it.each(["12/1/10", "2010-12-01", "12/1-2010", "12/1/2010 8:2", "12/1/2010 8:26 PM", "soon", ""])(
    "leaves %j as it is",
    (text) => {
      expect(toIso(text, "mdy")).toBe(text);
    },
  );

  it("does not touch dates that are said to be ISO", () => {
    const column = { codes: Int32Array.of(0), values: ["12/1/2010"] };
    expect(toIsoDates(column, "iso")).toBe(column);
    expect(toIsoDates(column, "dmy").values).toEqual(["2010-01-12"]);
  });
});
