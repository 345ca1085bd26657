import { deepStrictEqual } from "node:assert";
import { scoreCustomers, segmentCustomers } from "rfm-kit";
import { asCustomerRows, makeCustomers } from "../data/customers.js";
import type { Flags } from "../flags.js";
import { grouped, type Section, timesSection } from "../harness/section.js";
import { inTurns, timed } from "../harness/turns.js";

const CUSTOMERS = 1e6;

/** Cut points fitted, customers scored and segmented, as rows and as columns. */
export async function* scores(flags: Flags): AsyncGenerator<Section> {
  const columns = makeCustomers(CUSTOMERS);
  const rows = asCustomerRows(columns);
  const segmentRows = () => segmentCustomers(scoreCustomers(rows));
  const segmentColumns = () => segmentCustomers(scoreCustomers(columns));
  deepStrictEqual(
    segmentColumns().segment,
    segmentRows().map((customer) => customer.segment),
  );

  const times = await inTurns(flags.rounds, {
    rows: timed(segmentRows),
    columns: timed(segmentColumns),
  });
  const work = "fit, score and segment";
  yield timesSection(`scores: ${grouped(CUSTOMERS)} customers`, { customers: CUSTOMERS }, times, [
    { work: `${work} rows`, ours: "rows" },
    { work: `${work} columns`, ours: "columns" },
  ]);
}
