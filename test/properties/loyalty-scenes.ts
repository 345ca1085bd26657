import fc from "fast-check";
import { computeRfm, RfmError, scoreCustomers, segmentCustomers, tenSegments, transactionLog } from "rfm-kit";
import { assignClusters, fitClusters } from "rfm-kit/cluster";
import {
  defineProgramme,
  type evaluateProgramme,
  type LoyaltyProgramme,
  type ProgrammeConditions,
  type ProgrammeOptions,
} from "rfm-kit/loyalty";
import { type Line, returnsOption } from "./generators.js";
import { DAY, dayOf, exactSum, pairReturns } from "./oracle.js";

/** A customer as programmes look at them. */
export interface Known {
  readonly customerId: string | number;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** Whether a customer meets a rule, condition by condition. */
export function obeys(row: Omit<Known, "customerId">, rule: ProgrammeConditions): boolean {
  if (rule.recencyAtMost !== undefined && row.recency > rule.recencyAtMost) return false;
  if (rule.frequencyAtLeast !== undefined && row.frequency < rule.frequencyAtLeast) return false;
  return rule.monetaryAtLeast === undefined || row.monetary >= rule.monetaryAtLeast;
}

/** Whom a programme chooses, by the definition of each way. */
export function chosenBy({ selection, entry }: LoyaltyProgramme, rows: readonly Known[]): Set<Known> {
  const more = (row: Known) => rows.filter(({ monetary }) => monetary > row.monetary).length;
  const atLeast = (row: Known) => rows.filter(({ monetary }) => monetary >= row.monetary).length;
  const those = (is: (row: Known) => boolean) => new Set(rows.filter(is));
  switch (selection.by) {
    case "conditions":
      return those((row) => obeys(row, entry));
    case "topShare":
      return those((row) => more(row) / rows.length < selection.share);
    case "budget": {
      const cents = (sum: number) => Math.round(sum * 100);
      return those((row) => atLeast(row) * cents(selection.costPerMember) <= cents(selection.budget));
    }
    case "members":
      return those(({ customerId }) => selection.members.includes(customerId));
    case "segments": {
      const placed = segmentCustomers(
        scoreCustomers(rows, selection.model),
        selection.scheme as typeof tenSegments,
      );
      return those((row) => selection.segments.includes(placed[rows.indexOf(row)].segment));
    }
    case "clusters": {
      const placed = assignClusters(rows, selection.model);
      return those((row) => selection.clusters.includes(placed[rows.indexOf(row)].cluster));
    }
  }
}

const IDS = ["ada", "bob", "1", 1, "__proto__", ...Array.from({ length: 7 }, (_, i) => `c-${i}`)] as const;

/** A line of a shop's log: in quarters, so that every sum of them is exact. */
export interface ShopLine extends Line {
  readonly customerId: string | number;
  readonly country: string;
}

const START = dayOf("2022-01-03");
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const shopDay = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 120 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 30, 60, 90) },
  { weight: 1, arbitrary: fc.integer({ min: 300, max: 500 }) },
);
const quarters = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 4);

const shopLine = fc
  .record({
    customerId: fc.constantFrom(...IDS),
    orderId: fc.option(fc.constantFrom("o1", "o2", "o3"), { freq: 3 }),
    product: fc.constantFrom("tea", "milk", "jam"),
    country: fc.constantFrom("uk", "fr"),
    day: shopDay,
    amount: fc.oneof({ weight: 6, arbitrary: quarters(0, 80) }, { weight: 1, arbitrary: quarters(-30, -1) }),
    returned: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 7 }),
  })
  .map(({ day, returned, ...line }) => {
    const bought = { ...line, date: dateOf(START + day) };
    if (returned === null || line.amount <= 0) return [bought];
    return [
      bought,
      { ...bought, orderId: "credit", amount: -line.amount, date: dateOf(START + day + returned) },
    ];
  });

/** Lines with, after some purchases, a return of just that amount. */
const shopLines: fc.Arbitrary<ShopLine[]> = fc
  .array(shopLine, { minLength: 4, maxLength: 45, size: "max" })
  .map((lines) => lines.flat());

/** One way to choose; clusters need customers to be found in. */
type Choice = ProgrammeOptions<string> | { readonly k: number };

const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc
    .record(
      {
        recencyAtMost: fc.integer({ min: 5, max: 120 }),
        frequencyAtLeast: fc.integer({ min: 1, max: 4 }),
        monetaryAtLeast: quarters(1, 90),
      },
      { requiredKeys: [] },
    )
    .filter((conditions) => Object.keys(conditions).length > 0)
    .map((conditions) => ({ conditions })),
  fc.integer({ min: 10, max: 80 }).map((percent) => ({ topShare: percent / 100 })),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 10, max: 3000 }), fc.integer({ min: 0, max: 9 }))
    .map(([members, cost, more]) => ({ budget: (members * cost + more) / 100, costPerMember: cost / 100 })),
  fc.shuffledSubarray([...IDS], { minLength: 2, maxLength: 8 }).map((members) => ({ members })),
  fc.subarray([...tenSegments.segments], { minLength: 2, maxLength: 8 }).map((segments) => ({ segments })),
  fc.integer({ min: 2, max: 3 }).map((k) => ({ k })),
);

