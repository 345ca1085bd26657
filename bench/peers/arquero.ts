import { escape as code, from, op } from "arquero";
import type { Row } from "../data/forms.js";
import type { Answer } from "../harness/answer.js";

const DAY = 86_400_000;

/** RFM with a data frame library. */
export function rfmByArquero(rows: readonly Row[], asOf: string): Required<Answer> {
  const day = Date.parse(asOf) / DAY;
  const table = from([...rows])
    .derive({ day: code((row: Row) => Math.floor(Date.parse(row.date) / DAY)) })
    .groupby("customerId")
    .rollup({
      last: op.max("day"),
      first: op.min("day"),
      frequency: op.distinct("orderId"),
      monetary: op.sum("amount"),
    });
  const numbers = (name: string) => table.array(name) as number[];
  return {
    customerId: table.array("customerId") as string[],
    recency: numbers("last").map((last) => day - last),
    frequency: numbers("frequency"),
    monetary: numbers("monetary"),
    tenure: numbers("first").map((first) => day - first),
  };
}
