import { readBinCounts } from "../core/bin-counts.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import { checkCoverage } from "./coverage.js";
import { schemeGrid } from "./grid.js";
import { readRule } from "./rule.js";
import type { Axis, ReadRule, SchemeBins, SegmentRule } from "./rule-types.js";

/** A scheme's parts, checked. */
export interface Definition {
  readonly name: string;
  readonly bins: SchemeBins;
  readonly axes: readonly Axis[] | null;
  readonly rules: readonly SegmentRule<string>[];
  /** How to ask each of the rules. */
  readonly read: readonly ReadRule[];
  readonly otherwise: string | null;
  readonly segments: readonly string[];
  readonly actions: Readonly<Record<string, string>>;
}

const PARTS = ["name", "bins", "axes", "rules", "otherwise", "actions"] as const;

/**
 * Reads the parts of a scheme, as callers write them or as a stored scheme holds them, where null stands for
 * what was left out. `at` stands before every path in a message.
 */
export function readDefinition(caller: string, at: string, definition: unknown): Definition {
  checkOptions(caller, definition, PARTS, at === "" ? undefined : at.slice(0, -1));
  const given = definition as Partial<Record<(typeof PARTS)[number], unknown>>;
  const reader: Reader = { caller, at };
  const name = readName(reader, "name", given.name);
  const bins = readBins(reader, given.bins);
  const axes = readAxes(reader, given.axes);
  if (!Array.isArray(given.rules))
    throw refuse(reader, "rules", "an array of rules, best segment first", given.rules);
  const read = Array.from(given.rules, (rule, i) => readRule(caller, rule, `${at}rules[${i}]`, bins, axes));
  const rules = read.map(({ rule }) => rule);
  const otherwise = isAbsent(given.otherwise) ? null : readName(reader, "otherwise", given.otherwise);
  if (otherwise === null)
    checkCoverage(caller, `${at}otherwise`, schemeGrid(caller, `${at}bins`, bins, axes, read), read);
  const named = [...rules.map((rule) => rule.segment), ...(otherwise === null ? [] : [otherwise])];
  const segments = [...new Set(named)];
  const actions = readActions(reader, given.actions ?? {}, segments);
  return { name, bins, axes, rules, read, otherwise, segments, actions };
}

interface Reader {
  readonly caller: string;
  readonly at: string;
}

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

function readName(reader: Reader, path: string, name: unknown): string {
  if (typeof name === "string" && name !== "") return name;
  throw refuse(reader, path, "a name", name);
}

/** A stored scheme says null of a dimension it does not look at. */
function readBins({ caller, at }: Reader, option: unknown): SchemeBins {
  const given = isPlain(option)
    ? Object.fromEntries(Object.entries(option).filter(([, count]) => count !== null))
    : option;
  const { r, f, m } = readBinCounts(caller, `${at}bins`, given);
  if (r === undefined && f === undefined && m === undefined) {
    const refusal = { caller, code: "invalidBins", path: `${at}bins`, received: option } as const;
    throw new RfmError({ ...refusal, expected: "bins for one of r, f and m at least" });
  }
  return { r: r ?? null, f: f ?? null, m: m ?? null };
}

const AXES: readonly unknown[] = ["r", "f", "m", "fm"] satisfies Axis[];

function readAxes(reader: Reader, axes: unknown): readonly Axis[] | null {
  if (isAbsent(axes)) return null;
  const known =
    Array.isArray(axes) && axes.length > 0 && Array.from(axes).every((axis) => AXES.includes(axis));
  if (known && new Set(axes).size === axes.length) return axes;
  throw refuse(reader, "axes", 'an array of "r", "f", "m" and "fm", each once', axes);
}

function readActions(reader: Reader, actions: unknown, segments: readonly string[]): Record<string, string> {
  checkOptions(reader.caller, actions, segments, `${reader.at}actions`);
  const entries = Object.entries(actions as object).filter(([, action]) => action !== undefined);
  for (const [segment, action] of entries) {
    if (typeof action !== "string") throw refuse(reader, `actions.${segment}`, "a sentence", action);
  }
  return Object.fromEntries(entries);
}

function refuse({ caller, at }: Reader, path: string, expected: string, received: unknown): RfmError {
  return new RfmError({ caller, code: "invalidRule", path: at + path, expected, received });
}