/** A shop, a programme and a day. */
export interface Scene {
  readonly rows: readonly ShopLine[];
  readonly returns: "net" | "drop" | "match";
  /** Days after the first of all; `undefined`: the day after the last. */
  readonly asOf: number | undefined;
  /** Days after `asOf`. */
  readonly until: number | undefined;
  readonly windowDays: number | undefined;
  readonly level: number;
  readonly choice: Choice;
}

export const scene: fc.Arbitrary<Scene> = fc.record({
  rows: shopLines,
  returns: returnsOption,
  asOf: fc.option(
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 20, max: 110 }) },
      { weight: 1, arbitrary: fc.integer({ min: 365, max: 480 }) },
    ),
    { nil: undefined, freq: 9 },
  ),
  until: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined, freq: 2 }),
  windowDays: fc.option(fc.integer({ min: 20, max: 120 }), { nil: undefined, freq: 2 }),
  level: fc.constantFrom(0.95, 0.9, 0.8),
  choice,
});

/** The programme, unless it would have nobody or everybody as a member, or no clusters are to be found. */
export function define(
  rows: readonly Known[],
  chosen: Choice,
  windowDays?: number | undefined,
): LoyaltyProgramme | undefined {
  try {
    if ("members" in chosen) {
      const members = chosen.members.filter((id) => rows.some(({ customerId }) => customerId === id));
      return members.length === 0 ? undefined : defineProgramme(rows, { members, windowDays });
    }
    if (!("k" in chosen)) return defineProgramme(rows, { ...chosen, windowDays } as ProgrammeOptions);
    const model = fitClusters(rows, { k: chosen.k, starts: 1, transform: "yeo-johnson" });
    return defineProgramme(rows, { clusters: [0], model, windowDays });
  } catch (error) {
    const codes = [
      "emptyPopulation",
      ...("k" in chosen ? ["constantFeature", "invalidOption", "negativeValue"] : []),
    ];
    if (error instanceof RfmError && codes.includes(error.code)) return undefined;
    throw error;
  }
}

/** All that a property wants to know of a scene. */
export interface Stage {
  readonly log: ReturnType<typeof openLog>;
  readonly programme: LoyaltyProgramme;
  readonly options: Parameters<typeof evaluateProgramme>[2];
  /** Lines that the log keeps. */
  readonly lines: readonly ShopLine[];
  readonly day: number;
  /** The first day that counts. */
  readonly from: number;
  readonly customers: readonly Known[];
  readonly members: readonly Known[];
}

const openLog = ({ rows, returns }: Pick<Scene, "rows" | "returns">) =>
  transactionLog(rows, { returns, attributes: { country: "country" } });

/** The customers of a day, by the function that all others go by. */
export function knownOn(
  { rows, returns, windowDays }: Pick<Scene, "rows" | "returns" | "windowDays">,
  day: number,
): Known[] {
  const since = windowDays === undefined ? undefined : dateOf(day - windowDays + 1);
  return computeRfm(rows, { returns, asOf: dateOf(day), since });
}

/** Sets a scene, unless there is nobody or everybody to be a member. */
export function set(scene: Scene, horizons: readonly number[] = [30]): Stage | undefined {
  const { rows, returns, windowDays, level } = scene;
  const lines = rows.filter(({ amount }) => returns !== "drop" || amount >= 0);
  const bought = lines.filter(({ amount }) => amount >= 0).map(({ date }) => dayOf(date));
  const last = Math.max(...lines.map(({ date }) => dayOf(date)));
  const day = scene.asOf === undefined ? last + 1 : START + scene.asOf;
  if (bought.length === 0 || day < Math.min(...bought)) return undefined;
  const customers = knownOn(scene, day);
  const programme = define(customers, scene.choice, windowDays);
  if (programme === undefined) return undefined;
  const chosen = chosenBy(programme, customers);
  if (chosen.size === 0 || chosen.size === customers.length) return undefined;
  const until = scene.until === undefined || day + scene.until > last ? undefined : dateOf(day + scene.until);
  const asOf = scene.asOf === undefined ? undefined : dateOf(day);
  const options = { seed: 7, replicates: 99, horizons, level, asOf, until };
  const from = windowDays === undefined ? Number.NEGATIVE_INFINITY : day - windowDays + 1;
  return { log: openLog(scene), programme, options, lines, day, from, customers, members: [...chosen] };
}

/** The lines of some days, each on its own. */
export const between = (lines: readonly ShopLine[], from: number, to: number): ShopLine[] =>
  lines.filter(({ date }) => dayOf(date) >= from && dayOf(date) <= to);

/** The lines that are there once returns are matched, where they are. */
export function counted(lines: readonly ShopLine[], returns: Scene["returns"]): readonly ShopLine[] {
  if (returns !== "match") return lines;
  const undone = new Set([...pairReturns(lines)].flat());
  return lines.filter((line) => !undone.has(line));
}

/** What some customers bought, and what they bought less what they sent back. */
export function spent(lines: readonly ShopLine[], who: readonly unknown[]): { gross: number; net: number } {
  const own = lines.filter(({ customerId }) => who.includes(customerId)).map(({ amount }) => amount);
  return { gross: exactSum(own.filter((amount) => amount >= 0)) + 0, net: exactSum(own) + 0 };
}

export const ids = (rows: readonly { readonly customerId: unknown }[]): (string | number)[] =>
  rows.map(({ customerId }) => customerId as string);
