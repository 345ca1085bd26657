import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TableColumn } from "../engine.js";
import { openDuckdb } from "./duckdb.js";

/** Writes tables as Parquet files, which every engine reads. */
export interface ParquetWriter {
  /** The path of a new file of these columns. */
  write(columns: readonly TableColumn[]): Promise<string>;
  close(): Promise<void>;
}

export async function openWriter(): Promise<ParquetWriter> {
  const folder = mkdtempSync(join(tmpdir(), "rfm-kit-parquet-"));
  let files = 0;
  const engine = await openDuckdb();
  return {
    async write(columns) {
      const path = join(folder, `${files++}.parquet`);
      await engine.load("written", columns);
      await engine.run(`COPY written TO '${path}' (FORMAT parquet)`);
      return path;
    },
    async close() {
      await engine.close();
      rmSync(folder, { recursive: true });
    },
  };
}
