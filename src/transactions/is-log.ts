import type { TransactionLog } from "./log-types.js";

/** Whether transactions have been read already. */
export function isLog(input: unknown): input is TransactionLog {
  const log = input as Partial<TransactionLog> | null | undefined;
  return log?.kind === "transactionLog" && log.times instanceof Float64Array;
}
