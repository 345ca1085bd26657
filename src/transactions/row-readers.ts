import { RfmError } from "../core/error.js";
import { isUsable } from "../core/number.js";
import { customerFault } from "./customers.js";
import type { LocatedField } from "./fields.js";
import type { Identifier } from "./input-types.js";
import { numberHint } from "./numbers.js";

/** Reads one field of rows that hold a customer each. */
export type RowReader<T> = (row: number) => T;

/** Reads customers, each of whom has one row. */
export function customerReader(caller: string, field: LocatedField): RowReader<Identifier> {
  const seen = new Set<Identifier>();
  return (row) => {
    const fault = customerFault(field, row);
    if (fault !== undefined) throw new RfmError({ caller, row, ...fault });
    const customer = field.read(row) as Identifier;
    if (seen.has(customer)) {
      const refusal = { caller, code: "invalidCustomer", path: field.name, row } as const;
      throw new RfmError({ ...refusal, expected: "one row a customer", received: customer });
    }
    seen.add(customer);
    return customer;
  };
}

/** Reads numbers from `least` up. */
export function numberReader(
  caller: string,
  field: LocatedField,
  least: number,
  expected: string,
): RowReader<number> {
  return (row) => {
    const received = field.read(row);
    if (isUsable(received) && received >= least) return received + 0;
    const refusal = { caller, code: "invalidValue", path: field.name, row } as const;
    throw new RfmError({ ...refusal, expected, received, hint: numberHint(field, received) });
  };
}
