import { RfmError } from "../core/error.js";
import type { TransactionLog } from "./log-types.js";

/** Refuses anything but a log. */
export function checkLog(caller: string, log: unknown): void {
  const { kind }: Partial<TransactionLog> = typeof log === "object" && log !== null ? log : {};
  if (kind === "transactionLog") return;
  const refusal = { caller, code: "invalidInput", path: "log", received: log } as const;
  throw new RfmError({ ...refusal, expected: "a log", hint: "transactionLog(rows, …) makes one" });
}
