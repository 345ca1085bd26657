import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BigMap } from "../../src/core/big-map.js";
import { IntegerMap, isInteger32 } from "../../src/core/integer-map.js";

const smallest = -(2 ** 31);
const largest = 2 ** 31 - 1;

describe("IntegerMap", () => {
  it("holds what a Map holds", () => {
    const key = fc.oneof(fc.integer({ min: smallest, max: largest }), fc.integer({ min: -40, max: 400 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat({ max: largest - 1 }))), (entries) => {
        const [found, expected] = [new IntegerMap(), new Map<number, number>()];
        for (const [integer, value] of entries) {
          found.set(integer, value);
          expected.set(integer, value);
        }
        for (const [integer, value] of expected) expect(found.get(integer)).toBe(value);
        for (const other of [0, 7, -1, smallest, largest])
          expect(found.get(other)).toBe(expected.get(other) ?? -1);
      }),
    );
  });

  it("holds runs and strides of ids", () => {
    for (const stride of [1, 1024, 4096, 2 ** 16]) {
      const map = new IntegerMap();
      for (let i = 0; i < 20_000; i++) map.set((i * stride) | 0, i);
      const last = new Map(Array.from({ length: 20_000 }, (_, i) => [(i * stride) | 0, i]));
      for (const [integer, value] of last) expect(map.get(integer)).toBe(value);
    }
  });

  it("takes 32-bit integers alone", () => {
    expect([0, -0, smallest, largest].every(isInteger32)).toBe(true);
    expect([0.5, 2 ** 31, Number.NaN, Number.POSITIVE_INFINITY, 1n, "1", null].some(isInteger32)).toBe(false);
  });
});

describe("BigMap", () => {
  it("goes on where a part is full", () => {
    const map = new BigMap<string, number>(3);
    for (let i = 0; i < 10; i++) map.add(`k${i}`, i);
    for (let i = 0; i < 10; i++) expect(map.get(`k${i}`)).toBe(i);
    expect(map.get("k10")).toBeUndefined();
  });
});
