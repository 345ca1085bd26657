import { realpath, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { customerSegmentationRows, toCsv } from "rfm-kit/export";
import type { Analysis } from "./analysis.js";
import { explain, Failure } from "./failure.js";

/** Refuses to write over the file that is read. */
export async function checkTarget(flag: string, out: string, file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const [target, source] = await Promise.all(
    [out, file].map((path) => realpath(path).catch(() => resolve(path))),
  );
  if (target === source) throw new Failure(`${out} is the file that is read: give --${flag} another name.`);
}

/** Writes the customers as a CSV file for a BI tool, one a row. */
export function writeReadyFile(file: string, customers: Analysis["customers"]): Promise<void> {
  return writeText(file, toCsv(customerSegmentationRows(customers)));
}

/** Writes a file, or says in a sentence why that cannot be. */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw explain(error, `${file} cannot be written`);
  }
}
