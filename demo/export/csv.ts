import { createReadStream } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import Papa from "papaparse";
import { explain, Failure } from "../failure.js";

/** A column of text in the dictionary form that rfm-kit reads as it is; the code -1 is an empty field. */
export interface TextColumn {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

export interface CsvTable {
  readonly header: readonly string[];
  /** One a name in the header. */
  readonly columns: readonly TextColumn[];
  readonly rows: number;
  /** Rows with more or fewer fields than the header: a sign of broken quotes or of another delimiter. */
  readonly ragged: number;
}

export interface CsvOptions {
  /** Default: guessed. */
  readonly delimiter?: string | undefined;
  readonly onRow?: (rows: number) => void;
}

/**
 * Reads a CSV file with a header, gunzipped where it is called .gz. It is read as a stream into coded
 * columns, so a file needs four bytes a field and its distinct values, however long it is.
 */
export async function readCsv(file: string, { delimiter, onRow }: CsvOptions = {}): Promise<CsvTable> {
  const table = openTable(onRow);
  const unpack = file.endsWith(".gz") ? createGunzip() : new PassThrough();
  const parse = Papa.parse(Papa.NODE_STREAM_INPUT, { skipEmptyLines: true, ...(delimiter && { delimiter }) });
  try {
    await pipeline(
      createReadStream(file),
      unpack,
      decode,
      parse,
      async (records: AsyncIterable<string[]>) => {
        for await (const record of records) table.add(record);
      },
    );
  } catch (error) {
    throw explain(error, `${file} cannot be read`);
  }
  return table.finish(file);
}

/** UTF-8 without its byte order mark, whole characters only; anything else is refused, not misread. */
async function* decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Failure(
      "This is no text in UTF-8: save it as CSV in UTF-8, or name it .gz where it is gzipped.",
    );
  }
}

function openTable(onRow: ((rows: number) => void) | undefined) {
  let header: readonly string[] | undefined;
  let columns: TextBuilder[] = [];
  let rows = 0;
  let ragged = 0;
  return {
    add(record: readonly string[]): void {
      if (header === undefined) {
        header = record;
        columns = record.map(() => buildText());
        return;
      }
      for (let place = 0; place < columns.length; place++) columns[place].add(record[place] ?? "");
      if (record.length !== header.length) ragged++;
      rows++;
      onRow?.(rows);
    },
    finish(file: string): CsvTable {
      if (header === undefined) throw new Failure(`${file} is empty.`);
      if (rows === 0) throw new Failure(`${file} has a header but no rows.`);
      return { header, columns: columns.map((column) => column.finish()), rows, ragged };
    },
  };
}

type TextBuilder = ReturnType<typeof buildText>;

function buildText() {
  const codes: number[] = [];
  const values: string[] = [];
  const known = new Map<string, number>();
  const codeOf = (text: string): number => {
    const code = known.get(text) ?? values.length;
    if (code === values.length) {
      known.set(text, code);
      values.push(text);
    }
    return code;
  };
  return {
    add: (text: string): void => void codes.push(text.trim() === "" ? -1 : codeOf(text)),
    finish: (): TextColumn => ({ codes: Int32Array.from(codes), values }),
  };
}
