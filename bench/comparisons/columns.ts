import type { DuckDBConnection } from "@duckdb/node-api";
import { computeRfm } from "rfm-kit";
import { asColumns } from "../data/forms.js";
import { AS_OF, makeLines, shopOf } from "../data/shop.js";
import type { Flags } from "../flags.js";
import { checkAnswer } from "../harness/answer.js";
import { grouped, type Section, timesSection } from "../harness/section.js";
import { fastest, inTurns, type Task, timed } from "../harness/turns.js";
import { readChunks, readConverted } from "../peers/duckdb-columns.js";
import { loadLines, rfmQueries } from "../peers/duckdb-lines.js";

/** A way for DuckDB to answer a query. */
type Way = (database: DuckDBConnection, sql: string) => Promise<unknown>;

interface Match {
  readonly name: string;
  readonly work: string;
  /** Against DuckDB's fastest query and way. */
  readonly goal: number;
  readonly ways: Readonly<Record<string, Way>>;
}

/** Columns to customers, beside DuckDB from a table of its own into another: each stays at home. */
export const columns = against({
  name: "columns",
  work: "columns to customers",
  goal: 2,
  ways: { "into a table": (database, sql) => database.run(`CREATE OR REPLACE TABLE rfm AS ${sql}`) },
});

/** The same with DuckDB's answer read into JavaScript, where ours is already. */
export const columnsRead = against({
  name: "columns-read",
  work: "columns to columns in JavaScript",
  goal: 3,
  ways: { getColumnsJS: readConverted, chunks: readChunks },
});

function against(match: Match) {
  return async function* (flags: Flags): AsyncGenerator<Section> {
    for (const size of flags.columnLines) yield await compare(match, size, flags.rounds);
  };
}

async function compare({ name, work, goal, ways }: Match, size: number, rounds: number): Promise<Section> {
  const lines = makeLines(shopOf(size));
  const input = asColumns(lines);
  const ours = () => computeRfm(input, { output: "columns", asOf: AS_OF });
  const answer = ours();

  const database = await loadLines(lines);
  const peers: Record<string, Task> = {};
  for (const [query, sql] of Object.entries(rfmQueries)) {
    checkAnswer(`DuckDB, ${query}`, answer, await readConverted(database, sql));
    checkAnswer(`DuckDB, ${query}, by chunks`, answer, await readChunks(database, sql));
    for (const [way, run] of Object.entries(ways))
      peers[`DuckDB, ${query}, ${way}`] = timed(() => run(database, sql));
  }
  const times = await inTurns(rounds, { ours: timed(ours), ...peers });
  database.closeSync();

  const best = fastest(times, Object.keys(peers));
  const customers = answer.customerId.length;
  return timesSection(
    `${name}: ${grouped(size)} lines, ${grouped(customers)} customers`,
    { lines: size, customers },
    times,
    Object.keys(peers).map((peer) => ({ work, ours: "ours", peer, goal: peer === best ? goal : undefined })),
  );
}
