import { randomExponential, randomLcg } from "d3-random";
import { transactionLog } from "rfm-kit";
import {
  dormantRule,
  earlyWarnings,
  overdueRule,
  silentHighSpenderRule,
  slippingLoyalRule,
  type WarningRule,
} from "rfm-kit/migration";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const day = (number: number) => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
const buys = (customerId: string, days: readonly number[], amount: number) =>
  days.map((number) => ({ customerId, date: day(number), amount }));
const everyone = { name: "everyone", silentAtLeast: 0 } as const;

describe("earlyWarnings", () => {
  it("measures silence by the customer's own gaps", () => {
    const orders = [
      ...buys("weekly", [0, 7, 14, 21, 21, 28], 10),
      ...buys("monthly", [0, 30], 45),
      ...buys("once", [20], 80),
      ...buys("today", [10, 60], 1),
    ];
    orders.push({ customerId: "monthly", date: day(40), amount: -15 });
    const found = earlyWarnings(orders, { asOf: day(60), rules: [everyone], horizonDays: 20 });
    expect(found).toEqual([
      warning("once", 1, 40, null, null, 80, 80),
      // 45 + 45 - 15 in 30 days.
      warning("monthly", 2, 30, 30, 0.5, 75, 50),
      // 60 in 28 days.
      warning("weekly", 5, 32, 7, (28 / 60) ** 4, 60, (60 * 20) / 28),
      warning("today", 2, 0, 50, 1, 2, 0.8),
    ]);
  });

  it("puts at stake what came in the horizon while the customer was active, and never more than all of it", () => {
    const orders = [
      ...buys("one day", [0, 0], 30),
      ...buys("next day", [0, 1], 30),
      ...buys("90 days", [0, 90], 30),
      ...buys("91 days", [0, 91], 30),
      ...buys("180 days", [0, 50, 180], 20),
      // In doubles 0.03 * 90 / 90 is 0.029999999999999995.
      ...buys("cents", [0], 0.03),
    ];
    const found = earlyWarnings(orders, { rules: [everyone] });
    expect(
      found.map(({ customerId, monetary, valueAtStake }) => [customerId, monetary, valueAtStake]),
    ).toEqual([
      ["one day", 60, 60],
      ["next day", 60, 60],
      ["90 days", 60, 60],
      ["91 days", 60, 5400 / 91],
      ["180 days", 60, 30],
      ["cents", 0.03, 0.03],
    ]);
  });

  it("warns by the rules that come with it", () => {
    const orders = [
      // Five days of purchases in 40, then 90 silent: (40 / 130)^4 is 0.009.
      ...buys("overdue", [110, 120, 130, 140, 150], 10),
      // Three in 100 days, then 140 silent: (100 / 240)^2 is 0.17.
      ...buys("slipping", [0, 50, 100], 30),
      ...buys("dormant", [0, 60], 100),
      ...buys("once", [0], 500),
      ...buys("small", [0], 5),
      ...buys("active", [0, 100, 200, 239], 90),
    ];
    const found = earlyWarnings(orders, { asOf: day(240) });
    // Most days: active 4, overdue 5, then slipping 3; 40 % of 6 are 3. Most money: once, active and dormant.
    expect(found.map(({ customerId, warnings }) => [customerId, warnings])).toEqual([
      // At stake are 500, 200, 90 in 90 of 100 days, and 50.
      ["once", ["worth-reactivating", "90-days-silent-high-spend"]],
      ["dormant", ["worth-reactivating"]],
      ["slipping", ["slipping-loyal"]],
      ["overdue", ["overdue", "slipping-loyal"]],
    ]);
  });

  it("exports its rules as frozen data, and takes others", () => {
    expect([overdueRule, slippingLoyalRule, dormantRule, silentHighSpenderRule]).toEqual([
      { name: "overdue", purchasesAtLeast: 4, probabilityAtMost: 0.05 },
      { name: "slipping-loyal", topFrequency: 0.4, probabilityAtMost: 0.25, silentAtMost: 180 },
      { name: "worth-reactivating", silentAtLeast: 180, topSpend: 0.4 },
      { name: "90-days-silent-high-spend", silentAtLeast: 90, topSpend: 0.2 },
    ]);
    expect(Object.isFrozen(overdueRule)).toBe(true);
    const orders = [...buys("ada", [0, 1], 1), ...buys("bob", [5], 9)];
    const rules = [
      { name: "two", purchasesAtLeast: 2 },
      { name: "quiet", silentAtLeast: 3, silentAtMost: 3 },
    ] as const;
    const found = earlyWarnings(orders, { asOf: day(8), rules });
    expect(found.map(({ customerId, warnings }) => [customerId, warnings])).toEqual([
      ["bob", ["quiet"]],
      ["ada", ["two"]],
    ]);
    expect(earlyWarnings(orders, { rules: [] })).toEqual([]);
  });

  it("counts the top as mostProfitableCustomers does: equal customers together", () => {
    const orders = [...buys("a", [0], 9), ...buys("b", [0], 5), ...buys("c", [0], 5), ...buys("d", [0], 1)];
    const named = (topSpend: number) =>
      earlyWarnings(orders, { rules: [{ name: "top", topSpend }] }).map(({ customerId }) => customerId);
    expect(named(0)).toEqual([]);
    expect(named(0.25)).toEqual(["a"]);
    expect(named(0.26)).toEqual(["a", "b", "c"]);
    expect(named(0.75)).toEqual(["a", "b", "c"]);
    expect(named(1)).toEqual(["a", "b", "c", "d"]);
  });

  it("ranks equal values by first appearance, and has nothing at stake where more came back than was bought", () => {
    const orders = [
      ...buys("later", [0, 10], 5),
      ...buys("same", [0, 10], 5),
      ...buys("back", [0, 10], 5),
      ...buys("all", [0, 10], 5),
      ...buys("none", [0], 5),
    ];
    orders.push({ customerId: "back", date: day(11), amount: -30 });
    orders.push({ customerId: "all", date: day(11), amount: -10 });
    const found = earlyWarnings(orders, { rules: [everyone] });
    expect(found.map(({ customerId }) => customerId)).toEqual(["later", "same", "none", "back", "all"]);
    expect(found.slice(-2)).toMatchObject([
      { monetary: -20, valueAtStake: 0 },
      { monetary: 0, valueAtStake: 0 },
    ]);
  });

  it("takes logs, columns and rows of any names, and gives nothing for nothing", () => {
    const orders = [...buys("ada", [0, 10, 20, 30], 20), ...buys("bob", [3, 90], 8)];
    const whole = earlyWarnings(orders);
    expect(whole.map(({ customerId }) => customerId)).toEqual(["ada"]);
    expect(earlyWarnings(transactionLog(orders))).toEqual(whole);
    const named = orders.map(({ customerId, date, amount }) => ({ who: customerId, at: date, sum: amount }));
    expect(earlyWarnings(named, { customerId: "who", date: "at", amount: "sum" })).toEqual(whole);
    const columns = {
      who: named.map(({ who }) => who),
      at: named.map(({ at }) => at),
      sum: named.map(({ sum }) => sum),
    };
    expect(earlyWarnings(columns, { customerId: "who", date: "at", amount: "sum" })).toEqual(whole);
    expect(earlyWarnings([])).toEqual([]);
    expect(earlyWarnings(buys("ada", [0], -1))).toEqual([]);
    expect(earlyWarnings(orders, { asOf: day(45) })).toEqual(
      earlyWarnings(
        orders.filter(({ date }) => date <= day(45)),
        { asOf: day(45) },
      ),
    );
  });
});

