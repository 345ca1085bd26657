import { computeRfm, transactionLog } from "rfm-kit";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const rows = [
  { customerId: "ada", date: "2024-03-01", amount: 10 },
  { customerId: "bob", date: "2024-03-05", amount: 20 },
  { customerId: "ada", date: "2024-03-09", amount: 40 },
];
const log = transactionLog(rows);

describe("asOf and since", () => {
  it("default to the day after the last transaction, and to all", () => {
    expect(computeRfm(log).map((customer) => customer.recency)).toEqual([1, 5]);
  });

  it("are inclusive: a purchase on asOf has recency 0, a later one is unseen", () => {
    expect(computeRfm(log, { asOf: "2024-03-09" })[0]).toMatchObject({ recency: 0, frequency: 2 });
    expect(computeRfm(log, { asOf: "2024-03-08" })[0]).toMatchObject({
      recency: 7,
      frequency: 1,
      monetary: 10,
    });
    expect(computeRfm(log, { since: "2024-03-05", asOf: "2024-03-09" })).toEqual([
      { customerId: "ada", recency: 0, frequency: 1, monetary: 40, tenure: 0 },
      { customerId: "bob", recency: 4, frequency: 1, monetary: 20, tenure: 4 },
    ]);
    expect(computeRfm(log, { since: "2024-03-10" })).toEqual([]);
    expect(computeRfm(log, { since: "2024-03-05", asOf: "2024-03-05" })).toEqual([
      { customerId: "bob", recency: 0, frequency: 1, monetary: 20, tenure: 0 },
    ]);
  });

  it("are days, in every form a date can have", () => {
    const forms = [
      "2024-03-08",
      "2024-03-08 23:59",
      "2024-03-08T00:00:00Z",
      new Date("2024-03-08T12:00:00Z"),
      Date.UTC(2024, 2, 8),
      Temporal.PlainDate.from("2024-03-08"),
      Temporal.Instant.from("2024-03-08T23:59:59Z"),
    ];
    for (const asOf of forms)
      expect(computeRfm(log, { asOf })).toEqual(computeRfm(log, { asOf: "2024-03-08" }));
  });

  it("fall on the calendar day of the log's zone where they are instants", () => {
    const auckland = transactionLog(rows, { timeZone: "Pacific/Auckland" });
    const evening = new Date("2024-03-08T20:00:00Z");
    expect(computeRfm(auckland, { asOf: evening })[0].recency).toBe(0);
    expect(computeRfm(log, { asOf: evening })[0].recency).toBe(7);
  });

  it("are refused before the first purchase, after asOf, and where they are no dates", () => {
    expectRefusal(() => computeRfm(log, { asOf: "2024-02-29" }), {
      code: "asOfBeforeFirstPurchase",
      path: "asOf",
      message: 'computeRfm: "asOf": expected a date on or after the first purchase, received "2024-02-29"',
    });
    expectRefusal(() => computeRfm(log, { since: "2024-03-06", asOf: "2024-03-05" }), {
      code: "invalidOption",
      path: "since",
    });
    expectRefusal(() => computeRfm(log, { asOf: "03/05/2024" }), { code: "invalidDate", path: "asOf" });
    expectRefusal(() => computeRfm(log, { since: "2024-02-30" }), { code: "invalidDate", path: "since" });
  });
});

