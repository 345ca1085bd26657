import { describe, expect, it } from "vitest";
import { readFlags } from "../../demo/flags.js";

describe("readFlags", () => {
  it("asks for the simulated shop where there is no file", () => {
    const flags = readFlags([]);
    expect(flags.file).toBeUndefined();
    expect(flags.out).toBe("customer_segmentation_ready.csv");
    expect(flags.cleaning).toEqual({ dates: "iso", duplicates: "count" });
  });

  it("reads every flag", () => {
    const flags = readFlags(
      ["a.csv", "--customer", "who", "--dates=mdy", "--returns", "match", "--duplicates", "drop"].concat([
        ...["--time-zone", "Europe/London", "--as-of", "2024-01-01", "--out", "b.csv", "--delimiter", "tab"],
      ]),
    );
    expect(flags).toMatchObject({
      file: "a.csv",
      columns: { customer: "who" },
      cleaning: { dates: "mdy", returns: "match", duplicates: "drop", timeZone: "Europe/London" },
      asOf: "2024-01-01",
      out: "b.csv",
      delimiter: "\t",
    });
  });

  it.each([
    [["a.csv", "b.csv"], "Give one file, not 2."],
    [["--price", "x"], "--price is for a file: give one."],
    [["a.csv", "--dates", "us"], '--dates takes iso, mdy, dmy, not "us".'],
    [["a.csv", "--nope"], "Unknown option '--nope'; --help lists the flags."],
    [["a.csv", "--out"], "Option '--out <value>' argument missing; --help lists the flags."],
  ])("refuses %j in a sentence", (args, message) => {
    expect(() => readFlags(args)).toThrow(message);
  });
});
