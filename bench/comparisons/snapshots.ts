import { computeRfm, type TransactionLog, transactionLog } from "rfm-kit";
import { asRows } from "../data/forms.js";
import { makeLines, shopOf } from "../data/shop.js";
import type { Flags } from "../flags.js";
import { checkAnswer, fromRows } from "../harness/answer.js";
import { grouped, type Section, timesSection } from "../harness/section.js";
import { inTurns, timed } from "../harness/turns.js";
import { rfmByMap } from "../peers/map-loop.js";
import { MOST_ROWS } from "./rows.js";

const GOAL = 4;
const MONTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => `2024-${String(month).padStart(2, "0")}-01`);

/** The customers as they were on the first of ten months: a log is read once, a loop starts over. */
export async function* snapshots(flags: Flags): AsyncGenerator<Section> {
  for (const size of flags.lines.filter((size) => size <= MOST_ROWS)) yield await compare(size, flags.rounds);
}

async function compare(size: number, rounds: number): Promise<Section> {
  const rows = asRows(makeLines(shopOf(size)));
  const log = transactionLog(rows);
  const snapshotsOf = (log: TransactionLog<string>) => MONTHS.map((asOf) => computeRfm(log, { asOf }));
  for (const [i, customers] of snapshotsOf(log).entries())
    checkAnswer("the Map loop", fromRows(customers), fromRows(rfmByMap(rows, MONTHS[i])));

  const times = await inTurns(rounds, {
    "log and snapshots": timed(() => snapshotsOf(transactionLog(rows))),
    snapshots: timed(() => snapshotsOf(log)),
    "Map loops": timed(() => MONTHS.map((asOf) => rfmByMap(rows, asOf))),
  });
  return timesSection(
    `snapshots: the customers of ${grouped(size)} lines on ${MONTHS.length} days`,
    { lines: size, snapshots: MONTHS.length },
    times,
    [
      { work: "log made in the time", ours: "log and snapshots", peer: "Map loops", goal: GOAL },
      { work: "log made before", ours: "snapshots", peer: "Map loops" },
    ],
  );
}