describe('recency: "elapsed"', () => {
  const timed = transactionLog([
    { customerId: "ada", date: "2024-03-01 18:00", amount: 1 },
    { customerId: "bob", date: "2024-03-03 09:00", amount: 1 },
    { customerId: "cleo", date: "2024-03-04 10:00", amount: 1 },
  ]);
  const recencies = (options: object) =>
    computeRfm(timed, { recency: "elapsed", ...options }).map((c) => c.recency);

  it("counts whole periods of 24 hours to the last purchase plus 24 hours", () => {
    expect(recencies({})).toEqual([3, 2, 1]);
    expect(computeRfm(timed).map((customer) => customer.recency)).toEqual([4, 2, 1]);
  });

  it("sees purchases before 1970", () => {
    const old = [
      { customerId: "ada", date: "1969-11-30", amount: 1 },
      { customerId: "ada", date: "1970-01-05", amount: 2 },
    ];
    expect(computeRfm(old, { recency: "elapsed" })).toEqual(computeRfm(old));
    expect(computeRfm(old)[0]).toMatchObject({ frequency: 2, monetary: 3, tenure: 37 });
  });

  it("takes asOf as an instant", () => {
    expect(recencies({ asOf: "2024-03-04 10:00" })).toEqual([2, 1, 0]);
    expect(recencies({ asOf: "2024-03-04 09:59:59.999" })).toEqual([2, 1]);
    expect(recencies({ asOf: "2024-03-04" })).toEqual([2, 0]);
  });

  it("takes a written asOf beside instants in UTC", () => {
    const instants = [{ customerId: "ada", date: new Date("2024-03-01T18:00Z"), amount: 1 }];
    expect(computeRfm(instants, { recency: "elapsed", asOf: "2024-03-02 17:59" })[0].recency).toBe(0);
    expect(computeRfm(instants, { recency: "elapsed", asOf: "2024-03-02 18:00" })[0].recency).toBe(1);
  });

  it("subtracts wall clocks as written, and instants by the time that really passed", () => {
    // Clocks in London went forward on 2024-03-31 at 01:00: that day had 23 hours.
    const written = [
      { customerId: "ada", date: "2024-03-30 12:00", amount: 1 },
      { customerId: "bob", date: "2024-03-31 12:00", amount: 1 },
    ];
    const instants = [
      { customerId: "ada", date: "2024-03-30T12:00Z", amount: 1 },
      { customerId: "bob", date: "2024-03-31T11:00Z", amount: 1 },
    ];
    const options = { recency: "elapsed", timeZone: "Europe/London" } as const;
    expect(computeRfm(written, { ...options, asOf: "2024-03-31 12:00" })[0].recency).toBe(1);
    expect(computeRfm(instants, { ...options, asOf: "2024-03-31T11:00Z" })[0].recency).toBe(0);
    const noon = new Date("2024-03-31T11:00Z");
    expect(computeRfm(written, { ...options, asOf: noon })[0].recency).toBe(1);
    expect(computeRfm(instants, { asOf: noon, timeZone: "Europe/London" })[0].recency).toBe(1);
  });

  it("refuses to mix clocks that a zone holds apart", () => {
    const mixed = [
      { customerId: "ada", date: "2024-03-30 12:00", amount: 1 },
      { customerId: "bob", date: "2024-03-31T11:00Z", amount: 1 },
    ];
    const options = { recency: "elapsed", timeZone: "Europe/London" } as const;
    expectRefusal(() => computeRfm(mixed, options), { code: "mixedClocks", path: "date" });
    expectRefusal(() => computeRfm(mixed.slice(1), { ...options, asOf: "2024-03-31 12:00" }), {
      code: "mixedClocks",
      path: "asOf",
    });
    expectRefusal(() => transactionLog(mixed, { returns: "match", timeZone: "Europe/London" }), {
      code: "mixedClocks",
      path: "date",
    });
    expect(computeRfm(mixed, { recency: "elapsed" }).map((customer) => customer.recency)).toEqual([1, 1]);
    expect(computeRfm(mixed, { timeZone: "Europe/London" }).map((customer) => customer.recency)).toEqual([
      2, 1,
    ]);
  });
});

describe("calendar days", () => {
  it("follow the zone across changes of clocks", () => {
    const at = (customerId: string, date: string) => ({ customerId, date, amount: 1 });
    const customers = computeRfm(
      [
        at("winter", "2024-03-29T23:30:00Z"), // 23:30 on the 29th
        at("summer", "2024-03-31T23:30:00Z"), // 00:30 on the 1st of April
        at("autumn", "2024-10-27T00:30:00Z"), // 01:30, first time
        at("later", "2024-10-27T01:30:00Z"), // 01:30, second time
        at("last", "2024-10-27T23:59:59Z"), // still the 27th, clocks are back
      ],
      { timeZone: "Europe/London", asOf: "2024-10-28" },
    );
    expect(customers.map((customer) => customer.recency)).toEqual([213, 210, 1, 1, 1]);
  });

  const original = process.env.TZ;
  it.each([
    ["UTC", 0],
    ["America/Sao_Paulo", 180],
    ["Asia/Kolkata", -330],
    ["Pacific/Apia", -780],
  ])("are the same on a machine in %s", (zone, minutes) => {
    process.env.TZ = zone;
    try {
      expect(new Date("2024-07-01T00:00:00Z").getTimezoneOffset()).toBe(minutes);
      const dates = [
        "2024-03-01",
        "2024-03-02 23:30",
        new Date("2024-03-03T22:00:00Z"),
        "2024-03-04T23:59:59Z",
      ];
      const given = dates.map((date, i) => ({ customerId: i, date, amount: 1 }));
      const recency = (options: object) => computeRfm(given, options).map((customer) => customer.recency);
      expect(recency({})).toEqual([4, 3, 2, 1]);
      expect(recency({ recency: "elapsed" })).toEqual([4, 3, 2, 1]);
      expect(recency({ timeZone: "Europe/London" })).toEqual([4, 3, 2, 1]);
      expect(recency({ timeZone: "Asia/Tokyo" })).toEqual([5, 4, 2, 1]);
    } finally {
      if (original === undefined) delete process.env.TZ;
      else process.env.TZ = original;
    }
  });
});
