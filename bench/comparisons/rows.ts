import { computeRfm } from "rfm-kit";
import { asRows, type Row } from "../data/forms.js";
import { AS_OF, makeLines, shopOf } from "../data/shop.js";
import type { Flags } from "../flags.js";
import { checkAnswer, fromRows } from "../harness/answer.js";
import { grouped, type Section, timesSection } from "../harness/section.js";
import { inTurns, timed } from "../harness/turns.js";
import { rfmByArquero } from "../peers/arquero.js";
import { rfmByD3 } from "../peers/d3.js";
import { rfmByMap } from "../peers/map-loop.js";

/** At most a quarter more than the loop's time. */
const GOAL = 0.8;
/** As many rows as fit in one text of JSON. */
export const MOST_ROWS = 1e6;

/** Rows to customers, beside what one writes by hand and two libraries that group rows. */
export async function* rows(flags: Flags): AsyncGenerator<Section> {
  for (const size of flags.lines.filter((size) => size <= MOST_ROWS)) yield await compare(size, flags.rounds);
}

async function compare(size: number, rounds: number): Promise<Section> {
  const input = asRows(makeLines(shopOf(size)));
  const ours = (rows: readonly Row[]) => computeRfm(rows, { asOf: AS_OF });
  const answer = fromRows(ours(input));
  checkAnswer("the Map loop", answer, fromRows(rfmByMap(input, AS_OF)));
  checkAnswer("d3.rollup", answer, fromRows(rfmByD3(input, AS_OF)));
  checkAnswer("Arquero", answer, rfmByArquero(input, AS_OF));

  const times = await inTurns(rounds, {
    ours: timed(() => ours(input)),
    "Map loop": timed(() => rfmByMap(input, AS_OF)),
    "d3.rollup": timed(() => rfmByD3(input, AS_OF)),
    Arquero: timed(() => rfmByArquero(input, AS_OF)),
  });
  const customers = answer.customerId.length;
  const work = "rows to customers";
  return timesSection(
    `rows: ${grouped(size)} lines to ${grouped(customers)} customers`,
    { lines: size, customers },
    times,
    [
      { work, ours: "ours", peer: "Map loop", goal: GOAL },
      { work, ours: "ours", peer: "d3.rollup" },
      { work, ours: "ours", peer: "Arquero" },
    ],
  );
}
