import { BigMap } from "../core/big-map.js";
import { RfmError } from "../core/error.js";
import { mendingOf } from "../core/mending.js";
import { openCoder } from "../transactions/coder.js";
import type { TransactionLog } from "../transactions/log-types.js";

/** A customer of a log, with a segment. */
export interface PlacedCustomer<Name extends string = string, Id = unknown> {
  readonly customerId: Id;
  readonly segment: Name;
}

/** The customers that have a segment. */
export interface PlacedCustomers {
  /** The code of each in the log, in the order of the rows. */
  readonly codes: Int32Array;
  /** The segments that occur, in order of first appearance. */
  readonly segments: readonly string[];
  /** The place of each customer's segment among these. */
  readonly places: Int32Array;
}

/** Finds segmented customers in a log. Refuses one without a segment, one that is not in the log, and one that comes twice. O(n). */
export function placeCustomers(
  caller: string,
  log: TransactionLog<unknown>,
  segmented: readonly PlacedCustomer[],
): PlacedCustomers {
  const codes = findCustomers(caller, log, segmented, "segmented");
  const coder = openCoder<string>();
  const places = Int32Array.from(segmented, ({ segment }: PlacedCustomer, row) => {
    if (typeof segment === "string") return coder.codeOf(segment);
    const refusal = { caller, code: "unknownSegment", path: "segmented.segment", row } as const;
    throw new RfmError({ ...refusal, expected: "the name of a segment", received: segment });
  });
  return { codes, segments: coder.values, places };
}

/** The code in the log of each of some customers. Refuses one that is not in the log, and one that comes twice. O(n). */
function findCustomers(
  caller: string,
  log: TransactionLog<unknown>,
  customers: readonly { readonly customerId: unknown }[],
  path: string,
): Int32Array {
  if (!Array.isArray(customers)) {
    const refusal = { caller, code: "invalidInput", path, received: customers } as const;
    throw new RfmError({
      ...refusal,
      expected: "an array of rows with customerId",
      hint: mendingOf(customers),
    });
  }
  const codeOf = new BigMap<unknown, number>();
  for (const code of log.customerOrder) codeOf.add(log.customers.values[code], code);
  const seen = new Uint8Array(log.customers.values.length);
  return Int32Array.from(customers, (customer, row) => {
    if (typeof customer !== "object" || customer === null) {
      const refusal = { caller, code: "invalidInput", path, row, received: customer } as const;
      throw new RfmError({ ...refusal, expected: "an object with customerId" });
    }
    const received = customer.customerId;
    const code = codeOf.get(received);
    if (code !== undefined && seen[code] === 0) {
      seen[code] = 1;
      return code;
    }
    const expected = code === undefined ? "a customer of the log" : "each customer once";
    const refusal = { caller, code: "invalidCustomer", path: `${path}.customerId`, row, expected } as const;
    throw new RfmError({ ...refusal, received, hint: hintFor(code, received, codeOf) });
  });
}

/** The codes of the customers that an option names, or of all. O(n). */
export function chooseCustomers(
  caller: string,
  log: TransactionLog<unknown>,
  customers: readonly { readonly customerId: unknown }[] | undefined,
): Int32Array {
  return customers === undefined ? log.customerOrder : findCustomers(caller, log, customers, "customers");
}

/** The code in the log of one customer; refused where the log does not have it. O(customers). */
export function findCustomer(caller: string, log: TransactionLog<unknown>, customerId: unknown): number {
  const known = new BigMap<unknown, number>();
  for (const code of log.customerOrder) {
    if (log.customers.values[code] === customerId) return code;
    known.add(log.customers.values[code], code);
  }
  const refusal = { caller, code: "invalidCustomer", path: "customerId", received: customerId } as const;
  const hint = hintFor(undefined, customerId, known);
  throw new RfmError({ ...refusal, expected: "a customer of the log", hint });
}

/** 1 and "1" are two customers, which is the commonest reason for not finding one. */
function hintFor(code: number | undefined, received: unknown, codeOf: BigMap<unknown, number>) {
  if (code !== undefined) return undefined;
  const other = typeof received === "number" ? String(received) : Number(received);
  if (codeOf.get(other) === undefined) return undefined;
  return `the log has the ${typeof other} ${JSON.stringify(other)}: write the ids of both alike`;
}
