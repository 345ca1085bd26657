import type { RfmErrorCode } from "rfm-kit";
import { type HoldBackOptions, holdBackDesign } from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";
import { foundShare, outcomesOfShops } from "./trials.js";

const boughtAgain = Array.from({ length: 400 }, (_, i) => (i < 160 ? 1 : 0));
const spend = [0, 0, 0, 12.5, 40, 7.25, 310, 55, 18, 99.9, 23, 61, 150, 0, 5, 8.5];

describe("holdBackDesign(outcomes, options)", () => {
  it.each([
    [0.5, 200, 0.13742014065919067, 0.5314059013202873, 378, 378],
    [0.2, 80, 0.17177619455356863, 0.37123756171926914, 946, 236],
    [0.1, 40, 0.22903487282780496, 0.23136523519397376, 1885, 210],
  ])(
    "holding %f back, has the figures of statsmodels' NormalIndPower",
    (share, back, mde, power, treatedNeeded, heldBackNeeded) => {
      const found = holdBackDesign(boughtAgain, { heldBack: share, effect: 0.1 });
      expect(found).toMatchObject({
        members: 400,
        treated: 400 - back,
        heldBack: back,
        mean: 0.4,
        power: 0.8,
      });
      // √(400 · 0.4 · 0.6 / 399).
      expect(found.standardDeviation).toBeCloseTo(0.4905114715879727, 14);
      // statsmodels solves for it to 5 digits, and for the other side too.
      expect(found.minimumDetectableEffect / mde).toBeCloseTo(1, 4);
      expect(found.minimumDetectableUplift).toBe(found.minimumDetectableEffect / 0.4);
      expect(found.achievedPower).toBeCloseTo(power, 10);
      expect(found).toMatchObject({
        membersNeeded: treatedNeeded + heldBackNeeded,
        treatedNeeded,
        heldBackNeeded,
      });
    },
  );

  it("has them at another level and power, and for an effect below 0", () => {
    const options = { heldBack: 0.25, significance: 0.1, power: 0.9 };
    const found = holdBackDesign(Float64Array.from(spend), { ...options, effect: -60 });
    expect(found).toMatchObject({ treated: 12, heldBack: 4, significance: 0.1 });
    expect(found.mean).toBe(49.384375);
    expect(found.standardDeviation).toBeCloseTo(81.26664284676299, 12);
    expect(found.minimumDetectableEffect / 137.30441584137373).toBeCloseTo(1, 4);
    expect(found.achievedPower).toBeCloseTo(0.3588889558047711, 10);
    expect(found).toMatchObject({ membersNeeded: 84, treatedNeeded: 63, heldBackNeeded: 21 });
    expect(holdBackDesign(spend, { ...options, effect: 60 })).toEqual(found);
  });

  it("says nothing of an effect where none is given", () => {
    const none = { achievedPower: null, membersNeeded: null, treatedNeeded: null, heldBackNeeded: null };
    expect(holdBackDesign(spend)).toMatchObject({
      treated: 8,
      heldBack: 8,
      power: 0.8,
      significance: 0.05,
      ...none,
    });
  });

  it("has no uplift on a mean that is not above 0", () => {
    expect(holdBackDesign([0, -1, 0, 1, 0]).minimumDetectableUplift).toBeNull();
    expect(holdBackDesign([-5, 1, 1, 1]).minimumDetectableUplift).toBeNull();
  });

  it("takes typed arrays, and amounts whose squares are no doubles", () => {
    const ones = Uint8Array.from(boughtAgain);
    expect(holdBackDesign(ones, { effect: 0.1 })).toEqual(holdBackDesign(boughtAgain, { effect: 0.1 }));
    const { standardDeviation } = holdBackDesign([1e200, 2e200, 3e200, 4e200]);
    expect(standardDeviation / 1e200).toBeCloseTo(Math.sqrt(5 / 3), 12);
  });

  it.each<[unknown, unknown, RfmErrorCode, string, string, number?]>([
    ["ada", {}, "invalidInput", "outcomes", "an array of numbers, one a member"],
    [[1, 2, Number.NaN, 4], {}, "invalidValue", "outcomes", "a finite number", 2],
    [[1, "2", 3, 4], {}, "invalidValue", "outcomes", 'received "2"', 1],
    [new Array(5), {}, "invalidValue", "outcomes", "a finite number", 0],
    [[7, 7, 7, 7], {}, "invalidValue", "outcomes", "outcomes that differ, as no spread is seen in these"],
    [spend, { power: 0.05 }, "invalidOption", "power", "a share above the significance, 0.05"],
    [spend, { power: 1e-17 }, "invalidOption", "power", "a share above the significance, 0.05"],
    [[1, 2, 3], {}, "emptyPopulation", "outcomes", "at least 4 members, received 3"],
    [spend, { heldBack: 0.05 }, "invalidOption", "heldBack", "2 of 16 members treated and 2 held back"],
    [spend, { heldBack: 0.95 }, "invalidOption", "heldBack", "2 of 16 members treated and 2 held back"],
    [spend, { heldBack: 50 }, "invalidOption", "heldBack", "did you mean 0.5?"],
    [spend, { heldBack: 1 }, "invalidOption", "heldBack", "above 0 and below 1"],
    [spend, { significance: 0 }, "invalidOption", "significance", "above 0 and below 1"],
    [spend, { power: 80 }, "invalidOption", "power", "did you mean 0.8?"],
    [spend, { effect: 0 }, "invalidOption", "effect", "a number other than 0"],
    [boughtAgain, { effect: 10 }, "invalidOption", "effect", "did you mean 0.1?"],
    [spend, { effect: "10" }, "invalidOption", "effect", "a number other than 0"],
    [spend, { effect: 1e-12 }, "invalidOption", "effect", "an effect that some number of members can show"],
    [spend, { heldback: 0.5 }, "unknownOption", "heldback", 'did you mean "heldBack"?'],
    [spend, 5, "invalidOption", "options", "a plain object"],
  ])("of %j refuses %j", (outcomes, options, code, path, message, row) => {
    expectRefusal(() => holdBackDesign(outcomes as number[], options as HoldBackOptions), {
      code,
      path,
      message,
      ...(row !== undefined && { row }),
    });
  });
});

/** The standard error of 4,000 trials is 0.6 points. */
const SIMULATION = { trials: 4000, seed: 7 };

describe.each(Object.entries(outcomesOfShops()))("trials with the outcomes of %s", (_, outcomes) => {
  it.each([0.5, 0.2, 0.1])("holding %f back, find what is said as often as it is said", (share) => {
    const { heldBack, minimumDetectableEffect } = holdBackDesign(outcomes, { heldBack: share });
    const found = (added: number) =>
      foundShare(outcomes, { heldBack, effect: (spend) => spend + added, test: "student" }, SIMULATION);
    expect(Math.abs(found(minimumDetectableEffect) - 0.8)).toBeLessThan(0.03);
    expect(found(0)).toBeLessThan(0.065);
  });

  it("find a lesser effect so too, where half is held back", () => {
    const effect = holdBackDesign(outcomes).minimumDetectableEffect / 2;
    const { heldBack, achievedPower } = holdBackDesign(outcomes, { effect });
    const trial = { heldBack, effect: (spend: number) => spend + effect, test: "student" } as const;
    expect(Math.abs(foundShare(outcomes, trial, SIMULATION) - Number(achievedPower))).toBeLessThan(0.04);
  });
});
