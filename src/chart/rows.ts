import { RfmError } from "../core/error.js";
import { mendingOf } from "../core/mending.js";
import { expectedNumber, isUsable } from "../core/number.js";

/** What a column of rows holds: `"number?"` is a number, null or absent. */
export type ColumnKind = "number" | "number?" | "text" | "boolean" | "id";

/** Refuses anything but an array of objects with such columns. */
export function checkTable(
  caller: string,
  path: string,
  rows: unknown,
  columns: Readonly<Record<string, ColumnKind>>,
): void {
  if (!Array.isArray(rows)) {
    const refusal = { caller, code: "invalidInput", path, received: rows, hint: mendingOf(rows) } as const;
    throw new RfmError({ ...refusal, expected: "an array of rows" });
  }
  const kinds = Object.entries(columns);
  for (let row = 0; row < rows.length; row++) {
    const received: unknown = rows[row];
    if (typeof received !== "object" || received === null) {
      throw new RfmError({ caller, code: "invalidInput", path, row, expected: "an object", received });
    }
    for (const [name, kind] of kinds) checkCell(caller, (received as Row)[name], name, kind, row);
  }
}

type Row = Readonly<Record<string, unknown>>;

function checkCell(caller: string, received: unknown, path: string, kind: ColumnKind, row: number): void {
  if (HOLDS[kind](received)) return;
  const expected = kind.startsWith("number")
    ? expectedNumber(received)
    : EXPECTED[kind as keyof typeof EXPECTED];
  throw new RfmError({ caller, code: "invalidValue", path, row, expected, received });
}

const isText = (value: unknown) => typeof value === "string";
const isAbsent = (value: unknown) => value === null || value === undefined;

const HOLDS: Readonly<Record<ColumnKind, (value: unknown) => boolean>> = {
  number: isUsable,
  "number?": (value) => isAbsent(value) || isUsable(value),
  text: isText,
  boolean: (value) => typeof value === "boolean",
  id: (value) => isText(value) || typeof value === "number" || typeof value === "bigint",
};

const EXPECTED = { text: "a text", boolean: "true or false", id: "a text or a number" } as const;

/** Refuses anything but a plain answer that has its rows under this name. */
export function checkAnswer(
  caller: string,
  path: string,
  answer: unknown,
  rows: string,
  maker: string,
): void {
  if (typeof answer === "object" && answer !== null && Array.isArray((answer as Row)[rows])) return;
  const refusal = { caller, code: "invalidInput", path, received: answer, hint: mendingOf(answer) } as const;
  throw new RfmError({ ...refusal, expected: `what ${maker} gives` });
}

/** Names that differ: the second of a kind is told apart by a number. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    // Vega keeps the names of a scale as keys of an object, where this one is none.
    const sound = name === "__proto__" ? "__proto__ " : name;
    let own = sound;
    for (let number = 2; seen.has(own) || (own !== sound && taken.has(own)); number++)
      own = `${name} ${number}`;
    seen.add(own);
    return own;
  });
}
