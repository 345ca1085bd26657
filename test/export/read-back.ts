import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { openDuckDb } from "../ask-duckdb.js";

/** Files of these texts while something is asked of them, and no longer. */
export async function withFiles<T>(
  texts: Readonly<Record<string, string>>,
  ask: (path: (name: string) => string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "rfm-kit-export-"));
  const path = (name: string) => join(folder, `${name}.csv`);
  try {
    for (const [name, text] of Object.entries(texts)) writeFileSync(path(name), text);
    return await ask(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The rows of a CSV text as DuckDB reads them, every cell a text. Cells come as bytes, because its client takes a mark at the
 * start of a text for a byte order mark.
 */
export function readByDuckDb(text: string, delimiter = ","): Promise<Record<string, unknown>[]> {
  return withFiles({ table: text }, async (path) => {
    const ask = await openDuckDb();
    const how = `all_varchar = true, header = true, delim = '${delimiter}', quote = '"', escape = '"'`;
    const rows = await ask(`SELECT hex(COLUMNS(*)) FROM read_csv('${path("table")}', ${how})`);
    const textOf = (cell: unknown) => Buffer.from(String(cell ?? ""), "hex").toString();
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, textOf(cell)])),
    );
  });
}

/** The same as PapaParse reads them. */
export function readByPapa(text: string, delimiter = ","): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, delimiter });
  if (errors.some(({ type }) => type !== "FieldMismatch")) throw new Error(JSON.stringify(errors));
  // The end of the last line is the start of one that holds nothing.
  return data.slice(0, -1);
}
