import { RfmError } from "../core/error.js";
import { isUsable } from "../core/number.js";
import { isPlain } from "../core/plain.js";
import type { Facts } from "./facts.js";

/** What a part of the facts has to be: what gives it, and the numbers by which it is known. */
interface FactPart {
  readonly is: "list" | "object" | "day";
  readonly from: string;
  readonly numbers?: readonly string[];
}

const list = (from: string, ...numbers: readonly string[]): FactPart => ({ is: "list", from, numbers });
const object = (from: string, ...numbers: readonly string[]): FactPart => ({ is: "object", from, numbers });

export const FACT_PARTS: Readonly<Record<keyof Facts, FactPart>> = {
  asOf: { is: "day", from: "" },
  log: object("log.report of transactionLog", "rowsRead", "rowsKept", "customers", "orders", "amount"),
  segments: list("summarizeSegments", "customers", "share", "revenue", "revenueShare"),
  pareto: object(
    "summarizePareto",
    "customers",
    "top",
    "topCustomers",
    "topShare",
    "share",
    "customersForShare",
    "gini",
  ),
  clusters: object("{ model, labels, comparison }"),
  migration: object("{ before, after, ...migrateSegments(…) }"),
  retention: list("cohortRetention", "period", "size", "customers"),
  forecast: object("{ days, ...forecastGroup(…) }", "days", "customers", "expectedPurchases"),
  tracking: list("trackForecast", "actual", "expected"),
  programme: object("evaluateProgramme"),
  products: object("segmentProducts", "customers", "allCustomers", "revenue", "tested", "found"),
  gateways: object("gatewayProducts", "customers", "days", "followed", "tested", "found"),
};

/** Refuses a part that is nothing of its kind, and one without the numbers by which it is known. */
export function checkPart(
  caller: string,
  path: string,
  received: unknown,
  { is, from, numbers = [] }: FactPart,
): void {
  const refuse = (expected: string, hint?: string) =>
    new RfmError({ caller, code: "invalidInput", path, expected, received, hint });
  if (is === "day") {
    if (typeof received === "string" && /^\d{4}-\d\d-\d\d$/.test(received)) return;
    throw refuse("a day as YYYY-MM-DD");
  }
  if (is === "object" ? !isPlain(received) : !Array.isArray(received)) {
    throw refuse(`${is === "object" ? "a plain object" : "an array of rows"}, as ${from} gives it`);
  }
  const rows = is === "object" ? [received] : (received as readonly unknown[]);
  for (const [row, part] of rows.entries()) {
    const missing = numbers.find((name) => !isUsable((part as Record<string, unknown> | null)?.[name]));
    if (missing === undefined) continue;
    const at = is === "object" ? path : `${path}[${row}]`;
    const value = (part as Record<string, unknown> | null)?.[missing];
    const hint = value === null ? "leave out rows that were withheld" : undefined;
    const expected = `a finite number, as ${from} gives it`;
    throw new RfmError({
      caller,
      code: "invalidInput",
      path: `${at}.${missing}`,
      expected,
      received: value,
      hint,
    });
  }
}
