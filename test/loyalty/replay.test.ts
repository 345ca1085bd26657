import { type TransactionLog, transactionLog } from "rfm-kit";
import { type LoyaltyProgramme, type ProgrammeReplay, replayProgramme } from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";
import { programmeOf } from "./programme.js";

const buy = (customerId: string, date: string, amount = 10, orderId: string | null = null) => {
  return { customerId, date: `2024-${date}`, amount, orderId, product: "tea" };
};
/** Who entered and left when, without the year. */
const spans = (found: ProgrammeReplay<string>) =>
  found.memberships.map(({ customerId, enteredOn, leftOn }) => [
    customerId,
    enteredOn.slice(5),
    leftOn?.slice(5),
  ]);
const monthsOf = (found: Pick<ProgrammeReplay<string>, "months">) =>
  found.months.map((month) => Object.values(month));

// Ada has two orders on January 11. Her last purchase is within 20 days until January 31, within 16 until the 27th.
const log = transactionLog([
  buy("ada", "01-01"),
  buy("ada", "01-11"),
  buy("bob", "01-20"),
  buy("bob", "01-25"),
  buy("bob", "01-28"),
  buy("eve", "02-10"),
  buy("ada", "03-01"),
]);
const programme = programmeOf({
  entry: { recencyAtMost: 10, frequencyAtLeast: 2 },
  stay: { recencyAtMost: 20 },
  graceDays: 5,
});

