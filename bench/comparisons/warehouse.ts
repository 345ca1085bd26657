import type { DuckDBConnection } from "@duckdb/node-api";
import { type CustomerColumns, rfmAccumulator, scoreCustomers, segmentCustomers } from "rfm-kit";
import { rfmSql } from "rfm-kit/sql";
import { median } from "simple-statistics";
import { asIds } from "../data/forms.js";
import type { Flags } from "../flags.js";
import { checkAnswer } from "../harness/answer.js";
import { grouped, type Section } from "../harness/section.js";
import { openDatabase } from "../peers/duckdb.js";
import { readConverted } from "../peers/duckdb-columns.js";
import { makeWarehouse, readWarehouse } from "../peers/duckdb-warehouse.js";

const SHOP = { lines: 1e8, customers: 1e6 };
const BATCH = 1e6;
const AS_OF = "2024-12-31";
const MEGABYTE = 1e6;
/** How often memory is looked at while DuckDB works. */
const WATCH_MS = 50;

/** A hundred million lines that are in DuckDB: the statement there, beside the accumulator here. */
export async function* warehouse(flags: Flags): AsyncGenerator<Section> {
  if (!flags.huge) {
    console.log("\nwarehouse: skipped without --huge");
    return;
  }
  const database = await openDatabase();
  await makeWarehouse(database, SHOP);
  const found = [];
  for (let round = 0; round < flags.rounds; round++) {
    const { answer, ...here } = await inJavaScript(database);
    const there = await inDuckdb(database);
    if (round === 0) await compare(database, answer);
    found.push({ there, here });
  }
  database.closeSync();
  yield section(found);
}

interface Cost {
  readonly ms: number;
  /** The most memory of the process beyond what it had before, in which later rounds find room that is free again. */
  readonly bytes: number;
}

async function inDuckdb(database: DuckDBConnection): Promise<Cost> {
  const statement = rfmSql({
    dialect: "duckdb",
    from: "lines",
    columns: { customerId: "customer", orderId: "order", date: "day", amount: "amount" },
    asOf: AS_OF,
    decimals: 2,
    output: "customers",
  });
  const memory = watchMemory();
  const clock = setInterval(memory.look, WATCH_MS);
  const start = performance.now();
  await database.run(`CREATE OR REPLACE TABLE answer AS ${statement}`);
  const ms = performance.now() - start;
  clearInterval(clock);
  return { ms, bytes: memory.most() };
}

interface Line {
  readonly customerId: number;
  readonly orderId: number;
  readonly date: number;
  readonly amount: number;
}

/** Reading the lines out of DuckDB is outside of the time. */
async function inJavaScript(database: DuckDBConnection) {
  const memory = watchMemory();
  let ms = 0;
  const time = <T>(work: () => T): T => {
    const start = performance.now();
    const done = work();
    ms += performance.now() - start;
    memory.look();
    return done;
  };
  const accumulator = rfmAccumulator<Line, "columns">({ output: "columns", decimals: 2 });
  for await (const batch of readWarehouse(database, BATCH)) time(() => accumulator.add(asIds(batch)));
  const answer = time(() => segmentCustomers(scoreCustomers(accumulator.result(AS_OF))));
  return { ms, bytes: memory.most(), answer };
}

function watchMemory() {
  const before = process.memoryUsage().rss;
  let most = before;
  return {
    look: () => {
      most = Math.max(most, process.memoryUsage().rss);
    },
    most: () => most - before,
  };
}

/** Throws where any customer has another figure, score or segment. */
async function compare(
  database: DuckDBConnection,
  answer: CustomerColumns<number> & { readonly rfm: readonly string[]; readonly segment: readonly string[] },
): Promise<void> {
  const figures = '"customerId", "recency", "frequency", "monetary", "tenure"';
  checkAnswer("the statement", answer, await readConverted(database, `SELECT ${figures} FROM answer`));
  const reader = await database.runAndReadAll('SELECT "customerId", "rfm", "segment" FROM answer');
  const places = new Map(answer.customerId.map((id, place) => [id, place]));
  for (const [id, rfm, segment] of reader.getRows()) {
    const place = places.get(id as number) as number;
    if (answer.rfm[place] !== rfm || answer.segment[place] !== segment)
      throw new Error(`the statement places customer ${id} in ${rfm}, ${segment}`);
  }
}

function section(found: readonly { readonly there: Cost; readonly here: Cost }[]): Section {
  const figures = (side: "there" | "here", figure: keyof Cost) => found.map((round) => round[side][figure]);
  const milliseconds = (side: "there" | "here") => median(figures(side, "ms"));
  const row = (name: string, side: "there" | "here") => ({
    "": name,
    seconds: (milliseconds(side) / 1000).toFixed(1),
    "memory, MB": Math.round(Math.max(...figures(side, "bytes")) / MEGABYTE),
  });
  const ratio = milliseconds("there") / milliseconds("here");
  return {
    title: `warehouse: ${grouped(SHOP.lines)} lines of ${grouped(SHOP.customers)} customers in DuckDB, to segments; statement / accumulator ${ratio.toFixed(2)}`,
    table: [row("the statement in DuckDB", "there"), row("rfmAccumulator on the same lines", "here")],
    record: { title: "warehouse", ...SHOP, found },
  };
}
