import { computeRfm, fitScores, transactionLog } from "rfm-kit";
import { fitClusters } from "rfm-kit/cluster";
import { defineProgramme, evaluateProgramme, type LoyaltyProgramme } from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const line = (customerId: string, month: number, amount: number) => {
  return { customerId, date: `2024-0${month}-10`, amount };
};
const rows = [
  ...[1, 2, 3, 4, 5, 6].map((month) => line("ada", month, 50)),
  ...[1, 3, 5].map((month) => line("bob", month, 30)),
  ...[2, 6].map((month) => line("eve", month, 20)),
  ...[1, 4].map((month) => line("joe", month, 25)),
];
const log = transactionLog(rows);
const options = { asOf: "2024-03-31", seed: 1, horizons: [30] };
const conditions = { frequencyAtLeast: 2, monetaryAtLeast: 60 };
const programme = defineProgramme([], { conditions });

describe("evaluateProgramme", () => {
  const found = evaluateProgramme(log, programme, options);

  it("says who is eligible, and by how much", () => {
    expect(found.asOf).toBe("2024-03-31");
    const common = { recency: 21, daysToSpare: null };
    expect(found.eligible).toEqual([
      // One order beyond two is half of them, 90 beyond 60 are more.
      {
        ...common,
        customerId: "ada",
        frequency: 3,
        monetary: 150,
        ordersToSpare: 1,
        spendToSpare: 90,
        margin: 0.5,
      },
      {
        ...common,
        customerId: "bob",
        frequency: 2,
        monetary: 60,
        ordersToSpare: 0,
        spendToSpare: 0,
        margin: 0,
      },
    ]);
  });

  it("says how many they are, and what each threshold decides", () => {
    const [orders, spent] = ["frequencyAtLeast", "monetaryAtLeast"];
    const { sensitivity, ...size } = found.size;
    // Of four coins none shows heads with a chance of 1 / 16, all of them too: both above 0.025.
    expect(size).toEqual({ members: 2, customers: 4, share: 0.5, low: 0, high: 4 });
    expect(sensitivity).toEqual([
      { condition: orders, threshold: 4, admitted: 0, difference: -2 },
      { condition: orders, threshold: 3, admitted: 1, difference: -1 },
      { condition: orders, threshold: 1, admitted: 2, difference: 0 },
      { condition: orders, threshold: 0, admitted: 2, difference: 0 },
      { condition: spent, threshold: 72, admitted: 1, difference: -1 },
      { condition: spent, threshold: 66, admitted: 1, difference: -1 },
      { condition: spent, threshold: 54, admitted: 2, difference: 0 },
      { condition: spent, threshold: 48, admitted: 2, difference: 0 },
    ]);
  });

  it("has an interval of the level asked for", () => {
    // P(0) = 1 / 16 is below 0.1, and P(at most 3) = 15 / 16 above 0.9.
    const { size } = evaluateProgramme(log, programme, { ...options, level: 0.8 });
    expect([size.low, size.high]).toEqual([1, 3]);
  });

  it("says what members are like", () => {
    const { figures, products, attributes } = found.profile;
    expect(figures.find(({ figure }) => figure === "frequency")).toMatchObject({
      members: { customers: 2, lowerQuartile: 2.25, median: 2.5, upperQuartile: 2.75 },
      rest: { customers: 2, lowerQuartile: 1, median: 1, upperQuartile: 1 },
      cliffsDelta: 1,
      isInRule: true,
    });
    expect(figures.find(({ figure }) => figure === "recency")?.isInRule).toBe(false);
    // Eve and joe ordered once, so nobody of the rest has a gap between orders.
    expect(figures.some(({ figure }) => figure === "meanDaysBetweenOrders")).toBe(false);
    expect([products, attributes]).toEqual([null, {}]);
  });

  it("splits revenue before the choice and after it", () => {
    const before = { members: 210, rest: 45, others: 0, share: 210 / 255, shareOfKnown: 210 / 255 };
    const after = { members: 180, rest: 45, others: 0, share: 0.8, shareOfKnown: 0.8 };
    expect(found.revenue).toEqual({
      selection: { from: "2024-01-10", to: "2024-03-31", gross: before, net: before },
      later: { from: "2024-04-01", to: "2024-06-10", gross: after, net: after },
    });
  });

  it("holds later spend against that of the rest", () => {
    const { later, text, caution } = found.evidence;
    expect(later).toMatchObject({
      from: "2024-04-01",
      to: "2024-06-10",
      days: 71,
      spend: {
        members: { customers: 2, mean: 90 },
        rest: { customers: 2, mean: 22.5 },
        ratio: { estimate: 4 },
        difference: { estimate: 67.5 },
        permutations: 999,
      },
      boughtAgain: { members: { customers: 2, mean: 1 }, rest: { customers: 2, mean: 1 } },
    });
    // Of the six ways to choose two, this one alone has as much: four standard errors about 1 / 6.
    const pValue = Number(later?.spend.pValue);
    expect(Math.abs(pValue - 1 / 6)).toBeLessThan(0.048);
    expect(text).toMatch(
      /^In the 71 days after 2024-03-31 the 2 members spent 4\.00 times as much a customer as the other 2 \(95 % interval/,
    );
    expect(text).toMatch(
      / p = 0\.\d{3} by 999 permutations\)\. 100\.0 % of them bought again, of the others 100\.0 %\.$/,
    );
    expect(caution).toContain("about the group and not about the programme");
  });

  it("looks ahead", () => {
    const [horizon] = found.forecast.horizons;
    expect(horizon).toMatchObject({
      days: 30,
      // A month before ada alone had two orders.
      sameRule: null,
      // Ada spent 100 and bob 30 in the 81 days since their first purchases.
      runRate: expect.closeTo((130 / 81) * 30, 10),
      lastPeriod: 80,
      seasonal: null,
      actual: 50,
    });
    expect(found.forecast.identified).toBe(false);
    expect(found.forecast.reason).not.toBe(null);
  });

  it("says what members of the same rule brought", () => {
    // On 10 May ada and bob are members, on 10 April too: in between ada spent 50 and bob 30.
    const { forecast } = evaluateProgramme(log, programme, { ...options, asOf: "2024-05-10" });
    const { sameRule, lastPeriod, actual } = forecast.horizons[0];
    expect(sameRule).toMatchObject({ expected: 80, members: 2 });
    // Ada's order of 10 June comes a day after the thirty.
    expect([lastPeriod, actual]).toEqual([80, 0]);
    // Two draws of two: all totals are 60, 80 and 100.
    expect(sameRule?.low).toBe(60);
    expect(sameRule?.high).toBe(100);
  });

  it("says what admits a customer and what removes one", () => {
    const text = "at least 2 orders, at least 60 spent";
    expect(found.entry).toEqual({ conditions, text, admitted: 2, precision: 1, recall: 1 });
    expect(found.exit).toMatchObject({
      conditions: { frequencyAtLeast: 1, monetaryAtLeast: 45 },
      graceDays: 30,
      text: "who fails this for more than 30 days in a row: at least 1 order, at least 45 spent; only returns can bring that about",
    });
    const strict = defineProgramme([], { conditions, graceDays: 0 });
    const { exit } = evaluateProgramme(log, strict, options);
    expect(exit.text).toBe(
      "who fails this: at least 1 order, at least 45 spent; only returns can bring that about",
    );
  });

  it("has an action for every member, the most valuable first", () => {
    const actions = found.actions.map(({ group, customerIds, valueAtStake }) => [
      group,
      customerIds,
      valueAtStake,
    ]);
    expect(actions).toEqual([
      ["secure", ["ada"], 150],
      ["at-the-border", ["bob"], 60],
    ]);
  });

  it("tells members who slip from those who are lapsed or nearly in", () => {
    const shop = [
      // Gaps of ten days, and silent for sixty: (30 / 90)³ is below a quarter.
      ...["2024-01-01", "2024-01-11", "2024-01-21", "2024-01-31"].map((date) => ["ada", date, 40] as const),
      ["bob", "2024-03-20", 75] as const,
      ["cat", "2023-06-01", 200] as const,
      ["dan", "2024-03-30", 5] as const,
    ].map(([customerId, date, amount]) => ({ customerId, date, amount }));
    const asked = defineProgramme([], { conditions: { recencyAtMost: 60, monetaryAtLeast: 100 } });
    const { actions } = evaluateProgramme(transactionLog(shop), asked, { asOf: "2024-03-31", seed: 1 });
    expect(actions.map(({ group, customerIds }) => [group, customerIds])).toEqual([
      ["lapsed", ["cat"]],
      ["slipping", ["ada"]],
      ["nearly-in", ["bob"]],
    ]);
    // The whole of it, as all were active for less than 90 days.
    expect(actions.map(({ valueAtStake }) => valueAtStake)).toEqual([200, 160, 75]);
  });

  it("puts at stake what was brought in the days that count", () => {
    // Of the 360 days that they were active the last 180 count, and half of what they brought there is at stake.
    const years = [0, 90, 180, 270, 360].map((day) => {
      return { customerId: "ada", date: new Date(Date.UTC(2024, 0, 1 + day)), amount: 100 };
    });
    const other = { customerId: "bob", date: new Date(Date.UTC(2024, 11, 20)), amount: 5 };
    const asked = defineProgramme([], { conditions: { frequencyAtLeast: 3 }, windowDays: 181 });
    const { eligible, actions } = evaluateProgramme(transactionLog([...years, other]), asked, {
      asOf: new Date(Date.UTC(2024, 0, 361)),
      seed: 1,
    });
    expect(eligible).toMatchObject([{ customerId: "ada", frequency: 3, monetary: 300 }]);
    expect(actions).toMatchObject([{ customerIds: ["ada"], valueAtStake: 150 }]);
  });

  it("counts as others whose orders are out of the window, or yet to come", () => {
    const windowed = defineProgramme([], { conditions: { monetaryAtLeast: 60 }, windowDays: 60 });
    const more = transactionLog([...rows, line("zoe", 5, 100)]);
    const { revenue, size, eligible } = evaluateProgramme(more, windowed, options);
    // From 1 February on: ada 100, bob 30, eve 20; joe and zoe did not buy.
    expect(eligible.map(({ customerId }) => customerId)).toEqual(["ada"]);
    expect(size.customers).toBe(3);
    expect(revenue.selection.from).toBe("2024-02-01");
    expect(revenue.selection.net).toMatchObject({ members: 100, rest: 50, others: 0 });
    expect(revenue.later?.net).toEqual({
      members: 150,
      rest: 50,
      others: 125,
      share: 150 / 325,
      shareOfKnown: 150 / 200,
    });
  });

  it("counts returns on the day they come back, matched or not", () => {
    const back = { customerId: "ada", date: "2024-04-20", amount: -50 };
    for (const returns of ["net", "match"] as const) {
      const { revenue, eligible } = evaluateProgramme(
        transactionLog([...rows, back], { returns }),
        programme,
        options,
      );
      expect(eligible[0].monetary).toBe(150);
      expect(revenue.later?.gross.members).toBe(180);
      expect(revenue.later?.net.members).toBe(130);
    }
  });

  it("looks no further than until", () => {
    const { revenue, evidence } = evaluateProgramme(log, programme, { ...options, until: "2024-04-30" });
    expect(revenue.later).toMatchObject({ to: "2024-04-30", net: { members: 50, rest: 25 } });
    expect(evidence.later?.days).toBe(30);
  });

  it("says that nothing came after the choice where it is made at the end", () => {
    const { asOf, revenue, evidence } = evaluateProgramme(log, programme, { seed: 1, horizons: [] });
    expect(asOf).toBe("2024-06-11");
    expect([revenue.later, evidence.later]).toEqual([null, null]);
    expect(evidence.text).toBe(
      "The log holds nothing after 2024-06-11, the day of the choice: whether its members go on to be better customers than the rest cannot be seen. An earlier `asOf` leaves days to see it in.",
    );
  });

  it("finds what members buy more often than others", () => {
    // Ten buyers of tea, all of them members, among twenty customers: one choice of ten of twenty has it so.
    const shop = Array.from({ length: 20 }, (_, i) => {
      const product = i < 10 ? "tea" : "milk";
      return { customerId: i, date: "2024-01-01", amount: i < 10 ? 100 : 1, product, country: "uk" };
    });
    const shopLog = transactionLog(shop, { attributes: { country: "country" } });
    const asked = defineProgramme([], { conditions: { monetaryAtLeast: 50 } });
    const { products, attributes } = evaluateProgramme(shopLog, asked, { seed: 1, replicates: 99 }).profile;
    const tea = { value: "tea", members: 10, customers: 10, memberShare: 1, customerShare: 0.5, lift: 2 };
    const pValue = expect.closeTo(1 / 184_756, 14);
    const qValue = expect.closeTo(2 / 184_756, 14);
    expect(products).toEqual({ tested: 2, found: 1, first: [{ ...tea, pValue, qValue }] });
    expect(attributes).toEqual({ country: { tested: 1, found: 0, first: [] } });
  });

  it("has intervals of forecasts where the data identify the models", () => {
    const { log, programme } = shopOf(300);
    const { forecast } = evaluateProgramme(log, programme, { asOf: "2024-12-31", seed: 1, horizons: [90] });
    expect(forecast).toMatchObject({ identified: true, reason: null });
    const { model, actual } = forecast.horizons[0];
    for (const end of [model?.low, model?.high]) expect(typeof end).toBe("number");
    expect(Number(model?.low)).toBeLessThan(Number(model?.expected));
    expect(Number(model?.expected)).toBeLessThan(Number(model?.high));
    expect(actual).not.toBe(null);
  });
});

