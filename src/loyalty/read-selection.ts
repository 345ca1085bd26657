import { type ClusterModel, checkClusterModel } from "../cluster/model.js";
import { RfmError } from "../core/error.js";
import { isUsable } from "../core/number.js";
import { unknownName } from "../core/options.js";
import { checkScoreModel, type ScoreModel } from "../core/score-model.js";
import { checkInnerShare } from "../core/share.js";
import { fitScores } from "../rfm/fit-scores.js";
import type { Scorer } from "../rfm/scorer.js";
import { readScheme } from "../segment/lookup.js";
import { checkRulerBins } from "../segment/ruler-bins.js";
import type { SegmentScheme } from "../segment/scheme.js";
import { tenSegments } from "../segment/ten-segments.js";
import type { ProgrammeSelection } from "./programme-types.js";
import { affordable, type ProgrammeCustomer } from "./select.js";

/** The options that choose members, before anything is known of them. */
export interface SelectionOptions {
  readonly conditions?: unknown;
  readonly topShare?: unknown;
  readonly budget?: unknown;
  readonly costPerMember?: unknown;
  readonly segments?: unknown;
  readonly scheme?: SegmentScheme | undefined;
  readonly clusters?: unknown;
  readonly model?: unknown;
  readonly members?: unknown;
}

/** The ways to choose, each with the options that belong to it. */
const WAYS = {
  conditions: [],
  topShare: [],
  budget: ["costPerMember"],
  segments: ["scheme", "model"],
  clusters: ["model"],
  members: [],
} as const;

type Way = keyof typeof WAYS;

/** Options that choose nobody by themselves. */
const COMPANIONS = [
  { path: "costPerMember", hint: '"costPerMember" goes with "budget"' },
  { path: "scheme", hint: '"scheme" goes with "segments"' },
  { path: "model", hint: '"model" goes with "segments" or "clusters"' },
] as const;

export const SELECTION_OPTIONS = [...Object.keys(WAYS), "costPerMember", "scheme", "model"];

/** Reads which customers are chosen: by exactly one way, with no option of another. */
export function readSelection(
  caller: string,
  options: SelectionOptions,
  customers: readonly ProgrammeCustomer[],
): ProgrammeSelection {
  const way = readWay(caller, options);
  switch (way) {
    case "conditions":
      return { by: way };
    case "topShare":
      return { by: way, share: checkPart(caller, options.topShare) };
    case "budget":
      return readBudget(caller, options);
    case "segments":
      return readSegments(caller, options, customers);
    case "clusters":
      return readClusters(caller, options);
    case "members":
      return { by: way, members: readMembers(caller, options.members, customers) };
  }
}

function readWay(caller: string, options: SelectionOptions): Way {
  const ways = Object.keys(WAYS) as Way[];
  const given = ways.filter((way) => options[way] !== undefined);
  if (given.length !== 1) {
    const expected = `one of ${ways.map((way) => `"${way}"`).join(", ")}`;
    const received = given.length === 0 ? undefined : given;
    const hint = COMPANIONS.find(({ path }) => given.length === 0 && options[path] !== undefined)?.hint;
    throw new RfmError({ caller, code: "invalidOption", path: "options", expected, received, hint });
  }
  const [way] = given;
  const own: readonly string[] = WAYS[way];
  for (const { path } of COMPANIONS) {
    if (options[path] === undefined || own.includes(path)) continue;
    const expected = `no such option beside "${way}"`;
    throw new RfmError({ caller, code: "invalidOption", path, expected, received: options[path] });
  }
  return way;
}

function checkPart(caller: string, share: unknown): number {
  return checkInnerShare(caller, "topShare", share);
}

