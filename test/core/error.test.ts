import { computeRfm, RfmError } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { checkChoice, checkOptions } from "../../src/core/options.js";

describe("RfmError", () => {
  it("says where and what was expected, in one sentence", () => {
    const rows = [{ customerId: "a", date: "2024-01-01", amount: 1 }];
    const bad = Array.from({ length: 17 }, () => rows[0]);
    expect(() => computeRfm([...bad, { ...rows[0], date: "31/12/2024" }])).toThrowError(
      'computeRfm: "date" of row 17: expected a Date, epoch milliseconds, an ISO 8601 string or a Temporal value, ' +
        'received "31/12/2024" (write it as "2024-03-01" or "2024-03-01 10:15")',
    );
  });

  it("carries code, path and row, and is an Error", () => {
    const error = new RfmError({ caller: "f", code: "invalidDate", path: "date", row: 3, expected: "x" });
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code, error.path, error.row]).toEqual(["RfmError", "invalidDate", "date", 3]);
    expect(error.message).toBe('f: "date" of row 3: expected x');
  });

  it.each([
    ["x".repeat(100), `"${"x".repeat(59)}…`],
    [12n, "12n"],
    [new Date(Number.NaN), "an invalid Date"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [undefined, "undefined"],
    [null, "null"],
    [() => 1, "a function"],
    [{ a: 1 }, '{"a":1}'],
    [{ a: 1n }, "an object"],
  ])("shows %s readably", (received, text) => {
    const error = new RfmError({ caller: "f", code: "invalidOption", path: "p", expected: "x", received });
    expect(error.message).toBe(`f: "p": expected x, received ${text}`);
  });
});

describe("options", () => {
  it("are refused where they are unknown, with the name that was meant", () => {
    expect(() => checkOptions("f", { timezone: 1 }, ["timeZone", "asOf"])).toThrowError(
      'f: "timezone": expected an option among "timeZone", "asOf" (did you mean "timeZone"?)',
    );
    expect(() => checkOptions("f", { colour: 1 }, ["asOf"])).toThrowError(
      'f: "colour": expected an option among "asOf"',
    );
    expect(() => checkOptions("f", [], ["asOf"])).toThrowError(
      'f: "options": expected a plain object, received []',
    );
    expect(() => checkOptions("f", null, ["asOf"])).toThrowError("received null");
  });

  it("are refused outside of their choices, with the choice that was meant", () => {
    expect(checkChoice("f", "returns", "net", ["net", "drop"])).toBe("net");
    expect(() => checkChoice("f", "returns", "Net", ["net", "drop"])).toThrowError(
      'f: "returns": expected "net" or "drop", received "Net" (did you mean "net"?)',
    );
    expect(() => checkChoice("f", "returns", 5, ["net", "drop"])).toThrowError("received 5");
  });
});
