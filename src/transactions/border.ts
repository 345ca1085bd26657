import type { RfmErrorCode } from "../core/error.js";
import type { Fates } from "./slice.js";

/** What can be wrong with a row, in the order it is looked for. A row's fate is the place of its fault here, from 1. */
export const FAULTS = [
  "missingCustomer",
  "invalidCustomer",
  "invalidDate",
  "invalidAmount",
  "invalidQuantity",
] as const;

export type FaultName = (typeof FAULTS)[number];

/** The fate of a row with this fault. */
export function fateOf(fault: FaultName): number {
  return FAULTS.indexOf(fault) + 1;
}

/** What is wrong with one field of one row. */
export interface Fault {
  readonly code: RfmErrorCode;
  readonly path: string;
  readonly expected: string;
  readonly received: unknown;
  readonly hint?: string | undefined;
}

/** A field that every row has to be right in. */
export interface BorderField {
  /** The faults it finds. */
  readonly faults: readonly FaultName[];
  /** Reads `length` rows from row `from` on; marks those with a fault where nothing else is wrong yet. Whether it found any. */
  read(from: number, length: number, fates: Fates): boolean;
  /** What is wrong with a row that has been marked. */
  fault(row: number): Fault;
}