function readBudget(caller: string, { budget, costPerMember }: SelectionOptions): ProgrammeSelection {
  for (const [path, received] of Object.entries({ budget, costPerMember })) {
    if (isUsable(received) && received > 0) continue;
    throw new RfmError({ caller, code: "invalidOption", path, expected: "a sum above 0", received });
  }
  const selection = {
    by: "budget",
    budget: budget as number,
    costPerMember: costPerMember as number,
  } as const;
  if (affordable(selection) >= 1) return selection;
  const expected = `at least ${costPerMember}, what one member costs`;
  throw new RfmError({ caller, code: "invalidOption", path: "budget", expected, received: budget });
}

function readSegments(
  caller: string,
  { segments, scheme = tenSegments, model }: SelectionOptions,
  customers: readonly ProgrammeCustomer[],
): ProgrammeSelection {
  const { r, f, m } = readScheme(caller, scheme).bins;
  const names = checkList(caller, "segments", segments, "the names of segments");
  for (const [i, name] of names.entries()) {
    if (scheme.segments.includes(name as string)) continue;
    throw unknownName(caller, "unknownSegment", String(name), scheme.segments, "a segment", `segments[${i}]`);
  }
  const ruler = model ?? fitScores(customers, { bins: { r: r ?? 5, f: f ?? 5, m: m ?? 5 } });
  checkRuler(caller, ruler);
  checkRulerBins(caller, "model", ruler.bins, scheme);
  return { by: "segments", segments: names as string[], scheme, model: ruler };
}

/** Another tool's scorer compares customers with each other, so that it cannot choose again on another day. */
function checkRuler(caller: string, model: unknown): asserts model is ScoreModel {
  if ((model as Partial<Scorer> | null)?.kind === "scorer") {
    const expected = "a model from fitScores, as a scorer is no JSON";
    const hint = "pass the ids that it chooses as `members`";
    throw new RfmError({ caller, code: "modelKind", path: "model.kind", expected, received: "scorer", hint });
  }
  checkScoreModel(caller, model as ScoreModel);
}

function readClusters(caller: string, { clusters, model }: SelectionOptions): ProgrammeSelection {
  if (model === undefined) {
    const refusal = { caller, code: "invalidOption", path: "model", received: model } as const;
    throw new RfmError({ ...refusal, expected: "the model of fitClusters that the clusters are of" });
  }
  checkClusterModel(caller, model as ClusterModel);
  const { k } = model as ClusterModel;
  const numbers = checkList(caller, "clusters", clusters, "the numbers of clusters");
  for (const [i, received] of numbers.entries()) {
    if (Number.isInteger(received) && Number(received) >= 0 && Number(received) < k) continue;
    const refusal = { caller, code: "invalidOption", path: `clusters[${i}]`, received } as const;
    throw new RfmError({ ...refusal, expected: `the number of a cluster, 0 to ${k - 1}` });
  }
  return { by: "clusters", clusters: numbers as number[], model: model as ClusterModel };
}

function checkList(caller: string, path: string, received: unknown, what: string): unknown[] {
  if (Array.isArray(received) && received.length > 0) return received;
  throw new RfmError({ caller, code: "invalidOption", path, expected: `an array of ${what}`, received });
}

/** Ids of customers, each once, that JSON can hold. */
function readMembers(
  caller: string,
  received: unknown,
  customers: readonly ProgrammeCustomer[],
): (string | number)[] {
  const ids = checkList(caller, "members", received, "the ids of the members");
  const known = new Set(customers.map(({ customerId }) => customerId));
  for (const [i, id] of ids.entries()) {
    const refusal = { caller, code: "invalidOption", path: `members[${i}]`, received: id } as const;
    if (typeof id !== "string" && !Number.isFinite(id)) {
      throw new RfmError({ ...refusal, expected: "a string or a number, as a programme is JSON" });
    }
    if (known.delete(id)) continue;
    const expected = "the id of one of the customers, each once";
    const other = typeof id === "string" ? Number(id) : String(id);
    const hint = known.has(other) ? `the customer's id is a ${typeof other}` : undefined;
    throw new RfmError({ ...refusal, expected, hint });
  }
  return ids as (string | number)[];
}
