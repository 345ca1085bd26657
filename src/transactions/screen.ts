import { RfmError, sentence } from "../core/error.js";
import { duplicateFinder } from "./duplicates.js";
import { FAULTS, readRules } from "./exclude.js";
import type { Layout } from "./layout.js";
import type { LogInputOptions, LogSettings } from "./settings.js";
import type { Table } from "./table.js";
import { openTally, type Tally } from "./tally.js";

/** Decides row by row what is kept, and counts what is not. */
export interface Screen {
  /** Whether a row is kept. Rows must be asked for once each, in order. */
  admits(row: number): boolean;
  readonly tally: Tally;
  /** Rows that repeat an earlier one; `null` where they are not looked for. */
  duplicates(): number | null;
}

/** Checks in this order: fields, the caller's rules, duplicates, returns. The first that applies counts. */
export function openScreen(
  caller: string,
  table: Table,
  layout: Layout,
  options: LogInputOptions,
  { duplicates, invalid, returns }: LogSettings,
): Screen {
  const rules = readRules(caller, table, options.exclude);
  const dropsDuplicates = duplicates === "drop";
  const dropsReturns = returns === "drop";
  const tally = openTally(FAULTS, [
    ...rules.map((rule) => rule.name),
    ...(dropsDuplicates ? ["duplicate"] : []),
    ...(dropsReturns ? ["return"] : []),
  ]);
  const repeatsEarlier = duplicates === "keep" ? undefined : duplicateFinder(table);
  let repeated = 0;

  const faultOf = (row: number): string | undefined => {
    for (const field of layout.required) {
      const fault = field.fault(row);
      if (fault === undefined) continue;
      const refusal = { caller, row, ...fault };
      if (invalid === "throw") throw new RfmError(refusal);
      if (tally.wantsIssue())
        tally.note({ row, path: fault.path, code: fault.code, message: sentence(refusal) });
      return fault.code;
    }
    return undefined;
  };
  const reasonToDrop = (row: number): string | undefined => {
    const isRepeat = repeatsEarlier?.(row) ?? false;
    if (isRepeat) repeated++;
    const fault = faultOf(row);
    if (fault !== undefined) return fault;
    for (const rule of rules) if (rule.applies(row)) return rule.name;
    if (isRepeat && dropsDuplicates) return "duplicate";
    return dropsReturns && layout.amounts.read(row) < 0 ? "return" : undefined;
  };
  return {
    tally,
    duplicates: () => (repeatsEarlier ? repeated : null),
    admits(row) {
      const reason = reasonToDrop(row);
      if (reason !== undefined) tally.drop(reason, layout.amounts.read(row));
      return reason === undefined;
    },
  };
}
