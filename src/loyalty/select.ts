import { assignClusters } from "../cluster/assign.js";
import { openWalk } from "../core/decimals.js";
import { openScorer, runScorer } from "../rfm/scorer.js";
import { openScheme } from "../segment/lookup.js";
import { type MemberFigures, meets } from "./conditions.js";
import type { LoyaltyProgramme, ProgrammeSelection } from "./programme-types.js";
import { topOfCount, topOfShare } from "./top.js";

/** What a selection looks at; clusters may look at further columns. */
export interface ProgrammeCustomer extends MemberFigures {
  readonly customerId: unknown;
}

/** What chooses members: a selection, and the rule where the rule is the selection. */
type Choice = Pick<LoyaltyProgramme, "selection" | "entry">;

/** Holds 1 for each customer whom a programme chooses. O(n); O(n log n) for a top share and a budget. */
export function selectMembers(
  caller: string,
  { selection, entry }: Choice,
  customers: readonly ProgrammeCustomer[],
): Uint8Array {
  switch (selection.by) {
    case "conditions":
      return flags(customers, (customer) => meets(entry, customer));
    case "topShare":
      return topOfShare(column(customers, "monetary"), selection.share);
    case "budget":
      return topOfCount(column(customers, "monetary"), affordable(selection));
    case "segments":
      return inSegments(caller, selection, customers);
    case "clusters":
      return inClusters(selection, customers);
    case "members":
      return amongMembers(selection, customers);
  }
}

/** How many members a budget pays for. */
export function affordable({ budget, costPerMember }: SelectionBy<"budget">): number {
  const near = Math.floor(budget / costPerMember);
  const costOf = openWalk(0, costPerMember);
  // The quotient may have been rounded past a whole number, as 0.3 / 0.1 is.
  return [near + 1, near].find((members) => costOf(members) <= budget) ?? near - 1;
}

type SelectionBy<By extends string> = Extract<ProgrammeSelection, { readonly by: By }>;

function inSegments(
  caller: string,
  { segments, scheme, model }: SelectionBy<"segments">,
  customers: readonly ProgrammeCustomer[],
): Uint8Array {
  const segmentOf = openScheme(caller, scheme, "programme.selection.scheme");
  const [recency, frequency, monetary] = (["recency", "frequency", "monetary"] as const).map((figure) =>
    column(customers, figure),
  );
  const { r, f, m } = runScorer(openScorer(caller, model), { recency, frequency, monetary });
  const chosen = new Set(segments);
  return flags(customers, (_, row) => chosen.has(segmentOf(r[row], f[row], m[row])));
}

function inClusters(
  { clusters, model }: SelectionBy<"clusters">,
  customers: readonly ProgrammeCustomer[],
): Uint8Array {
  const placed = assignClusters(customers, model);
  const chosen = new Set(clusters);
  return flags(placed, ({ cluster }) => chosen.has(cluster));
}

function amongMembers(
  { members }: SelectionBy<"members">,
  customers: readonly ProgrammeCustomer[],
): Uint8Array {
  const chosen = new Set<unknown>(members);
  return flags(customers, ({ customerId }) => chosen.has(customerId));
}

function flags<Row>(rows: readonly Row[], is: (row: Row, place: number) => boolean): Uint8Array {
  return Uint8Array.from(rows, (row, place) => Number(is(row, place)));
}

function column(customers: readonly MemberFigures[], figure: keyof MemberFigures): Float64Array {
  return Float64Array.from(customers, (customer) => customer[figure]);
}
