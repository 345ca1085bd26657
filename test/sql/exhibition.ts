import fc from "fast-check";
import { hasData } from "../data.js";
import { compareAnswers, subjectOf } from "./answers.js";
import { compareDates } from "./dates.js";
import type { Engine } from "./engine.js";
import { compareMergedRetail } from "./incremental.js";
import { type Choices, choices, compareShop } from "./parity.js";
import { compareRandomClusters, compareRetailClusters } from "./placing.js";
import { compareHalves } from "./properties.js";
import { compareRetail } from "./retail.js";
import { type Abilities, AMOUNTS, type Shop, shop } from "./shop.js";

const ZONES = ["UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Apia"];
const SEED = 20240229;

/** What an engine can hold, from when on, whether it can merge, and how many tables of text dates it is to read. */
interface Exhibited extends Abilities {
  readonly merges: boolean;
  readonly from?: string;
  readonly numRuns: number;
}

/** Says whether an engine gives what the library gives of Online Retail, of random shops and of text dates, with a line for each. */
export async function exhibit(title: string, engine: Engine, abilities: Exhibited): Promise<boolean> {
  const kinds = Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[];
  const shops = kinds.flatMap((kind) =>
    abilities.dates.flatMap((date) => shopsOf(kind, { ...abilities, dates: [date] })),
  );
  const ofShops = await observe(`${title}: ${shops.length} random shops`, engine, async (watched) => {
    for (const [i, [kind, lines, made]] of shops.entries()) {
      await compareShop(watched, lines, made, kind === "cents" ? 2 : undefined);
      if (i % 12 === 0) await compareAnswers(watched, subjectOf(lines, made));
    }
  });
  const ofDates = await observe(`${title}: text dates`, engine, (watched) =>
    compareDates(watched, ZONES, abilities),
  );
  const ofHalves = await observe(`${title}: means half way between two cents`, engine, compareHalves);
  const ofClusters = await observe(`${title}: random clusters`, engine, (watched) =>
    compareRandomClusters(watched, 12, SEED),
  );
  const ofAll = ofShops && ofDates && ofHalves && ofClusters;
  if (!hasData) return ofAll;
  const ofRetail = await observe(`${title}: Online Retail`, engine, (watched) =>
    compareRetail(watched, "double"),
  );
  const ofRanks = await observe(`${title}: clusters of Online Retail, by ranks`, engine, (watched) =>
    compareRetailClusters(watched, { transform: "rank", k: 4 }),
  );
  const ofMonths =
    !abilities.merges ||
    (await observe(`${title}: Online Retail, merged month by month`, engine, compareMergedRetail));
  return ofRetail && ofRanks && ofMonths && ofAll;
}

/** Of two hundred samples the two with the most lines, and two of the middle; the same at every run. */
function shopsOf(kind: keyof typeof AMOUNTS, abilities: Abilities): [typeof kind, Shop, Choices][] {
  const samples = fc.sample(fc.tuple(shop(kind, abilities), choices(ZONES)), { seed: SEED, numRuns: 200 });
  samples.sort(([a], [b]) => b.lines.length - a.lines.length);
  return [samples[0], samples[1], samples[66], samples[133]].map(([lines, made]) => [kind, lines, made]);
}

/** Runs a comparison, and prints what it saw: a line where all was the same, else the statement and the difference. */
async function observe(
  title: string,
  engine: Engine,
  compare: (watched: Engine) => Promise<void>,
): Promise<boolean> {
  let [last, statements, customers] = ["", 0, 0];
  let known = new Set<unknown>();
  const watched: Engine = {
    ...engine,
    load(table, columns) {
      customers += known.size;
      known = new Set();
      return engine.load(table, columns);
    },
    async run(statement) {
      last = statement;
      statements++;
      const rows = await engine.run(statement);
      for (const { customerId, id = customerId } of rows) if (id !== undefined) known.add(id);
      return rows;
    },
  };
  try {
    await compare(watched);
  } catch (error) {
    console.log(`${title}: not the same, by\n${last}`);
    console.log(error instanceof Error ? (error.cause ?? error) : error);
    return false;
  }
  const count = (customers + known.size).toLocaleString("en");
  console.log(`${title}, ${statements} statements, ${count} customers: identical`);
  return true;
}
