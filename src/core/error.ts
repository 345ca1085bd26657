/**
 * Every way a call can be refused. The reasons for which a single row is invalid are also the names under
 * which `log.report.dropped` counts it.
 */
export type RfmErrorCode =
  | "missingCustomer"
  | "invalidCustomer"
  | "invalidDate"
  | "invalidAmount"
  | "invalidQuantity"
  | "invalidValue"
  | "invalidInput"
  | "unequalLengths"
  | "unknownOption"
  | "unknownColumn"
  | "invalidOption"
  | "invalidTimeZone"
  | "asOfBeforeFirstPurchase"
  | "mixedClocks"
  | "notInState"
  | "emptyPopulation"
  | "invalidBins"
  | "ruleOutsideBins"
  | "invalidRule"
  | "collapsedBins"
  | "uncoveredCells"
  | "binsMismatch"
  | "unknownSegment"
  | "modelKind"
  | "modelVersion"
  | "invalidModel"
  | "constantFeature"
  | "notIdentified"
  | "notInDialect"
  | "negativeValue";

/** What a refusal says: who refuses, where, what was expected and what came instead. */
export interface Refusal {
  readonly caller: string;
  readonly code: RfmErrorCode;
  /** The field, option or part of a model at fault, such as `"date"` or `"rules[2].r"`. */
  readonly path: string;
  /** Zero-based position in the input, where one row is at fault. */
  readonly row?: number | undefined;
  readonly expected: string;
  /** Present where a value was received; `undefined` is a value here. */
  readonly received?: unknown;
  readonly hint?: string | undefined;
}

/**
 * The one error class of rfm-kit. `code` is for programs, `path` and `row` say where, the message says it all
 * in one sentence:
 *
 * `computeRfm: "date" of row 17: expected a Date, epoch milliseconds, an ISO 8601 string or a Temporal value,
 * received "31/12/2024" (write it as "2024-03-01" or "2024-03-01 10:15")`
 *
 * @example
 * ```ts
 * import { computeRfm, RfmError } from "rfm-kit";
 *
 * try {
 *   computeRfm([{ customerId: "ada", date: "31/12/2024", amount: 20 }]);
 * } catch (error) {
 *   if (!(error instanceof RfmError)) throw error;
 *   error.code; // => "invalidDate"
 *   error.path; // => "date"
 *   error.row; // => 0
 * }
 * ```
 */
export class RfmError extends Error {
  override readonly name = "RfmError";
  readonly code: RfmErrorCode;
  readonly path: string;
  /** Zero-based position in the input; `undefined` where no single row is at fault. */
  readonly row: number | undefined;

  constructor(refusal: Refusal) {
    super(sentence(refusal));
    this.code = refusal.code;
    this.path = refusal.path;
    this.row = refusal.row;
  }
}

/** A refusal in one sentence. */
export function sentence(refusal: Refusal): string {
  const { caller, path, row, expected, hint } = refusal;
  const where = row === undefined ? `"${path}"` : `"${path}" of row ${row}`;
  const received = "received" in refusal ? `, received ${show(refusal.received)}` : "";
  return `${caller}: ${where}: expected ${expected}${received}${hint ? ` (${hint})` : ""}`;
}

const LONGEST = 60;

/** A value as a reader recognises it, cut where it is long. */
function show(value: unknown): string {
  if (typeof value === "string") return shorten(JSON.stringify(value));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : value.toISOString();
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return shorten(JSON.stringify(value) ?? "an object");
  } catch {
    return "an object";
  }
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
