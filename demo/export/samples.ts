import type { LogReport } from "rfm-kit";
import type { Places } from "./columns.js";
import type { CsvTable, TextColumn } from "./csv.js";

/** The first unusable value of each kind, as it stands in the file. A missing customer needs no example. */
export function sampleIssues({ columns }: CsvTable, places: Places, { issues }: LogReport): string[] {
  const sources: Partial<Record<string, readonly number[]>> = {
    invalidDate: [places.date],
    invalidAmount: places.factors,
    invalidQuantity: places.quantity === undefined ? [] : [places.quantity],
  };
  const seen = new Set<string>();
  return issues.flatMap(({ code, row }) => {
    const source = sources[code];
    if (source === undefined || seen.has(code)) return [];
    seen.add(code);
    const texts = source.map((place) => JSON.stringify(textAt(columns[place], row)));
    return [`${code}: the first is ${texts.join(" × ")}, in row ${row + 1} below the header.`];
  });
}

function textAt({ codes, values }: TextColumn, row: number): string {
  return values[codes[row]] ?? "";
}
