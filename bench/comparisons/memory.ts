import { transactionLog } from "rfm-kit";
import { asColumns } from "../data/forms.js";
import { makeLines, shopOf } from "../data/shop.js";
import type { Flags } from "../flags.js";
import { bytesInUse } from "../harness/garbage.js";
import { grouped, type Section } from "../harness/section.js";

/** 200 MB at ten million lines. */
const GOAL_BYTES_A_LINE = 20;

/** What a log of columns adds beyond the columns it is made of. */
export async function* memory(flags: Flags): AsyncGenerator<Section> {
  const size = Math.max(...flags.columnLines);
  const input = asColumns(makeLines(shopOf(size)));
  // What the first log compiles and caches is no part of a log.
  transactionLog(asColumns(makeLines(shopOf(1000))));
  const before = bytesInUse();
  const log = transactionLog(input);
  const added = bytesInUse() - before;
  if (log.report.rowsKept !== input.amount.length) throw new Error("the log does not hold every line");

  const figures = { lines: size, addedBytes: added, bytesALine: added / size };
  yield {
    title: `memory: what transactionLog adds to ${grouped(size)} lines of columns`,
    table: [
      {
        work: "transactionLog(columns)",
        "added, MB": (added / 1e6).toFixed(1),
        "bytes a line": (added / size).toFixed(1),
        "goal, MB, at most": (GOAL_BYTES_A_LINE * size) / 1e6,
      },
    ],
    record: { title: "memory", ...figures, goalBytesALine: GOAL_BYTES_A_LINE },
  };
}
