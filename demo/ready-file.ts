import { realpath, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import Papa from "papaparse";
import type { Analysis } from "./analysis.js";
import { explain, Failure } from "./failure.js";

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

/** Refuses to write over the file that is read. */
export async function checkTarget(out: string, file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const [target, source] = await Promise.all(
    [out, file].map((path) => realpath(path).catch(() => resolve(path))),
  );
  if (target === source) throw new Failure(`${out} is the file that is read: give --out another name.`);
}

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