describe("the probability of a silence", () => {
  it("is evenly spread where customers buy at a constant rate and stay", () => {
    const random = randomLcg(0.42);
    // A purchase in 600 to 6,000 days, over a century: a day is short beside such gaps, and nothing is rounded away.
    const orders = Array.from({ length: 8000 }, (_, customerId) => {
      const gap = randomExponential.source(random)(1 / (600 * 10 ** random()));
      const days = [10_000 * random()];
      for (let at = days[0] + gap(); at < 39_000; at += gap()) days.push(at);
      return days.map((at) => ({ customerId, date: at * 86_400_000, amount: 1 }));
    }).flat();
    const found = earlyWarnings(orders, { asOf: 39_000 * 86_400_000, rules: [everyone] });
    const known = found.map(({ probability }) => probability).filter((probability) => probability !== null);
    expect(known.length).toBeGreaterThan(7500);
    for (const level of [0.05, 0.1, 0.25, 0.5, 0.75, 0.9]) {
      const share = known.filter((probability) => probability < level).length / known.length;
      // Three standard errors.
      expect(Math.abs(share - level)).toBeLessThan(3 * Math.sqrt((level * (1 - level)) / known.length));
    }
  });
});

describe("earlyWarnings refuses", () => {
  const orders = buys("ada", [0, 1], 1);
  const call = (options: object) => () => earlyWarnings(orders, options);
  const rules = (...rules: unknown[]) => call({ rules: rules as WarningRule[] });

  it("rules that cannot be", () => {
    expectRefusal(call({ rules: overdueRule }), { code: "invalidRule", path: "rules" });
    expectRefusal(rules(null), { code: "invalidOption", path: "rules[0]" });
    expectRefusal(rules({ silentAtLeast: 3 }), { code: "invalidRule", path: "rules[0].name" });
    expectRefusal(rules(overdueRule, overdueRule), {
      code: "invalidRule",
      path: "rules[1].name",
      message: 'expected a name that no other rule has, received "overdue"',
    });
    expectRefusal(rules({ name: "all" }), {
      code: "invalidRule",
      path: "rules[0]",
      message: "a rule without one would warn of every customer",
    });
    expectRefusal(rules({ name: "a", silent: 3 }), {
      code: "unknownOption",
      path: "rules[0].silent",
      message: "silentAtLeast",
    });
    for (const condition of ["probabilityAtMost", "topFrequency", "topSpend"]) {
      expectRefusal(rules({ name: "a", [condition]: 20 }), {
        code: "invalidOption",
        path: `rules[0].${condition}`,
        message: "did you mean 0.2?",
      });
    }
    for (const condition of ["purchasesAtLeast", "silentAtLeast", "silentAtMost"]) {
      for (const wrong of [-1, Number.NaN, "3"]) {
        expectRefusal(rules({ name: "a", [condition]: wrong }), {
          code: "invalidOption",
          path: `rules[0].${condition}`,
        });
      }
    }
    expectRefusal(rules({ name: "a", silentAtLeast: 90, silentAtMost: 80 }), {
      code: "invalidRule",
      path: "rules[0].silentAtMost",
      message: "expected at least silentAtLeast, 90, or it could warn of nobody, received 80",
    });
  });

  it("horizons, days and options that cannot be", () => {
    for (const horizonDays of [0, -1, Number.POSITIVE_INFINITY, "90"])
      expectRefusal(call({ horizonDays }), { code: "invalidOption", path: "horizonDays" });
    expectRefusal(call({ asOf: "2020-01-01" }), {
      code: "asOfBeforeFirstPurchase",
      path: "asOf",
      message: /^earlyWarnings:/,
    });
    expectRefusal(call({ horizon: 3 }), { code: "unknownOption", path: "horizon" });
    expectRefusal(() => earlyWarnings(transactionLog(orders), { timeZone: "UTC" } as object), {
      code: "unknownOption",
      path: "timeZone",
    });
  });
});

function warning(
  customerId: string,
  purchases: number,
  silentDays: number,
  meanGapDays: number | null,
  probability: number | null,
  monetary: number,
  valueAtStake: number,
) {
  const figures = { purchases, silentDays, meanGapDays, probability, monetary };
  return { customerId, warnings: ["everyone"], ...figures, valueAtStake: expect.closeTo(valueAtStake, 10) };
}
