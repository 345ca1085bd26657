import { type ClusterModel, checkClusterModel } from "../cluster/model.js";
import { RfmError } from "../core/error.js";
import { isUsable } from "../core/number.js";
import { isPlain } from "../core/plain.js";
import { checkScoreModel, type ScoreModel } from "../core/score-model.js";
import { readScheme } from "../segment/lookup.js";
import { checkRulerBins } from "../segment/ruler-bins.js";
import type { SegmentScheme } from "../segment/scheme.js";
import type { ProgrammeSelection } from "./programme-types.js";
import { affordable } from "./select.js";

type Check = (part: string, sound: boolean, expected: string, received: unknown) => void;

/** A part of a selection, before anything is known of it. */
type Parts<By extends string> = Partial<
  Record<keyof Extract<ProgrammeSelection, { readonly by: By }>, unknown>
>;

const PATH = "programme.selection";

/** Refuses how a programme chooses its members where that has been damaged since. */
export function checkSelection(caller: string, selection: unknown): void {
  const check: Check = (part, sound, expected, received) => {
    if (sound) return;
    throw new RfmError({ caller, code: "invalidModel", path: `${PATH}${part}`, expected, received });
  };
  check("", isPlain(selection), "how members are chosen, a plain object", selection);
  const { by } = selection as { readonly by?: unknown };
  const way = CHECKS.find(([name]) => name === by);
  check(".by", way !== undefined, `one of ${CHECKS.map(([name]) => `"${name}"`).join(", ")}`, by);
  way?.[1](check, selection as object, caller);
}

/** The ways to choose, and what each of them is checked for. */
const CHECKS: readonly (readonly [
  ProgrammeSelection["by"],
  (check: Check, selection: object, caller: string) => void,
])[] = [
  ["conditions", () => undefined],
  ["topShare", checkTopShare],
  ["budget", checkBudget],
  ["segments", checkSegments],
  ["clusters", checkClusters],
  ["members", checkMembers],
];

function checkTopShare(check: Check, { share }: Parts<"topShare">): void {
  check(".share", isUsable(share) && share > 0 && share < 1, "a share above 0 and below 1", share);
}

function checkBudget(check: Check, selection: Parts<"budget">): void {
  for (const sum of ["budget", "costPerMember"] as const) {
    const received = selection[sum];
    check(`.${sum}`, isUsable(received) && received > 0, "a sum above 0", received);
  }
  const { budget, costPerMember } = selection as { readonly budget: number; readonly costPerMember: number };
  const pays = affordable({ by: "budget", budget, costPerMember }) >= 1;
  check(".budget", pays, `at least ${costPerMember}, what one member costs`, budget);
}

function checkSegments(check: Check, selection: Parts<"segments">, caller: string): void {
  const { segments, scheme, model } = selection as Parts<"segments"> & {
    readonly scheme: SegmentScheme;
    readonly model: ScoreModel;
  };
  readScheme(caller, scheme, `${PATH}.scheme`);
  checkScoreModel(caller, model);
  checkRulerBins(caller, `${PATH}.model`, model.bins, scheme);
  check(".scheme.segments", Array.isArray(scheme.segments), "the names of segments", scheme.segments);
  const isName = (name: unknown) => scheme.segments.some((segment) => segment === name);
  checkEach(check, "segments", segments, `a segment of the scheme "${scheme.name}"`, isName);
}

function checkClusters(check: Check, selection: Parts<"clusters">, caller: string): void {
  const { clusters, model } = selection as Parts<"clusters"> & { readonly model: ClusterModel };
  checkClusterModel(caller, model);
  const isCluster = (cluster: unknown) => model.clusters.some((known) => known.cluster === cluster);
  checkEach(check, "clusters", clusters, `the number of a cluster, 0 to ${model.k - 1}`, isCluster);
}

function checkMembers(check: Check, { members }: Parts<"members">): void {
  const isId = (id: unknown) => typeof id === "string" || Number.isFinite(id);
  checkEach(check, "members", members, "a string or a number", isId);
}

function checkEach(
  check: Check,
  part: string,
  received: unknown,
  what: string,
  is: (entry: unknown) => boolean,
): void {
  check(`.${part}`, Array.isArray(received) && received.length > 0, "an array that is not empty", received);
  for (const [i, entry] of (received as unknown[]).entries()) check(`.${part}[${i}]`, is(entry), what, entry);
}
