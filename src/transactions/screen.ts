import { type Refusal, RfmError, sentence } from "../core/error.js";
import { type BorderField, FAULTS } from "./border.js";
import { duplicateFinder } from "./duplicates.js";
import { readRules } from "./exclude.js";
import type { Layout } from "./layout.js";
import type { LogInputOptions, LogSettings } from "./settings.js";
import { type Fates, KEPT, SLICE_ROWS } from "./slice.js";
import type { Table } from "./table.js";
import { openTally, type Tally } from "./tally.js";

/** Decides what becomes of the rows of a slice, and counts those that are dropped. */
export interface Screen {
  /** Whether any row is dropped. Every slice must be judged once, in order. */
  judge(from: number, length: number, fates: Fates): boolean;
  readonly tally: Tally;
  /** Rows that repeat an earlier one; `null` where they are not looked for. */
  duplicates(): number | null;
}

/** A reason to drop rows that have no fault. */
interface Reason {
  readonly name: string;
  applies(row: number, place: number): boolean;
}

/** Checks in this order: fields, the caller's rules, duplicates, returns. The first that applies counts. */
export function openScreen(
  caller: string,
  table: Table,
  { required, amounts }: Pick<Layout, "required" | "amounts">,
  options: LogInputOptions,
  { duplicates, invalid, returns }: LogSettings,
): Screen {
  const repeats = duplicates === "keep" ? undefined : openRepeats(table);
  const { numbers } = amounts;
  const reasons: Reason[] = [
    ...readRules(caller, table, options.exclude),
    ...(repeats && duplicates === "drop" ? [{ name: "duplicate", applies: repeats.has }] : []),
    ...(returns === "drop"
      ? [{ name: "return", applies: (_: number, place: number) => numbers[place] < 0 }]
      : []),
  ];
  const tally = openTally(
    FAULTS,
    Array.from(reasons, ({ name }) => name),
  );
  const throws = invalid === "throw";
  const refusalOf = (row: number, fate: number): Refusal => {
    const field = required.find(({ faults }) => faults.includes(FAULTS[fate - 1])) as BorderField;
    return { caller, row, ...field.fault(row) };
  };
  const note = (row: number, fate: number): void => {
    const refusal = refusalOf(row, fate);
    tally.note({ row, path: refusal.path, code: refusal.code, message: sentence(refusal) });
  };
  const count = (from: number, length: number, fates: Fates): void => {
    for (let i = 0; i < length; i++) {
      if (fates[i] === KEPT) continue;
      tally.drop(fates[i], numbers[i]);
      if (fates[i] <= FAULTS.length && tally.wantsIssue()) note(from + i, fates[i]);
    }
  };
  return {
    tally,
    duplicates: () => repeats?.count() ?? null,
    judge(from, length, fates) {
      let end = length;
      let drops = false;
      for (const field of required) {
        const faulty = field.read(from, end, fates);
        // No row after the first with a fault is looked at where that one is refused.
        if (faulty && throws) end = fates.findIndex((fate) => fate !== KEPT);
        drops ||= faulty;
      }
      if (end < length) throw new RfmError(refusalOf(from + end, fates[end]));
      repeats?.look(from, length);
      for (const [i, reason] of reasons.entries()) {
        if (applyReason(reason, FAULTS.length + 1 + i, from, length, fates)) drops = true;
      }
      if (drops) count(from, length, fates);
      return drops;
    },
  };
}

/** Marks the rows that a reason applies to. Whether there are any. */
function applyReason(reason: Reason, fate: number, from: number, length: number, fates: Fates): boolean {
  let found = false;
  for (let i = 0; i < length; i++) {
    if (fates[i] !== KEPT || !reason.applies(from + i, i)) continue;
    fates[i] = fate;
    found = true;
  }
  return found;
}

/** Which rows of the slice repeat an earlier one. */
function openRepeats(table: Table) {
  const repeatsEarlier = duplicateFinder(table);
  const marks = new Array<boolean>(SLICE_ROWS).fill(false);
  let repeated = 0;
  return {
    look(from: number, length: number): void {
      for (let i = 0; i < length; i++) {
        marks[i] = repeatsEarlier(from + i);
        if (marks[i]) repeated++;
      }
    },
    has: (_: number, place: number): boolean => marks[place],
    count: (): number => repeated,
  };
}
