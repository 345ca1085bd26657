import {
  computeRfm,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  type TransactionLog,
  tenSegments,
} from "rfm-kit";
import { Failure } from "./failure.js";

/** Everything that is printed and written, from cleaned transactions. */
export function analyse(log: TransactionLog<string>, asOf: string | undefined) {
  const measured = computeRfm(log, { decimals: 2, ...(asOf !== undefined && { asOf }) });
  if (measured.length === 0) throw new Failure("No customer has a purchase, so there is nothing to analyse.");
  const customers = segmentCustomers(scoreCustomers(measured));
  return {
    log,
    customers,
    segments: summarizeSegments(customers, { scheme: tenSegments }),
  };
}

export type Analysis = ReturnType<typeof analyse>;
