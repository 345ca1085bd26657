import { describe, expect, it } from "vitest";
import { openRandom, xoshiro128 } from "../../src/core/random.js";
import { expectRefusal } from "../refusal.js";

/** What https://prng.di.unimi.it/xoshiro128starstar.c prints, seeded by splitmix64.c of the same place. */
const FIRST = [
  11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
];
const THOUSAND_AND_FIRST = 136054147;
const SEEDED: [seed: number, words: number[]][] = [
  [0, [3737715805, 2584255861, 2876756834, 3286328325]],
  [1, [1695105466, 1423115009, 634581793, 1068227753]],
  [2024, [556154494, 1372792983, 3370363828, 135476211]],
  [-1, [477689756, 2493998634, 555695776, 607808419]],
  [9007199254740991, [1233166643, 1287031142, 661813442, 2960669951]],
  [-9007199254740991, [983715770, 2843107640, 3874663299, 2891589204]],
];

describe("xoshiro128(state)", () => {
  it("gives the words of the authors' own program in C", () => {
    const next = xoshiro128(Uint32Array.of(1, 2, 3, 4));
    const words = Array.from({ length: 1001 }, next);
    expect(words.slice(0, 10)).toEqual(FIRST);
    expect(words[1000]).toBe(THOUSAND_AND_FIRST);
  });
});

describe("openRandom(caller, seed)", () => {
  it("fills the state by splitmix64, as that program does", () => {
    for (const [seed, words] of SEEDED) {
      const random = openRandom("test", seed);
      expect(words.map(() => random.below(2 ** 32))).toEqual(words);
    }
  });

  it("gives every number below a limit as often as any other", () => {
    for (const limit of [2, 3, 7, 10]) {
      const random = openRandom("test", limit);
      const counts = new Array<number>(limit).fill(0);
      const draws = 70_000;
      for (let i = 0; i < draws; i++) counts[random.below(limit)]++;
      const expected = draws / limit;
      const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // The 99.9 % point of chi-squared with 9 degrees of freedom, more than that with fewer.
      expect(chiSquared).toBeLessThan(27.88);
    }
  });

  it("does not favour small numbers below a limit that does not divide the words", () => {
    // Two thirds of the words: a remainder alone would give numbers below 2^32 / 3 twice as often as others.
    const limit = Math.floor((2 / 3) * 2 ** 32);
    const random = openRandom("test", 1);
    let low = 0;
    for (let i = 0; i < 10_000; i++) if (random.below(limit) < limit / 2) low++;
    expect(Math.abs(low - 5000)).toBeLessThan(200);
  });

  it.each([undefined, null, "1", 0.5, Number.NaN, 2 ** 53])("refuses the seed %s", (seed) => {
    expectRefusal(() => openRandom("bootstrap", seed), { code: "invalidOption", path: "seed" });
  });
});
