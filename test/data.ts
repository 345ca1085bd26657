import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";

/** The folder of the real data, where `RFM_KIT_DATA` names one; its expected results stand beside it. */
const folder = process.env.RFM_KIT_DATA && resolve(process.env.RFM_KIT_DATA);

/** Whether the cases on real data can run. */
export const hasData = folder !== undefined && folder !== "" && existsSync(folder);

function read(path: string): Buffer {
  return readFileSync(resolve(folder as string, path));
}

/** A gzipped file as text. */
export const readText = (path: string) => gunzipSync(read(path)).toString();

/** The rows of a gzipped CSV file, as text. */
function readCsv(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readText(path), { header: true, skipEmptyLines: true }).data;
}

export const readData = (name: string) => readCsv(name);
export const readExpected = (name: string) => readCsv(`../expected/${name}`);
export const readExpectedJson = (name: string) => JSON.parse(read(`../expected/${name}`).toString());
