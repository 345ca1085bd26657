import { fsum } from "d3-array";
import { RfmError } from "../core/error.js";
import type { Migration, MigrationFlow, Told } from "../migration/migration-types.js";
import type { Look } from "./options.js";
import { checkAnswer, checkTable, distinctNames } from "./rows.js";

/** A migration as charts draw it: where flows begin and end, by names that differ. */
export interface OpenedMigration {
  readonly flows: readonly MigrationFlow<string, Told>[];
  /** Names in the order of the scheme, those who are new last; only those with customers. */
  readonly sources: readonly string[];
  /** The same, those who are gone last. */
  readonly targets: readonly string[];
  readonly sourceOf: (segment: string | null) => string;
  readonly targetOf: (segment: string | null) => string;
  /** A sentence with the main figures. */
  readonly said: string;
}

/** Checks a migration, and names its segments. */
export function openMigration(
  caller: string,
  look: Look,
  migration: Pick<Migration<string, unknown, Told>, "segments" | "flows">,
): OpenedMigration {
  checkAnswer(caller, "migration", migration, "segments", "migrateSegments");
  checkAnswer(caller, "migration", migration, "flows", "migrateSegments");
  const { segments, flows } = migration;
  checkTable(caller, "migration.segments", segments, { segment: "text" });
  checkTable(caller, "migration.flows", flows, { customers: "number", share: "number" });
  const { words, says } = look.texts;
  const all = segments.map(({ segment }) => segment);
  const names = distinctNames([words.entered, words.left, ...all.map(look.nameOf)]);
  const nameOf = new Map(all.map((segment, i) => [segment, names[i + 2]]));
  const end = (absent: string, path: "from" | "to") => (segment: string | null) => {
    const name = segment === null ? absent : nameOf.get(segment);
    if (name !== undefined) return name;
    const expected = "a segment of the migration, or null";
    throw new RfmError({ caller, code: "unknownSegment", path, expected, received: segment });
  };
  const [sourceOf, targetOf] = [end(names[0], "from"), end(names[1], "to")];
  const occurring = (found: readonly string[], absent: string) =>
    [...names.slice(2), absent].filter((name) => found.includes(name));
  const sources = occurring(
    flows.map(({ from }) => sourceOf(from)),
    names[0],
  );
  const targets = occurring(
    flows.map(({ to }) => targetOf(to)),
    names[1],
  );
  const sum = (is: (flow: MigrationFlow<string, Told>) => boolean) =>
    look.formats.count(fsum(flows.filter(is).map(({ customers }) => customers)));
  const said = says.moved({
    before: sum(({ from }) => from !== null),
    stayed: sum(({ from, to }) => from !== null && from === to),
    moved: sum(({ from, to }) => from !== null && to !== null && from !== to),
    left: sum(({ to }) => to === null),
    entered: sum(({ from }) => from === null),
  });
  return { flows, sources, targets, sourceOf, targetOf, said };
}
