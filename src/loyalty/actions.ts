import { fsum } from "d3-array";
import type { PurchaseHistory } from "../lifetime/history-types.js";
import { measureRhythm, valueAtStake } from "../lifetime/rhythm.js";
import type { CustomerFeatures } from "../rfm/feature-types.js";
import { loosen, type MemberFigures, meets, type ProgrammeConditions } from "./conditions.js";
import { marginOf } from "./eligible.js";
import type { Population } from "./population.js";

/** Customers who call for one and the same action. */
export type ActionGroup = "slipping" | "at-the-border" | "secure" | "nearly-in" | "lapsed";

/** What to do for a group, and what is at stake. */
export interface ProgrammeAction<Id> {
  readonly group: ActionGroup;
  /** Who they are, in one line. */
  readonly who: string;
  /** What to do, in one line. */
  readonly action: string;
  /** By falling value at stake. */
  readonly customerIds: readonly Id[];
  readonly customers: number;
  /** Σ max(0, monetary) · 90 / max(tX, 90): what they brought in 90 days while active. The unit of the amounts. */
  readonly valueAtStake: number;
}

/** A customer as the groups look at them. */
interface Seen {
  readonly isMember: boolean;
  readonly figures: MemberFigures;
  /** The chance of a gap as long as the silence at the customer's own rhythm; `null` without a rhythm. */
  readonly probability: number | null;
}

interface Group {
  readonly group: ActionGroup;
  readonly who: string;
  readonly action: string;
  readonly holds: (customer: Seen, entry: ProgrammeConditions) => boolean;
}

/** Of four gaps at the own rhythm three are shorter: the measure of `slippingLoyalRule`. */
const LATE = 0.25;
/** A margin of a tenth is used up soon. */
const NEAR = 0.1;
/** How much looser a rule is that those who are nearly in meet. */
const LOOSER = 0.25;

/** A customer is of the first group that holds; many are of none. */
const GROUPS: readonly Group[] = [
  {
    group: "slipping",
    who: "members who are silent for longer than three in four of their own gaps",
    action: "Call or write to them one by one before they leave: ask what is missing.",
    holds: ({ isMember, probability }) => isMember && probability !== null && probability <= LATE,
  },
  {
    group: "at-the-border",
    who: "members with less than a tenth to spare, or outside of the rule already",
    action: "Tell them what keeps them in, and by when.",
    holds: ({ isMember, figures }, entry) => isMember && marginOf(entry, figures) < NEAR,
  },
  {
    group: "secure",
    who: "the other members",
    action: "Honour them with service and early access; a discount gives money away that they spend anyway.",
    holds: ({ isMember }) => isMember,
  },
  {
    group: "nearly-in",
    who: "customers who would be members were the rule a quarter looser",
    action: "Show them how little is missing, and give a reason for the next order.",
    holds: ({ figures }, entry) => meets(loosen(entry, LOOSER), figures),
  },
  {
    group: "lapsed",
    who: "customers with the orders and the spend of members whose last purchase is too long ago",
    action: "Win them back: they have shown what they are worth.",
    holds: ({ figures }, { frequencyAtLeast, monetaryAtLeast }) =>
      (frequencyAtLeast ?? monetaryAtLeast) !== undefined &&
      meets({ frequencyAtLeast, monetaryAtLeast }, figures),
  },
];

const HORIZON = 90;

/** Which actions, for whom? By falling value at stake; groups of nobody are left out. O(n log n). */
export function rankActions<Id>(
  { customers, isMember }: Population<Id>,
  entry: ProgrammeConditions,
  past: ReadonlyMap<Id, PurchaseHistory<Id>>,
): ProgrammeAction<Id>[] {
  const found = new Map(GROUPS.map(({ group }) => [group, [] as Staked<Id>[]]));
  for (const [row, customer] of customers.entries()) {
    const history = past.get(customer.customerId) as PurchaseHistory<Id>;
    const { probability } = measureRhythm(history);
    const seen = { isMember: isMember[row] === 1, figures: customer, probability };
    const group = GROUPS.find(({ holds }) => holds(seen, entry));
    if (group !== undefined) found.get(group.group)?.push(stakeOf(customer));
  }
  return GROUPS.map(({ holds, ...group }) => ({ ...group, ...addUp(found.get(group.group) ?? []) }))
    .filter(({ customers }) => customers > 0)
    .sort((a, b) => b.valueAtStake - a.valueAtStake);
}

interface Staked<Id> {
  readonly customerId: Id;
  readonly stake: number;
}

/** Of the days that count, as the monetary value is: tX is the days from the first purchase in them to the last. */
function stakeOf<Id>({ customerId, monetary, tenure, recency }: CustomerFeatures<Id>): Staked<Id> {
  return { customerId, stake: valueAtStake(monetary, tenure - recency, HORIZON) };
}

function addUp<Id>(staked: Staked<Id>[]) {
  const falling = staked.sort((a, b) => b.stake - a.stake);
  const customerIds = falling.map(({ customerId }) => customerId);
  return {
    customerIds,
    customers: falling.length,
    valueAtStake: fsum(falling.map(({ stake }) => stake)) + 0,
  };
}
