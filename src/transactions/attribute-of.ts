import { RfmError } from "../core/error.js";
import { unknownName } from "../core/options.js";
import type { AttributeValue } from "./input-types.js";
import type { Coded, TransactionLog } from "./log-types.js";

/** An attribute of a log by its name; refused, with the nearest name, where there is none. */
export function attributeOf(
  caller: string,
  { attributes }: TransactionLog<unknown>,
  path: string,
  name: unknown,
): Coded<AttributeValue> {
  const known = Object.keys(attributes);
  if (typeof name === "string" && known.includes(name)) return attributes[name];
  if (known.length === 0) {
    const refusal = { caller, code: "unknownColumn", path, received: name } as const;
    const hint = 'transactionLog(rows, { attributes: { description: "Description" } })';
    throw new RfmError({ ...refusal, expected: "an attribute of the log, which has none", hint });
  }
  throw unknownName(caller, "unknownColumn", String(name), known, "an attribute of the log", path);
}
