import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mutants } from "./mutants.js";

describe("mutants", () => {
  it("have names of their own, as the one to plant is found by its name", () => {
    const names = mutants.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it("change a single place of the source each", () => {
    const places = mutants.map(({ name, file, find }) => {
      const source = readFileSync(new URL(`../../src/${file}`, import.meta.url), "utf8");
      return { name, places: source.split(find).length - 1 };
    });
    expect(places.filter((mutant) => mutant.places !== 1)).toEqual([]);
  });
});