describe("replayProgramme", () => {
  it("says who enters, who leaves after the days of grace, and who comes back", () => {
    const found = replayProgramme(log, programme, { asOf: "2024-03-26" });
    expect(found).toMatchObject({ from: "2024-01-01", asOf: "2024-03-26" });
    expect(found.memberships).toEqual([
      // February 1 to 6 are six days without.
      { customerId: "ada", enteredOn: "2024-01-11", leftOn: "2024-02-06", cameBack: false },
      // February 18 to 23.
      { customerId: "bob", enteredOn: "2024-01-25", leftOn: "2024-02-23", cameBack: false },
      // March 22 to 26 are five.
      { customerId: "ada", enteredOn: "2024-03-01", leftOn: null, cameBack: true },
    ]);
    const { members, everMembers, cameBack, left, meanDays } = found;
    // 26 and 29 days.
    expect([members, everMembers, cameBack, left, meanDays]).toEqual([1, 2, 1, 2, 27.5]);
    expect(found.text).toBe("last purchase within 10 days, at least 2 orders");
    expect([found.entry, found.stay]).toEqual([programme.entry, programme.stay]);
    expect(monthsOf(found)).toEqual([
      ["2024-01", 2, 0, 0, 2, true],
      ["2024-02", 0, 0, 2, 0, true],
      ["2024-03", 0, 1, 0, 1, false],
    ]);
    expect(Object.keys(found.months[0])).toEqual([
      "month",
      "entered",
      "cameBack",
      "left",
      "members",
      "complete",
    ]);
    const later = replayProgramme(log, programme, { asOf: "2024-03-27" });
    expect(spans(later)[2]).toEqual(["ada", "03-01", "03-27"]);
    expect(later.members).toBe(0);
  });

  it("says how it would have gone with stricter and with looser conditions", () => {
    const { stricter, looser } = replayProgramme(log, programme, { asOf: "2024-03-26" });
    // Bob has three orders on January 28, his last purchase is within 16 days until February 13; ada on March 1, until the 17th.
    const { months: strict, ...strictTotals } = stricter;
    expect(strictTotals).toEqual({
      entry: { recencyAtMost: 8, frequencyAtLeast: 3 },
      stay: { recencyAtMost: 16 },
      text: "last purchase within 8 days, at least 3 orders",
      members: 0,
      everMembers: 2,
      cameBack: 0,
      left: 2,
      meanDays: 22,
    });
    expect(monthsOf({ months: strict })).toEqual([
      ["2024-01", 1, 0, 0, 1, true],
      ["2024-02", 0, 0, 1, 0, true],
      ["2024-03", 1, 0, 1, 0, false],
    ]);
    // With one order ada enters on January 1, is within 24 days until February 4 and out on the 10th; bob from January 20, until
    // the 21st, out on the 27th; eve from February 10, until March 5, out on the 11th: 40, 38 and 30 days.
    const { months, ...totals } = looser;
    expect(totals).toEqual({
      entry: { recencyAtMost: 12, frequencyAtLeast: 1 },
      stay: { recencyAtMost: 24 },
      text: "last purchase within 12 days, at least 1 order",
      members: 1,
      everMembers: 3,
      cameBack: 1,
      left: 3,
      meanDays: 36,
    });
    const half = replayProgramme(log, programme, { step: 0.5 });
    expect([half.stricter.entry, half.looser.stay]).toEqual([
      { recencyAtMost: 5, frequencyAtLeast: 3 },
      { recencyAtMost: 30 },
    ]);
  });

  it("ends with the last row, and begins with the first purchase or on a day that is named", () => {
    const whole = replayProgramme(log, programme);
    expect(whole).toEqual(replayProgramme(log, programme, { from: "2024-01-01", asOf: "2024-03-01" }));
    // On January 15 ada's last purchase is 4 days ago, on the 25th 14: then only the next one admits her, for the first time.
    const late = replayProgramme(log, programme, { from: "2024-01-15" });
    expect(spans(late)[0]).toEqual(["ada", "01-15", "02-06"]);
    expect(late.months[0]).toMatchObject({ month: "2024-01", entered: 2, complete: false });
    const later = replayProgramme(log, programme, { from: "2024-01-25" });
    expect(later.memberships.map(({ cameBack }) => cameBack)).toEqual([false, false]);
    expect(spans(later)).toEqual([
      ["bob", "01-25", "02-23"],
      ["ada", "03-01", undefined],
    ]);
    const early = replayProgramme(log, programme, { from: "2023-11-30" });
    expect(
      early.months.slice(0, 3).map(({ month, members, complete }) => [month, members, complete]),
    ).toEqual([
      ["2023-11", 0, false],
      ["2023-12", 0, true],
      ["2024-01", 2, true],
    ]);
    // The days of the log's zone: an instant of the evening in Lisbon is the next day in Tokyo.
    const tokyo = transactionLog([{ customerId: "ada", date: new Date("2024-01-05T20:00Z"), amount: 1 }], {
      timeZone: "Asia/Tokyo",
    });
    const once = programmeOf({ entry: { frequencyAtLeast: 1 }, stay: { frequencyAtLeast: 1 } });
    const asOf = new Date("2024-01-31T16:00Z");
    expect(replayProgramme(tokyo, once, { from: new Date("2024-01-05T16:00Z"), asOf })).toMatchObject({
      from: "2024-01-06",
      asOf: "2024-02-01",
      memberships: [{ enteredOn: "2024-01-06" }],
    });
  });

  it("keeps who meets stay again on the last day, and takes back on the day after leaving", () => {
    const until = (date: string) =>
      transactionLog([buy("ada", "01-01"), buy("ada", "01-11"), buy("ada", date)]);
    const replay = (date: string) => spans(replayProgramme(until(date), programme, { asOf: "2024-03-31" }));
    expect(replay("02-06")).toEqual([["ada", "01-11", "03-03"]]);
    expect(replay("02-07")).toEqual([
      ["ada", "01-11", "02-06"],
      ["ada", "02-07", "03-04"],
    ]);
  });

  it("counts only what is in the window", () => {
    const two = transactionLog([buy("ada", "01-01"), buy("ada", "01-05")]);
    const rules = { entry: { frequencyAtLeast: 2 }, stay: { frequencyAtLeast: 1 }, windowDays: 10 };
    const replay = (graceDays: number, windowDays: number | null = 10) =>
      spans(replayProgramme(two, programmeOf({ ...rules, graceDays, windowDays }), { asOf: "2024-02-29" }));
    // The window of January 14 begins on the 5th, that of the 15th has no purchase.
    expect(replay(0)).toEqual([["ada", "01-05", "01-15"]]);
    expect(replay(3)).toEqual([["ada", "01-05", "01-18"]]);
    expect(replay(0, null)).toEqual([["ada", "01-05", undefined]]);
    expect(replay(0, 4)).toEqual([]);
  });

  it("counts an order while one of its lines is in the window", () => {
    const lines = transactionLog([
      buy("ada", "01-01", 10, "a"),
      buy("ada", "01-03", 10, "b"),
      buy("ada", "01-04", 10, "a"),
    ]);
    const both = { entry: { frequencyAtLeast: 2 }, stay: { frequencyAtLeast: 2 }, windowDays: 3 };
    // Order a is seen from the 1st to the 6th without a gap, order b from the 3rd to the 5th.
    expect(spans(replayProgramme(lines, programmeOf(both), { asOf: "2024-01-31" }))).toEqual([
      ["ada", "01-03", "01-06"],
    ]);
  });

  it("takes a purchase for undone from the day of its return on, where returns are matched", () => {
    const rows = [buy("ada", "01-01", 20), buy("ada", "01-03", 30), buy("ada", "01-06", -30)];
    const replay = (
      returns: "net" | "match",
      rules: Pick<LoyaltyProgramme, "entry" | "stay">,
      graceDays = 0,
    ) => {
      const programme = programmeOf({ ...rules, graceDays });
      return spans(replayProgramme(transactionLog(rows, { returns }), programme, { asOf: "2024-01-31" }));
    };
    const spent = { entry: { monetaryAtLeast: 50 }, stay: { monetaryAtLeast: 40 } };
    for (const returns of ["net", "match"] as const)
      expect(replay(returns, spent, 2)).toEqual([["ada", "01-03", "01-08"]]);
    // The last purchase is then that of the 1st, 5 days ago; left in, it is that of the 3rd until the 6th.
    const recent = { entry: { recencyAtMost: 3 }, stay: { recencyAtMost: 3 } };
    expect(replay("match", recent)).toEqual([["ada", "01-01", "01-06"]]);
    expect(replay("net", recent)).toEqual([["ada", "01-01", "01-07"]]);
  });

  it("adds up exactly", () => {
    // 0.1 + 0.2 − 0.2 is 0.1 to the last digit, whatever large sums came and went.
    const rows = [buy("ada", "01-01", 1e16), buy("ada", "01-02", 0.1), buy("ada", "01-03", 0.2)];
    const rules = { entry: { monetaryAtLeast: 0.3 }, stay: { monetaryAtLeast: 0.1 }, windowDays: 3 };
    const replayed = replayProgramme(
      transactionLog([...rows, buy("ada", "01-03", -0.2)]),
      programmeOf(rules),
      { asOf: "2024-01-10" },
    );
    expect(spans(replayed)).toEqual([["ada", "01-01", "01-05"]]);
  });

  it("lists who enters on one day in order of first appearance", () => {
    const rows = [buy("bob", "01-09"), buy("ada", "01-09"), buy("bob", "01-05"), buy("ada", "01-05")];
    expect(spans(replayProgramme(transactionLog(rows), programme)).map(([id]) => id)).toEqual(["bob", "ada"]);
    expect(spans(replayProgramme(transactionLog(rows.slice().reverse()), programme))[0][0]).toBe("ada");
  });

  it("gives nothing for nothing", () => {
    const nothing = { months: [], members: 0, everMembers: 0, cameBack: 0, left: 0, meanDays: null };
    const logs = [transactionLog([]), transactionLog([buy("ada", "01-01", -1)])] as TransactionLog<unknown>[];
    for (const empty of logs) {
      expect(replayProgramme(empty, programme, { from: "2024-01-01", asOf: "2024-02-01" })).toEqual({
        from: null,
        asOf: null,
        memberships: [],
        entry: programme.entry,
        stay: programme.stay,
        text: "last purchase within 10 days, at least 2 orders",
        ...nothing,
        stricter: {
          entry: { recencyAtMost: 8, frequencyAtLeast: 3 },
          stay: { recencyAtMost: 16 },
          text: "last purchase within 8 days, at least 3 orders",
          ...nothing,
        },
        looser: {
          entry: { recencyAtMost: 12, frequencyAtLeast: 1 },
          stay: { recencyAtMost: 24 },
          text: "last purchase within 12 days, at least 1 order",
          ...nothing,
        },
      });
    }
  });

  it("refuses days and steps that cannot be", () => {
    const call = (options: object) => () => replayProgramme(log, programme, options);
    const refuses = (options: object, code: "invalidOption" | "invalidDate", path: string, message: string) =>
      expectRefusal(call(options), {
        code,
        path,
        message: `replayProgramme: "${path}": expected ${message}`,
      });
    expectRefusal(call({ since: "2024-01-01" }), {
      code: "unknownOption",
      path: "since",
      message: 'replayProgramme: "since": expected an option among "from", "asOf", "step"',
    });
    const date = "a Date, epoch milliseconds, an ISO 8601 string or a Temporal value";
    refuses({ from: "soon" }, "invalidDate", "from", `${date}, received "soon"`);
    refuses({ asOf: "soon" }, "invalidDate", "asOf", `${date}, received "soon"`);
    refuses(
      { from: "2024-03-02" },
      "invalidOption",
      "from",
      'a day up to 2024-03-01, the last that is replayed, received "2024-03-02"',
    );
    expectRefusal(call({ asOf: "2023-12-31" }), {
      code: "asOfBeforeFirstPurchase",
      path: "asOf",
      message:
        'replayProgramme: "asOf": expected a date on or after the first purchase, received "2023-12-31"',
    });
    refuses({ step: 20 }, "invalidOption", "step", "a share from 0 to 1, received 20 (did you mean 0.2?)");
    refuses({ step: 0 }, "invalidOption", "step", "a share from 0.01 to 1, received 0");
    expectRefusal(() => replayProgramme([] as never, programme), {
      code: "invalidInput",
      path: "log",
      message: 'replayProgramme: "log": expected a log, received [] (transactionLog(rows, …) makes one)',
    });
  });

  it("refuses what is no programme, or one that was damaged", () => {
    const call = (changes: object) => () => replayProgramme(log, { ...programme, ...changes });
    expectRefusal(call({ kind: "scoreModel" }), {
      code: "modelKind",
      path: "programme.kind",
      message:
        'replayProgramme: "programme.kind": expected a model of kind "loyaltyProgramme", received "scoreModel"',
    });
    expectRefusal(call({ version: 2 }), { code: "modelVersion", path: "programme.version" });
    const refuses = (changes: object, path: string, message: string) =>
      expectRefusal(call(changes), {
        code: "invalidModel",
        path,
        message: `replayProgramme: "${path}": expected ${message}`,
      });
    const some = 'conditions among "recencyAtMost", "frequencyAtLeast", "monetaryAtLeast"';
    refuses({ entry: {} }, "programme.entry", `${some}, received {}`);
    refuses({ stay: null }, "programme.stay", `${some}, received null`);
    refuses({ entry: { recencyAtLeast: 3 } }, "programme.entry.recencyAtLeast", `${some}, received 3`);
    refuses(
      { entry: { recencyAtMost: "10" } },
      "programme.entry.recencyAtMost",
      'a number from 0 up, received "10"',
    );
    refuses(
      { stay: { recencyAtMost: -1 } },
      "programme.stay.recencyAtMost",
      "a number from 0 up, received -1",
    );
    refuses(
      { stay: { recencyAtMost: 9 } },
      "programme.stay.recencyAtMost",
      'what "programme.entry.recencyAtMost" asks, or less, received 9',
    );
    refuses(
      { stay: { frequencyAtLeast: 3 } },
      "programme.stay.frequencyAtLeast",
      'what "programme.entry.frequencyAtLeast" asks, or less, received 3',
    );
    refuses(
      { stay: { monetaryAtLeast: 1 } },
      "programme.stay.monetaryAtLeast",
      'what "programme.entry.monetaryAtLeast" asks, or less, received 1',
    );
    for (const graceDays of [-1, 1.5, "5", undefined, 1e9])
      expectRefusal(call({ graceDays }), {
        code: "invalidModel",
        path: "programme.graceDays",
        message: 'replayProgramme: "programme.graceDays": expected a whole number of days from 0 to 36525',
      });
    for (const windowDays of [0, 1.5, undefined])
      expectRefusal(call({ windowDays }), {
        code: "invalidModel",
        path: "programme.windowDays",
        message:
          'replayProgramme: "programme.windowDays": expected a whole number of days from 1 to 36525, or null',
      });
  });
});
