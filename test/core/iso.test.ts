import { describe, expect, it } from "vitest";
import { parseIso } from "../../src/core/iso.js";

const HOUR = 3_600_000;

describe("parseIso(text)", () => {
  it("reads a date, and a date-time with T or a space between", () => {
    expect(parseIso("2024-02-29")).toEqual({ wall: Date.UTC(2024, 1, 29), offset: undefined });
    const wall = Date.UTC(2011, 11, 9, 12, 50, 7);
    expect(parseIso("2011-12-09T12:50:07")).toEqual({ wall, offset: undefined });
    expect(parseIso("2011-12-09 12:50:07")).toEqual({ wall, offset: undefined });
    expect(parseIso("2011-12-09 12:50")).toEqual({ wall: wall - 7000, offset: undefined });
  });

  it("reads fractions of a second to the millisecond below", () => {
    const wall = Date.UTC(2024, 0, 1);
    expect(parseIso("2024-01-01T00:00:00.5")?.wall).toBe(wall + 500);
    expect(parseIso("2024-01-01T00:00:00.57")?.wall).toBe(wall + 570);
    expect(parseIso("2024-01-01T00:00:00.123999999")?.wall).toBe(wall + 123);
  });

  it("reads offsets as Z, ±hh, ±hhmm and ±hh:mm", () => {
    const wall = Date.UTC(2024, 0, 1, 10);
    expect(parseIso("2024-01-01T10:00Z")).toEqual({ wall, offset: 0 });
    expect(parseIso("2024-01-01 10:00:00+00")).toEqual({ wall, offset: 0 });
    expect(parseIso("2024-01-01T10:00+0530")).toEqual({ wall, offset: 5.5 * HOUR });
    expect(parseIso("2024-01-01 10:00:00 -0500")).toEqual({ wall, offset: -5 * HOUR });
    expect(parseIso("2024-01-01T10:00:00.000-03:00")).toEqual({ wall, offset: -3 * HOUR });
  });

  it("passes over the annotations that Temporal writes", () => {
    const wall = Date.UTC(2024, 0, 1, 10);
    expect(parseIso("2024-01-01[u-ca=hebrew]")?.wall).toBe(Date.UTC(2024, 0, 1));
    expect(parseIso("2024-01-01T10:00:00+01:00[Europe/Paris]")).toEqual({ wall, offset: HOUR });
  });

  it("agrees with the platform on every day of four hundred years and their first and last", () => {
    for (let day = Date.UTC(1800, 0, 1); day < Date.UTC(2200, 0, 1); day += 24 * HOUR) {
      const text = new Date(day).toISOString().slice(0, 10);
      if (parseIso(text)?.wall !== day) expect(parseIso(text)?.wall, text).toBe(day);
    }
    expect(parseIso("0000-01-01")?.wall).toBe(Date.parse("0000-01-01T00:00:00Z"));
    expect(parseIso("9999-12-31")?.wall).toBe(Date.parse("9999-12-31T00:00:00Z"));
  });

  it.each([
    "",
    "2024",
    "2024-01",
    "20240105",
    "2024-1-5",
    "2024-02-30",
    "2023-02-29",
    "1900-02-29",
    "2024-04-31",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "31/12/2024",
    "12/31/2024 10:00",
    "2024-01-01T",
    "2024-01-01T10",
    "2024-01-01T24:00",
    "2024-01-01T10:60",
    "2024-01-01T10:00:60",
    "2024-01-01T10:00:00.",
    "2024-01-01T10:00:00,5",
    "2024-01-01X10:00",
    "2024-01-01T10:00 UTC",
    "2024-01-01T10:00+5",
    "2024-01-01T10:00+05:3",
    "2024-01-01T10:00+25:00",
    "2024-01-01T10:00Zz",
    "2024-01-01T10:00 Z",
    "2024-01-01T10:00  +01",
    "2024-01-01T10:00 ",
    "2024-01-01 ",
    " 2024-01-01",
    "2024-01-01]",
    "+002024-01-01",
    "Jan 5, 2024",
    "2024-03-01[31/12/2024]",
    "2024-03-01T23:30[America/New_York]",
  ])("refuses %j", (text) => {
    expect(parseIso(text)).toBeUndefined();
  });
});
