import { type Climbed, climb, moveThreshold } from "./climb.js";
import { CONDITIONS, type MemberFigures, type ProgrammeConditions } from "./conditions.js";
import { type Field, openField, passesOthers, type Thresholds } from "./field.js";
import { roundestIn } from "./round-number.js";

/**
 * The conditions that come nearest to a choice of members, by F₁. A climb starts from the box around all members, which is
 * the rule itself where the choice was made by one, from boxes around most of them, which are not led astray by a member
 * far off, and from each condition alone; the best end is kept. Each threshold then becomes the roundest number that divides
 * the customers in the same way, and if a move leads higher from there, the climb goes on. O(n log n), and O(n) a
 * move of a climb.
 *
 * @param isMember holds 1 for some of the customers.
 */
export function distilConditions(
  customers: readonly MemberFigures[],
  isMember: Uint8Array,
): ProgrammeConditions {
  const field = openField(customers, isMember);
  const best = bestOf(startsOf(field).map((start) => climb(field, start)));
  const conditions = conditionsOf(settle(field, best));
  if (Object.keys(conditions).length > 0) return conditions;
  // Nothing tells members from the rest: all are admitted, and the precision says so.
  return {
    frequencyAtLeast: customers.reduce((least, { frequency }) => Math.min(least, frequency), Infinity),
  };
}

/** The parts of the members that the boxes to start from leave out, on each side. */
const LEFT_OUT = [0, 0.05, 0.1, 0.2, 0.4];

function startsOf(field: Field): Thresholds[] {
  const { merits, orders, isMember, members } = field;
  const ofMembers = orders.map((order) => order.filter((customer) => isMember[customer] === 1));
  const boxes = LEFT_OUT.map((part) => {
    const last = Math.floor((1 - part) * (members - 1));
    return merits.map((merit, kind) => merit[ofMembers[kind][last]]);
  });
  const none = merits.map(() => Number.NEGATIVE_INFINITY);
  const alone = merits.map((_, kind) => moveThreshold(field, none, kind).thresholds);
  return [...boxes, ...alone];
}

function bestOf(ends: readonly Climbed[]): Climbed {
  return ends.reduce((one, other) => (isBetter(other, one) ? other : one));
}

/** Of equal scores, the fewer conditions. */
function isBetter(one: Climbed, other: Climbed): boolean {
  const asked = ({ thresholds }: Climbed) => thresholds.filter(Number.isFinite).length;
  return one.score > other.score || (one.score === other.score && asked(one) < asked(other));
}

/** Round thresholds from which no move leads higher: once another one moves, a round one can admit whom the one before did not. */
function settle(field: Field, { thresholds, score }: Climbed): Thresholds {
  const rounded = inRoundNumbers(field, thresholds);
  const further = bestOf(rounded.map((_, kind) => moveThreshold(field, rounded, kind)));
  return further.score > score ? settle(field, climb(field, further.thresholds)) : rounded;
}

/** One threshold after the other, as a number that was free to choose no longer is where the one before has moved. */
function inRoundNumbers(field: Field, thresholds: Thresholds): Thresholds {
  let rounded = thresholds;
  for (const [kind, { figure, better }] of CONDITIONS.entries()) {
    if (thresholds[kind] === Number.NEGATIVE_INFINITY) continue;
    rounded = rounded.with(kind, better * roundThreshold(field, rounded, kind, figure));
  }
  return rounded;
}

function conditionsOf(thresholds: Thresholds): ProgrammeConditions {
  const conditions: Partial<Record<string, number>> = {};
  for (const [kind, { condition, better }] of CONDITIONS.entries())
    if (thresholds[kind] !== Number.NEGATIVE_INFINITY) conditions[condition] = better * thresholds[kind] + 0;
  return conditions;
}

/** The roundest value that divides the customers whom the other conditions admit as the threshold does. */
function roundThreshold(
  field: Field,
  thresholds: Thresholds,
  kind: number,
  figure: (typeof CONDITIONS)[number]["figure"],
): number {
  const [merit, least] = [field.merits[kind], thresholds[kind]];
  let [above, upTo] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let customer = 0; customer < merit.length; customer++) {
    if (!passesOthers(field, thresholds, kind, customer)) continue;
    if (merit[customer] >= least) upTo = Math.min(upTo, merit[customer]);
    else above = Math.max(above, merit[customer]);
  }
  // Orders are few, and the number that members have is as good as a rounder one.
  if (figure === "frequency") return upTo;
  if (figure === "monetary") return roundestIn(above, upTo);
  // Up to but not at the recency of the next customer, and recency is in whole days.
  return Number.isInteger(upTo) && Number.isInteger(above) ? roundestIn(-upTo - 1, -above - 1) : -upTo;
}
