import type { MigrationFlow, SegmentMovement, Told } from "../migration/migration-types.js";
import type { MigrationFacts } from "./facts.js";
import { greatest } from "./greatest.js";
import type { Sentence } from "./sentence.js";
import type { Teller } from "./teller.js";

type Flow = MigrationFlow<string, Told>;

/** Who came, went and changed between two days, apart from what the ruler did. */
export function tellMigration(teller: Teller, migration: MigrationFacts): Sentence[] {
  const { say, day, count, money } = teller;
  const { totals, flows } = migration;
  const days = { before: day(migration.before), after: day(migration.after) };
  const { customersBefore, customersAfter } = totals;
  const sizes = { customersBefore: count(customersBefore), customersAfter: count(customersAfter) };
  if (customersBefore === 0 && customersAfter === 0) {
    return [say("migration", "none", days, { customersBefore, customersAfter })];
  }
  return [
    say("migration", "totals", { ...days, ...sizes }),
    say("migration", "entered", { entered: count(totals.entered) }),
    ...(customersBefore === 0 ? [] : tellChanges(teller, migration)),
    say("migration", "revenue", {
      ...days,
      revenueBefore: money(totals.revenueBefore),
      revenueAfter: money(totals.revenueAfter),
    }),
    ...tellFlows(teller, flows),
    ...tellNet(teller, migration.segments),
  ];
}

/** Those who were there before: who left, who stayed, who moved, and whom the ruler alone moved. */
function tellChanges({ say, count }: Teller, { totals }: MigrationFacts): Sentence[] {
  const { customersBefore, left, stayed, moved, drifted } = totals;
  const sentences = [
    say("migration", "left", { left: count(left) }),
    say("migration", "stayed", { stayed: count(stayed), customersBefore: count(customersBefore) }),
  ];
  if (moved === null || drifted === null) {
    return [...sentences, say("migration", "untold", {}, { moved, drifted })];
  }
  sentences.push(say("migration", "moved", { moved: count(moved) }));
  if (drifted === 0) return [...sentences, say("migration", "noDrift", {}, { drifted })];
  return [...sentences, say("migration", "drifted", { drifted: count(drifted) })];
}

const MOST_FLOWS = 3;

function tellFlows(teller: Teller, flows: readonly Flow[]): Sentence[] {
  const { say, segment, count, share } = teller;
  const falling = flows.filter(({ customers }) => customers > 0).sort((a, b) => b.customers - a.customers);
  const changes = falling.flatMap((flow) => {
    const { from, to, customers, drifted } = flow;
    if (from === null || to === null || from === to) return [];
    const pieces = {
      from: segment(from),
      to: segment(to),
      customers: count(customers),
      share: share(flow.share),
    };
    if (drifted === null || drifted === 0) return [say("migration", "flow", pieces, { drifted })];
    return [say("migration", "flowDrifted", { ...pieces, drifted: count(drifted) })];
  });
  const leaving = falling.flatMap(({ from, to, customers, share: part }) => {
    if (to !== null || from === null) return [];
    return [
      say("migration", "flowLeft", { from: segment(from), customers: count(customers), share: share(part) }),
    ];
  });
  return [...changes.slice(0, MOST_FLOWS), ...leaving.slice(0, 1)];
}

/** The segments that grew and shrank most. */
function tellNet(
  { say, segment, count }: Teller,
  segments: readonly SegmentMovement<string, Told>[],
): Sentence[] {
  if (segments.length === 0) return [];
  const netOf = ({ before, after }: SegmentMovement<string, Told>) => after - before;
  const grown = greatest(segments, netOf);
  const shrunk = greatest(segments, (row) => -netOf(row));
  const pieces = (row: SegmentMovement<string, Told>) => {
    return { segment: segment(row.segment), before: count(row.before), after: count(row.after) };
  };
  return [
    ...(netOf(grown) > 0 ? [say("migration", "grew", pieces(grown))] : []),
    ...(netOf(shrunk) < 0 ? [say("migration", "shrank", pieces(shrunk))] : []),
  ];
}
