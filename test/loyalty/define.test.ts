import { fitScores, tenSegments, valueTiers } from "rfm-kit";
import { fitClusters } from "rfm-kit/cluster";
import { ntile } from "rfm-kit/compat";
import { defineProgramme, type ProgrammeOptions } from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const customer = (customerId: string, recency: number, frequency: number, monetary: number) => {
  return { customerId, recency, frequency, monetary };
};

/** Ada, bob and cat buy often and spend much; of them cat has not come for long. */
const customers = [
  customer("ada", 5, 12, 2400),
  customer("bob", 12, 9, 1830),
  customer("cat", 200, 11, 2100),
  customer("dan", 8, 2, 90),
  customer("eve", 43, 3, 260),
  customer("fay", 160, 1, 35),
];

describe("defineProgramme", () => {
  it("takes conditions as the rule, and says them in one line", () => {
    const conditions = { recencyAtMost: 45, frequencyAtLeast: 6, monetaryAtLeast: 1800 };
    expect(defineProgramme(customers, { conditions })).toEqual({
      kind: "loyaltyProgramme",
      version: 1,
      selection: { by: "conditions" },
      entry: conditions,
      // A quarter looser: 45 · 1.25 = 56.25 and 6 · 0.75 = 4.5, both outwards to whole ones; 1800 · 0.75.
      stay: { recencyAtMost: 57, frequencyAtLeast: 4, monetaryAtLeast: 1350 },
      graceDays: 30,
      windowDays: null,
      text: "last purchase within 45 days, at least 6 orders, at least 1,800 spent",
      customers: 6,
      members: 2,
      admitted: 2,
      precision: 1,
      recall: 1,
    });
  });

  it("is frozen, and holds nothing of what it was given", () => {
    const conditions = { frequencyAtLeast: 6 };
    const programme = defineProgramme(customers, { conditions });
    conditions.frequencyAtLeast = 7;
    expect(programme.entry).toEqual({ frequencyAtLeast: 6 });
    expect(Object.isFrozen(programme)).toBe(true);
    expect(Object.isFrozen(programme.entry)).toBe(true);
    expect(Object.isFrozen(defineProgramme(customers, { segments: ["champions"] }).selection)).toBe(true);
  });

  it("takes conditions for customers to come", () => {
    const programme = defineProgramme([], { conditions: { monetaryAtLeast: 100 } });
    expect(programme).toMatchObject({ customers: 0, members: 0, admitted: 0, precision: null, recall: null });
  });

  it("keeps what members have to meet to stay, the days of grace and the window", () => {
    const terms = { stay: { recencyAtMost: 90 }, graceDays: 0, windowDays: 365 };
    const programme = defineProgramme(customers, { conditions: { recencyAtMost: 45 }, ...terms });
    expect(programme).toMatchObject(terms);
  });

  it("distils ids into a rule in round numbers", () => {
    // Between the 260 of eve and the 1830 of bob, and the 12 days of bob and the 200 of cat.
    const { entry, text, precision, recall } = defineProgramme(customers, { members: ["bob", "ada"] });
    expect(entry).toEqual({ recencyAtMost: 100, monetaryAtLeast: 1000 });
    expect(text).toBe("last purchase within 100 days, at least 1,000 spent");
    expect([precision, recall]).toEqual([1, 1]);
  });

  it("asks for one condition where one is enough", () => {
    const { entry } = defineProgramme(customers, { members: ["ada", "bob", "cat"] });
    expect(entry).toEqual({ monetaryAtLeast: 1000 });
  });

  it("lets a rule that comes near stand for a choice that was made by none", () => {
    // Of rules that admit dan, who spent 90, the least admits all but fay.
    const found = defineProgramme(customers, { members: ["ada", "bob", "cat", "dan"] });
    // Ada, bob and cat alone: F₁ = 6 / 7. With dan comes eve: F₁ = 8 / 9.
    expect(found).toMatchObject({ members: 4, admitted: 5, precision: 4 / 5, recall: 1 });
  });

  it("never asks for less than nothing", () => {
    const debts = [customer("ada", 1, 1, -10), customer("bob", 1, 1, -5), customer("cat", 1, 1, 0)];
    expect(defineProgramme(debts, { members: ["cat"] }).entry).toEqual({ monetaryAtLeast: 0 });
    // Bob owes less than ada, which no rule can tell: all are admitted.
    const found = defineProgramme(debts, { members: ["bob", "cat"] });
    expect(found).toMatchObject({ entry: { frequencyAtLeast: 1 }, admitted: 3, precision: 2 / 3, recall: 1 });
  });

  it("chooses the share of customers who spent most", () => {
    // Half of six are three, and the third spent 1830.
    const programme = defineProgramme(customers, { topShare: 0.5 });
    expect(programme).toMatchObject({ members: 3, entry: { monetaryAtLeast: 1000 } });
    expect(programme.selection).toEqual({ by: "topShare", share: 0.5 });
  });

  it("takes equal ones in together for a share, and leaves them out together for a budget", () => {
    const equal = [10, 20, 20, 20, 30].map((monetary, i) => customer(`c-${i}`, 1, 1, monetary));
    expect(defineProgramme(equal, { topShare: 0.4 }).members).toBe(4);
    expect(defineProgramme(equal, { budget: 300, costPerMember: 100 }).members).toBe(1);
    expect(defineProgramme(equal, { budget: 400, costPerMember: 100 }).members).toBe(4);
  });

  it("pays for three members of 0.1 with 0.3, although 0.3 / 0.1 is below 3 in doubles", () => {
    expect(defineProgramme(customers, { budget: 0.3, costPerMember: 0.1 }).members).toBe(3);
  });

  it("keeps the models by which it chooses", () => {
    const model = fitScores(customers);
    const segments = defineProgramme(customers, { segments: ["champions"], model });
    expect(segments.selection).toEqual({
      by: "segments",
      segments: ["champions"],
      scheme: tenSegments,
      model,
    });
    const found = fitClusters(customers, { k: 2 });
    const clusters = defineProgramme(customers, { clusters: [0], model: found });
    expect(clusters.selection).toEqual({ by: "clusters", clusters: [0], model: found });
    expect(clusters.members).toBe(found.clusters[0].customers);
  });

  it("takes a scheme of its own", () => {
    const programme = defineProgramme(customers, {
      segments: ["gold", "platinum-elite"],
      scheme: valueTiers,
    });
    expect(programme.selection).toMatchObject({ by: "segments", scheme: { name: valueTiers.name } });
  });
});

