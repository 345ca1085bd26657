import { writeFile } from "node:fs/promises";
import Papa from "papaparse";
import type { Analysis } from "./analysis.js";
import { explain } from "./failure.js";

const FIELDS = [
  "customer_id",
  "recency",
  "frequency",
  "monetary",
  "tenure",
  "r_score",
  "f_score",
  "m_score",
  "rfm_score",
  "segment",
];

/** What a spreadsheet takes for a formula; unlike PapaParse's own test, also where a line break follows. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** Writes the customers as a CSV file for a BI tool, one a row. */
export async function writeReadyFile(file: string, customers: Analysis["customers"]): Promise<void> {
  const data = customers.map(
    ({ customerId, recency, frequency, monetary, tenure, r, f, m, rfm, segment }) => {
      return [customerId, recency, frequency, monetary, tenure, r, f, m, rfm, segment];
    },
  );
  const text = Papa.unparse({ fields: FIELDS, data }, { escapeFormulae: FORMULA });
  try {
    await writeFile(file, `${text}\r\n`);
  } catch (error) {
    throw explain(error, `${file} cannot be written`);
  }
}
