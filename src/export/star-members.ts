import { BigMap } from "../core/big-map.js";
import { RfmError } from "../core/error.js";
import { isUsable } from "../core/number.js";
import { unknownName } from "../core/options.js";
import { checkRows, isColumns } from "../core/values.js";
import { isIdentifier, isMissing } from "../transactions/fields.js";
import type { TransactionLog } from "../transactions/log-types.js";
import type { StarCustomer } from "./star-types.js";

/** A customer, the code in the log, -1 where there is none, and the row of the list, where there is one. */
interface Member {
  readonly code: number;
  readonly customerId: unknown;
  readonly row: StarCustomer<unknown> | undefined;
}

/** The customers of a log and of a list, those of the log first. */
export interface Members {
  readonly list: readonly Member[];
  /** Customers of the log without a row of the list. */
  readonly absent: number;
  /** Codes of customers in the log. */
  readonly codes: number;
  /** The list's columns, in order of appearance. */
  readonly columns: readonly string[];
}

/** Brings the customers of a log and their rows together. O(customers). */
export function readMembers(
  caller: string,
  { customers, customerOrder }: TransactionLog<unknown>,
  segmented: readonly StarCustomer<unknown>[],
): Members {
  const known = readRows(caller, segmented);
  /** 1: in the log. */
  const inLog = new Uint8Array(segmented.length);
  let absent = 0;
  const list: Member[] = [];
  for (const code of customerOrder) {
    const customerId = customers.values[code];
    const at = known.get(customerId);
    if (at === undefined) absent++;
    else inLog[at] = 1;
    list.push({ code, customerId, row: at === undefined ? undefined : segmented[at] });
  }
  if (absent === list.length && segmented.length > 0 && list.length > 0) {
    throw noneInLog(caller, segmented[0].customerId, list[0].customerId);
  }
  for (const [at, row] of segmented.entries()) {
    if (inLog[at] === 0) list.push({ code: -1, customerId: row.customerId, row });
  }
  return { list, absent, codes: customers.values.length, columns: columnsOf(segmented) };
}

/** The row of each customer in the list. */
function readRows(caller: string, segmented: readonly StarCustomer<unknown>[]): BigMap<unknown, number> {
  if (isColumns(segmented as object)) {
    const hint = "these are columns: score and segment the rows of computeRfm";
    const refusal = { caller, code: "invalidInput", path: "customers", received: segmented } as const;
    throw new RfmError({ ...refusal, expected: "an array of rows", hint });
  }
  checkRows(caller, segmented);
  const known = new BigMap<unknown, number>();
  for (let row = 0; row < segmented.length; row++) {
    const { customerId } = checkRow(caller, segmented[row], row);
    const earlier = known.get(customerId);
    if (earlier !== undefined) {
      const expected = `a customer that has no row yet, but row ${earlier} is theirs`;
      const refusal = { caller, code: "invalidCustomer", path: "customerId", row } as const;
      throw new RfmError({ ...refusal, expected, received: customerId });
    }
    known.add(customerId, row);
  }
  return known;
}

function checkRow(caller: string, customer: unknown, row: number): StarCustomer<unknown> {
  if (typeof customer !== "object" || customer === null) {
    const refusal = { caller, code: "invalidInput", path: "customers", row, received: customer } as const;
    throw new RfmError({ ...refusal, expected: "a customer with a segment" });
  }
  for (const name of ["customerId", "segment", "monetary"]) {
    if (name in customer) continue;
    throw unknownName(caller, "unknownColumn", name, Object.keys(customer), "a column", name, row);
  }
  const { customerId, segment, monetary } = customer as StarCustomer<unknown>;
  if (!isIdentifier(customerId)) {
    const code = isMissing(customerId) ? "missingCustomer" : "invalidCustomer";
    const expected = "a non-empty string, a number or a bigint";
    throw new RfmError({ caller, code, path: "customerId", row, expected, received: customerId });
  }
  if (typeof segment !== "string") {
    const refusal = { caller, code: "unknownSegment", path: "segment", row, received: segment } as const;
    throw new RfmError({ ...refusal, expected: "the name of a segment" });
  }
  if (isUsable(monetary)) return customer as StarCustomer<unknown>;
  const refusal = { caller, code: "invalidValue", path: "monetary", row, received: monetary } as const;
  throw new RfmError({ ...refusal, expected: "a finite number" });
}

function noneInLog(caller: string, received: unknown, first: unknown): RfmError {
  const types = typeof received !== typeof first;
  const hint = types
    ? `these ids are ${typeof received}s, those of the log ${typeof first}s`
    : "are they of another shop?";
  const refusal = { caller, code: "invalidCustomer", path: "customerId", received, hint } as const;
  return new RfmError({ ...refusal, expected: "customers of the log, but it has none of these" });
}

/** The names of all columns, those of the first row first. */
function columnsOf(rows: readonly object[]): string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
}
