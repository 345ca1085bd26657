import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type CsvTable, readCsv } from "../../demo/export/csv.js";
import { openProgress } from "../../demo/export/progress.js";
import { temporaryFolder } from "./files.js";

const { path, write } = temporaryFolder();

/** The rows of a table as text, an empty field as "". */
function rowsOf({ rows, columns }: CsvTable): string[][] {
  return Array.from({ length: rows }, (_, row) =>
    columns.map(({ codes, values }) => (codes[row] < 0 ? "" : values[codes[row]])),
  );
}

describe("readCsv", () => {
  it("reads quotes, line breaks in a field, empty fields and empty lines", async () => {
    const file = write("quotes.csv", 'a,b\n1,"x, ""y"""\n\n  ,"two\nlines"\n');
    const table = await readCsv(file);
    expect(table.header).toEqual(["a", "b"]);
    expect(rowsOf(table)).toEqual([
      ["1", 'x, "y"'],
      ["", "two\nlines"],
    ]);
    expect(table.ragged).toBe(0);
  });

  it("reads what spreadsheets write: a byte order mark, semicolons, CRLF", async () => {
    const table = await readCsv(write("sheet.csv", "\ufeffKunde;Ort\r\n7;Köln\r\n8;Zürich"));
    expect(table.header).toEqual(["Kunde", "Ort"]);
    expect(rowsOf(table)).toEqual([
      ["7", "Köln"],
      ["8", "Zürich"],
    ]);
  });

  it("counts rows of other lengths than the header's, and fills them up", async () => {
    const table = await readCsv(write("ragged.csv", "a,b\n1\n1,2\n1,2,3\n"));
    expect(rowsOf(table)).toEqual([
      ["1", ""],
      ["1", "2"],
      ["1", "2"],
    ]);
    expect(table.ragged).toBe(2);
  });

  it("loses no row and no letter at the seams of a long file, packed or not", async () => {
    const expected = Array.from({ length: 30_000 }, (_, i) => [
      `ä${i}`,
      `${"é".repeat(i % 7)};"\r\n${i % 3}`,
    ]);
    const text = expected.map(([a, b]) => `${a},"${b.replaceAll('"', '""')}"`).join("\r\n");
    const plain = await readCsv(write("long.csv", `a,b\r\n${text}`));
    const packed = await readCsv(write("long.csv.gz", gzipSync(`a,b\r\n${text}`)));
    expect(rowsOf(plain)).toEqual(expected);
    expect(packed).toEqual(plain);
  });

  it("takes a delimiter that is named", async () => {
    const table = await readCsv(write("pipes.csv", "a|b,c\n1|2,3\n"), { delimiter: "|" });
    expect(table.header).toEqual(["a", "b,c"]);
  });

  it.each([
    ["nothing.csv", "", /nothing\.csv is empty\.$/],
    ["header.csv", "a,b\n", /header\.csv has a header but no rows\.$/],
    ["plain.csv.gz", "a,b\n1,2\n", /plain\.csv\.gz cannot be read: incorrect header check\.$/],
  ])("refuses %s", async (name, text, message) => {
    await expect(readCsv(write(name, text))).rejects.toThrow(message);
  });

  it("refuses a file that is not there", async () => {
    await expect(readCsv(path("none.csv"))).rejects.toThrow(
      /none\.csv cannot be read: there is no such file/,
    );
  });
});

describe("openProgress", () => {
  function told(isTTY: boolean, rows: number): string {
    let text = "";
    const progress = openProgress({ isTTY, write: (more) => (text += more) });
    for (let row = 1; row <= rows; row++) progress.report(row);
    progress.end();
    return text;
  }

  it("is quiet on a small file", () => {
    expect(told(false, 99_999)).toBe("");
  });

  it("says a line every 100,000 rows", () => {
    expect(told(false, 250_000)).toBe("100,000 rows read\n200,000 rows read\n");
  });

  it("keeps to one line in a terminal, and takes it away", () => {
    expect(told(true, 250_000)).toBe("\r\x1b[K100,000 rows read\r\x1b[K200,000 rows read\r\x1b[K");
  });
});