/** A shop in which every customer buys at a rate and for a while of their own, spread evenly over the quantiles. */
function shopOf(customers: number) {
  const rows = Array.from({ length: customers }, (_, i) => {
    const [place, other] = [(i + 0.5) / customers, ((i * 61 + 30) % customers) / customers];
    const gap = 8 / -Math.log(place);
    const life = -Math.log(1 - other) * 120;
    const start = (i * 37) % 300;
    const orders = Math.min(120, 1 + Math.floor(life / gap));
    return Array.from({ length: orders }, (_, order) => {
      const day = Math.floor(start + order * gap * (0.5 + ((order * 7 + i) % 10) / 9));
      return {
        customerId: i,
        date: new Date(Date.UTC(2024, 0, 1 + day)),
        amount: 5 + ((i * 13) % 40) + (order % 5),
      };
    });
  }).flat();
  const log = transactionLog(rows);
  const known = computeRfm(rows, { asOf: "2024-12-31" });
  return { log, programme: defineProgramme(known, { topShare: 0.2 }) };
}

describe("evaluateProgramme refuses", () => {
  type Options = Parameters<typeof evaluateProgramme>[2];
  const refuse = (
    refusal: Parameters<typeof expectRefusal>[1],
    { given = log, by = programme, more = {} }: { given?: unknown; by?: unknown; more?: object },
  ) =>
    expectRefusal(
      () =>
        evaluateProgramme(given as typeof log, by as LoyaltyProgramme, { ...options, ...more } as Options),
      refusal,
    );

  it("what is no log, and an empty one", () => {
    refuse(
      {
        code: "invalidInput",
        path: "log",
        message: "expected a log, received [] (transactionLog(rows, …) makes one)",
      },
      { given: [] },
    );
    const empty = transactionLog([] as typeof rows);
    refuse(
      { code: "emptyPopulation", path: "log", message: "expected a log with a purchase" },
      { given: empty },
    );
  });

  it("what is no programme", () => {
    refuse(
      { code: "modelKind", path: "programme.kind", message: 'expected a model of kind "loyaltyProgramme"' },
      { by: { conditions } },
    );
    refuse(
      { code: "modelKind", path: "programme", message: "(JSON.parse it)" },
      { by: JSON.stringify(programme) },
    );
    refuse({ code: "modelVersion", path: "programme.version" }, { by: { ...programme, version: 2 } });
  });

  it("a programme whose terms are damaged", () => {
    const damaged = (part: object) => ({ by: { ...programme, ...part } });
    refuse({ code: "invalidModel", path: "programme.entry" }, damaged({ entry: undefined }));
    refuse({ code: "invalidModel", path: "programme.entry" }, damaged({ entry: {} }));
    refuse(
      {
        code: "invalidModel",
        path: "programme.entry.monetaryAtLeast",
        message: "a number from 0 up, received null",
      },
      damaged({ entry: { monetaryAtLeast: null } }),
    );
    refuse({ code: "invalidModel", path: "programme.stay" }, damaged({ stay: undefined }));
    refuse(
      { code: "invalidModel", path: "programme.stay.frequencyAtLeast" },
      damaged({ stay: { frequencyAtLeast: 3 } }),
    );
    const days = "expected a whole number of days from";
    refuse(
      { code: "invalidModel", path: "programme.graceDays", message: `${days} 0 to 36525, received -1` },
      damaged({ graceDays: -1 }),
    );
    refuse(
      {
        code: "invalidModel",
        path: "programme.windowDays",
        message: `${days} 1 to 36525, or null, received 0`,
      },
      damaged({ windowDays: 0 }),
    );
  });

  it("a programme whose selection is damaged", () => {
    const known = computeRfm(log);
    const scores = defineProgramme(known, { segments: ["champions"] }).selection;
    const places = defineProgramme(known, { clusters: [0], model: fitClusters(known, { k: 2 }) }).selection;
    const damaged = (selection: unknown, part: string, message: string) =>
      refuse(
        { code: "invalidModel", path: `programme.selection${part}`, message },
        { by: { ...programme, selection } },
      );
    for (const selection of [undefined, null, "topShare", []])
      damaged(selection, "", "expected how members are chosen, a plain object");
    const ways = 'expected one of "conditions", "topShare", "budget", "segments", "clusters", "members"';
    damaged({ by: "topshare" }, ".by", `${ways}, received "topshare"`);
    damaged({}, ".by", `${ways}, received undefined`);
    for (const share of [undefined, 0, 1, Number.NaN, "0.2"])
      damaged({ by: "topShare", share }, ".share", "expected a share above 0 and below 1");
    const budget = { by: "budget", budget: 100, costPerMember: 10 };
    damaged({ ...budget, costPerMember: 0 }, ".costPerMember", "expected a sum above 0, received 0");
    damaged({ ...budget, budget: null }, ".budget", "expected a sum above 0, received null");
    damaged({ ...budget, budget: 9 }, ".budget", "expected at least 10, what one member costs, received 9");
    damaged({ by: "members" }, ".members", "expected an array that is not empty, received undefined");
    damaged({ by: "members", members: [] }, ".members", "expected an array that is not empty");
    damaged({ by: "members", members: ["ada", {}] }, ".members[1]", "expected a string or a number");
    damaged({ ...scores, segments: ["best"] }, ".segments[0]", 'expected a segment of the scheme "');
    damaged({ ...scores, segments: "champions" }, ".segments", "expected an array that is not empty");
    damaged(
      { ...places, clusters: [2] },
      ".clusters[0]",
      "expected the number of a cluster, 0 to 1, received 2",
    );
    damaged({ ...places, clusters: null }, ".clusters", "expected an array that is not empty");
  });

  it("a programme whose models are damaged", () => {
    const known = computeRfm(log);
    const scores = defineProgramme(known, { segments: ["champions"] }).selection;
    const places = defineProgramme(known, { clusters: [0], model: fitClusters(known, { k: 2 }) }).selection;
    const damaged = (selection: unknown) => ({ by: { ...programme, selection } });
    refuse(
      { code: "modelKind", path: "programme.selection.scheme.kind", message: /^evaluateProgramme/ },
      damaged({ ...scores, scheme: {} }),
    );
    refuse(
      { code: "modelKind", path: "model.kind", message: /^evaluateProgramme/ },
      damaged({ ...scores, model: null }),
    );
    refuse(
      { code: "binsMismatch", path: "programme.selection.model.bins.r", message: "expected 5 bins" },
      damaged({ ...scores, model: fitScores(known, { bins: 2 }) }),
    );
    refuse(
      { code: "modelKind", path: "model.kind", message: /^evaluateProgramme/ },
      damaged({ ...places, model: undefined }),
    );
  });

  it("a programme of nobody, and one of everybody", () => {
    const of = (asked: object) => ({ by: defineProgramme([], { conditions: asked }) });
    const message = "expected a programme that some customers are members of and some are not (on 2024-03-31";
    refuse(
      { code: "emptyPopulation", path: "programme", message: `${message} 0 of 4 are)` },
      of({ monetaryAtLeast: 1000 }),
    );
    refuse(
      { code: "emptyPopulation", path: "programme", message: `${message} 4 of 4 are)` },
      of({ frequencyAtLeast: 1 }),
    );
  });

  it("days that cannot be", () => {
    refuse(
      { code: "asOfBeforeFirstPurchase", path: "asOf", message: 'received "2024-01-09"' },
      { more: { asOf: "2024-01-09" } },
    );
    refuse({ code: "invalidDate", path: "asOf" }, { more: { asOf: "31/03/2024" } });
    refuse({ code: "invalidDate", path: "until" }, { more: { until: "31/03/2024" } });
    const message = "expected a day after asOf, up to the log's last, received";
    for (const until of ["2024-03-31", "2024-02-01", "2024-06-11"])
      refuse({ code: "invalidOption", path: "until", message: `${message} "${until}"` }, { more: { until } });
    refuse(
      { code: "invalidOption", path: "until", message: "expected nothing, as the log has no day after asOf" },
      { more: { asOf: "2024-06-10", until: "2024-06-10" } },
    );
  });

  it("options that are none", () => {
    const option = (path: string) => ({ code: "invalidOption", path }) as const;
    const whole = "expected a whole number, so that the answer can be had again, received undefined";
    refuse({ ...option("seed"), message: whole }, { more: { seed: undefined } });
    refuse({ ...option("seed") }, { more: { seed: 0.5 } });
    const share = "expected a share above 0 and below 1, received";
    refuse({ ...option("level"), message: `${share} 95 (did you mean 0.95?)` }, { more: { level: 95 } });
    for (const level of [0, 1, "0.95"]) refuse({ ...option("level"), message: share }, { more: { level } });
    for (const replicates of [98, 100_001, 999.5]) {
      const message = "expected a whole number from 99 to 100000";
      refuse({ ...option("replicates"), message }, { more: { replicates } });
    }
    refuse({ ...option("horizons"), message: "expected an array of days" }, { more: { horizons: 30 } });
    for (const days of [0, 30.5, 36_526, "30"]) {
      const message = "expected a whole number of days from 1 to 36525";
      refuse({ ...option("horizons[1]"), message }, { more: { horizons: [30, days] } });
    }
    refuse(
      { code: "unknownOption", path: "horizon", message: 'did you mean "horizons"?' },
      { more: { horizon: [30] } },
    );
  });
});
