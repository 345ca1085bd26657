import { parseArgs } from "node:util";

/** What a run measures. */
export interface Flags {
  /** Numbers of lines. */
  readonly lines: readonly number[];
  /** Numbers of lines for comparisons that work on columns alone, which fit ten times as many in memory. */
  readonly columnLines: readonly number[];
  readonly rounds: number;
  /** Names of comparisons; all where it is empty. */
  readonly only: readonly string[];
  /** Whether to stream a hundred million lines. */
  readonly huge: boolean;
}

const LINES = [1e5, 1e6];
const COLUMN_LINES = [...LINES, 1e7];

export function readFlags(names: readonly string[]): Flags {
  const { values } = parseArgs({
    options: {
      lines: { type: "string" },
      rounds: { type: "string", default: "5" },
      only: { type: "string", default: "" },
      huge: { type: "boolean", default: false },
    },
  });
  const lines = values.lines === undefined ? undefined : list(values.lines).map(count);
  const only = list(values.only);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: expected some of ${names.join(", ")}`);
  return {
    lines: lines ?? LINES,
    columnLines: lines ?? COLUMN_LINES,
    rounds: count(values.rounds),
    only,
    huge: values.huge,
  };
}

const list = (text: string) => text.split(",").filter((part) => part !== "");

function count(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new Error(`expected a whole number such as 1e6, received "${text}"`);
}
