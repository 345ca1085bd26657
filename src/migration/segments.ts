import { ExactSum } from "../core/sum.js";
import { hasMoved } from "./kind.js";
import type { MigratedCustomer, SegmentMovement, Told } from "./migration-types.js";

/** What is counted of one segment. */
class Tally {
  before = 0;
  entered = 0;
  movedIn = 0;
  movedOut = 0;
  left = 0;
  drift = 0;
  after = 0;
  readonly revenueBefore = new ExactSum();
  readonly revenueMovement = new ExactSum();
  readonly revenueDrift = new ExactSum();
  readonly revenueAfter = new ExactSum();
}

/** Counts what each segment loses and gains, in the order of the names. O(customers). */
export function countSegments(
  names: readonly string[],
  customers: readonly MigratedCustomer[],
  told: boolean,
): SegmentMovement<string, Told>[] {
  const tallies = new Map(names.map((name) => [name, new Tally()]));
  const tallyOf = (name: string) => tallies.get(name) as Tally;
  for (const customer of customers) {
    const { from, held, to, monetaryBefore, monetaryAfter } = customer;
    const moved = hasMoved(customer);
    if (from !== null) leave(tallyOf(from), monetaryBefore ?? 0, moved, to === null);
    if (held !== null) hold(tallyOf(held), monetaryAfter ?? 0, moved, from === null);
    if (to !== null) arrive(tallyOf(to), monetaryAfter ?? 0);
  }
  return Array.from(tallies, ([segment, tally]) => summarize(segment, tally, told));
}

function leave(tally: Tally, monetary: number, moved: boolean, absent: boolean): void {
  tally.before++;
  if (moved) tally.movedOut++;
  if (absent) tally.left++;
  tally.revenueBefore.add(monetary);
  tally.revenueMovement.add(-monetary);
}

/** The ruler of before puts a customer here. */
function hold(tally: Tally, monetary: number, moved: boolean, entered: boolean): void {
  tally.drift--;
  if (moved) tally.movedIn++;
  if (entered) tally.entered++;
  tally.revenueMovement.add(monetary);
  tally.revenueDrift.add(-monetary);
}

function arrive(tally: Tally, monetary: number): void {
  tally.after++;
  tally.drift++;
  tally.revenueDrift.add(monetary);
  tally.revenueAfter.add(monetary);
}

function summarize(segment: string, tally: Tally, told: boolean): SegmentMovement<string, Told> {
  const tell = (figure: number | ExactSum) => (told ? figure.valueOf() : null);
  return {
    segment,
    before: tally.before,
    entered: tell(tally.entered),
    movedIn: tell(tally.movedIn),
    movedOut: tell(tally.movedOut),
    left: tally.left,
    drift: tell(tally.drift),
    after: tally.after,
    revenueBefore: tally.revenueBefore.valueOf(),
    revenueMovement: tell(tally.revenueMovement),
    revenueDrift: tell(tally.revenueDrift),
    revenueAfter: tally.revenueAfter.valueOf(),
  };
}