describe("defineProgramme refuses", () => {
  const refuse = (options: object, refusal: Parameters<typeof expectRefusal>[1], rows: unknown = customers) =>
    expectRefusal(() => defineProgramme(rows as typeof customers, options as ProgrammeOptions), refusal);
  const ways = 'one of "conditions", "topShare", "budget", "segments", "clusters", "members"';

  it("no way to choose, and two", () => {
    const none = `defineProgramme: "options": expected ${ways}, received undefined`;
    refuse({}, { code: "invalidOption", path: "options", message: none });
    const two = `expected ${ways}, received ["topShare","members"]`;
    refuse({ topShare: 0.2, members: ["ada"] }, { code: "invalidOption", path: "options", message: two });
  });

  it("an option of another way, and one that is unknown", () => {
    const message = 'expected no such option beside "topShare", received 3';
    refuse({ topShare: 0.2, costPerMember: 3 }, { code: "invalidOption", path: "costPerMember", message });
    refuse(
      { conditions: { recencyAtMost: 3 }, model: {} },
      { code: "invalidOption", path: "model", message: 'no such option beside "conditions"' },
    );
    refuse(
      { clusters: [0], scheme: tenSegments },
      { code: "invalidOption", path: "scheme", message: 'no such option beside "clusters"' },
    );
    const near = 'did you mean "topShare"?';
    refuse({ topshare: 0.2 }, { code: "unknownOption", path: "topshare", message: near });
    refuse(
      { conditions: { recencyAtmost: 3 } },
      { code: "unknownOption", path: "conditions.recencyAtmost", message: 'did you mean "recencyAtMost"?' },
    );
    refuse([], { code: "invalidOption", path: "options", message: "expected a plain object" });
  });

  it("conditions that are none", () => {
    const none = /expected a condition among "recencyAtMost", "frequencyAtLeast", "monetaryAtLeast"/;
    refuse({ conditions: {} }, { code: "invalidRule", path: "conditions", message: none });
    refuse(
      { conditions: { recencyAtMost: undefined } },
      { code: "invalidRule", path: "conditions", message: none },
    );
    refuse({ conditions: 3 }, { code: "invalidOption", path: "conditions", message: "a plain object" });
    for (const received of [-1, Number.NaN, "3"]) {
      const path = "conditions.monetaryAtLeast";
      const message = "expected a number from 0 up";
      refuse({ conditions: { monetaryAtLeast: received } }, { code: "invalidRule", path, message });
    }
  });

  it("shares that are none, or of nobody or everybody", () => {
    const share = { code: "invalidOption", path: "topShare" } as const;
    const part = "expected a share above 0 and below 1, received";
    refuse({ topShare: 0 }, { ...share, message: `${part} 0` });
    refuse({ topShare: 1 }, { ...share, message: `${part} 1` });
    refuse({ topShare: 20 }, { ...share, message: "received 20 (did you mean 0.2?)" });
    refuse({ topShare: "0.2" }, { ...share, message: part });
  });

  it("budgets that pay for nobody", () => {
    refuse(
      { budget: 99, costPerMember: 100 },
      {
        code: "invalidOption",
        path: "budget",
        message: "expected at least 100, what one member costs, received 99",
      },
    );
    refuse(
      { budget: 99 },
      { code: "invalidOption", path: "costPerMember", message: "expected a sum above 0, received undefined" },
    );
    refuse(
      { budget: 0, costPerMember: 1 },
      { code: "invalidOption", path: "budget", message: "a sum above 0" },
    );
  });

  it("segments that are none", () => {
    refuse(
      { segments: ["champions", "Loyal"] },
      { code: "unknownSegment", path: "segments[1]", message: 'received "Loyal" (did you mean "loyal"?)' },
    );
    refuse(
      { segments: ["champion"] },
      { code: "unknownSegment", path: "segments[0]", message: 'did you mean "champions"?' },
    );
    const list = "expected an array of the names of segments";
    refuse({ segments: [] }, { code: "invalidOption", path: "segments", message: list });
    refuse({ segments: "champions" }, { code: "invalidOption", path: "segments", message: list });
    refuse(
      { segments: ["champions"], scheme: {} },
      { code: "modelKind", path: "scheme.kind", message: 'expected a model of kind "segmentScheme"' },
    );
  });

  it("scorers, and models that are none or of other bins", () => {
    const message =
      'expected a model from fitScores, as a scorer is no JSON, received "scorer" (pass the ids';
    refuse({ segments: ["champions"], model: ntile() }, { code: "modelKind", path: "model.kind", message });
    refuse(
      { segments: ["champions"], model: {} },
      { code: "modelKind", path: "model.kind", message: '"scoreModel"' },
    );
    refuse(
      { segments: ["champions"], model: fitScores(customers, { bins: 3 }) },
      { code: "binsMismatch", path: "model.bins.r", message: "expected 5 bins" },
    );
  });

  it("clusters that are none", () => {
    const model = fitClusters(customers, { k: 2 });
    for (const received of [2, -1, 0.5, "0"]) {
      const message = "expected the number of a cluster, 0 to 1";
      refuse({ clusters: [0, received], model }, { code: "invalidOption", path: "clusters[1]", message });
    }
    const list = "expected an array of the numbers of clusters";
    refuse({ clusters: [], model }, { code: "invalidOption", path: "clusters", message: list });
    const missing = "expected the model of fitClusters that the clusters are of, received undefined";
    refuse({ clusters: [0] }, { code: "invalidOption", path: "model", message: missing });
    const other = { kind: "scoreModel" };
    refuse(
      { clusters: [0], model: other },
      { code: "modelKind", path: "model.kind", message: '"clusterModel"' },
    );
  });

  it("ids that JSON cannot hold", () => {
    const message = "expected a string or a number, as a programme is JSON, received 1n";
    refuse({ members: ["ada", 1n] }, { code: "invalidOption", path: "members[1]", message });
    const list = "expected an array of the ids of the members";
    refuse({ members: [] }, { code: "invalidOption", path: "members", message: list });
  });

  it("ids that no customer has, and those that come twice", () => {
    const unknown = "expected the id of one of the customers, each once, received";
    const refusal = { code: "invalidOption", path: "members[1]" } as const;
    refuse({ members: [customers[0].customerId, "zoe"] }, { ...refusal, message: `${unknown} "zoe"` });
    const [{ customerId }] = customers;
    refuse({ members: [customerId, customerId] }, { ...refusal, message: unknown });
    const numbered = customers.map((row, i) => ({ ...row, customerId: i }));
    refuse({ members: [0, "1"] }, { ...refusal, message: '"1" (the customer\'s id is a number)' }, numbered);
  });

  it("options that choose nobody by themselves", () => {
    for (const [option, hint] of [
      [{ costPerMember: 5 }, '("costPerMember" goes with "budget")'],
      [{ model: {} }, '("model" goes with "segments" or "clusters")'],
    ] as const) {
      refuse(option, { code: "invalidOption", path: "options", message: hint });
    }
  });

  it("a choice of nobody or of everybody", () => {
    const message = "expected a choice that some of the customers are in and some are not";
    const path = "members";
    const all = customers.map(({ customerId }) => customerId);
    refuse({ members: all }, { code: "emptyPopulation", path, message: `${message} (6 of 6 are in)` });
    refuse(
      { topShare: 0.5 },
      { code: "emptyPopulation", path: "topShare", message: "(3 of 3 are in)" },
      customers.slice(0, 3).map((row) => ({ ...row, monetary: 7 })),
    );
    refuse(
      { topShare: 0.5 },
      { code: "emptyPopulation", path: "topShare", message: "(there are no customers)" },
      [],
    );
    const budget = { budget: 600, costPerMember: 100 };
    refuse(budget, { code: "emptyPopulation", path: "budget", message: "(6 of 6 are in)" });
  });

  it("terms that somebody who has just entered might not meet", () => {
    const conditions = { recencyAtMost: 45, monetaryAtLeast: 100 };
    const hint = "(or some would be on the way out as they enter)";
    refuse(
      { conditions, stay: { recencyAtMost: 44 } },
      {
        code: "invalidRule",
        path: "stay.recencyAtMost",
        message: `expected what everybody meets who enters with last purchase within 45 days, received 44 ${hint}`,
      },
    );
    refuse(
      { conditions, stay: { monetaryAtLeast: 101 } },
      { code: "invalidRule", path: "stay.monetaryAtLeast", message: "who enters with at least 100 spent" },
    );
    refuse(
      { conditions, stay: { frequencyAtLeast: 1 } },
      {
        code: "invalidRule",
        path: "stay.frequencyAtLeast",
        message: "expected only conditions that entry has",
      },
    );
    refuse(
      { conditions, stay: {} },
      { code: "invalidRule", path: "stay", message: "expected a condition among" },
    );
  });

  it("days that are none", () => {
    const conditions = { recencyAtMost: 45 };
    for (const graceDays of [-1, 0.5, 36_526, "3", null]) {
      const message = "expected a whole number of days from 0 to 36525";
      refuse({ conditions, graceDays }, { code: "invalidOption", path: "graceDays", message });
    }
    for (const windowDays of [0, 1.5, Number.POSITIVE_INFINITY, null]) {
      const message = "expected a whole number of days from 1 to 36525";
      refuse({ conditions, windowDays }, { code: "invalidOption", path: "windowDays", message });
    }
  });

  it("customers that are none", () => {
    const topShare = { topShare: 0.5 };
    refuse(topShare, { code: "invalidInput", path: "customers", message: "expected an array of rows" }, {});
    const broken = [customers[0], { ...customers[1], monetary: Number.NaN }];
    refuse(topShare, { code: "invalidValue", path: "monetary", row: 1, message: "a finite number" }, broken);
    const { frequency, ...less } = customers[0];
    refuse(topShare, { code: "unknownColumn", path: "frequency" }, [less]);
    const missing = customers.map(({ recency, ...row }) => row);
    const made = "expected a customer with recency, frequency and monetary, received";
    refuse(topShare, { code: "invalidInput", path: "customers", row: 0, message: made }, missing);
    refuse(
      topShare,
      {
        code: "invalidInput",
        path: "customers",
        row: 0,
        message: "(computeRfm makes these of transactions)",
      },
      missing,
    );
  });
});
