import { RfmError } from "../core/error.js";
import { isPlain } from "../core/plain.js";
import type { BorderField } from "./border.js";
import type { Coder } from "./coder.js";
import { type Coding, codeField } from "./codes.js";
import { type CustomerField, customerField } from "./customers.js";
import { type DateField, dateField } from "./dates.js";
import { findField, isAttributeValue, isIdentifier, type LocatedField, locateField } from "./fields.js";
import type { AttributeValue, Identifier } from "./input-types.js";
import { amountField, type NumberField, quantityField } from "./numbers.js";
import { refuseOthers } from "./optional.js";
import type { LogInputOptions, LogSettings } from "./settings.js";
import { rowsOfSlices } from "./slice.js";
import type { Table } from "./table.js";

/** The fields of the transactions, each found in the input and ready to be read. */
export interface Layout {
  /** The fields a row must be right in, in the order they are checked. */
  readonly required: readonly BorderField[];
  readonly customers: CustomerField;
  readonly customerCoding: Coding<Identifier>;
  readonly dates: DateField;
  readonly amounts: NumberField;
  /** The amounts of all rows, where they came as one array of doubles. */
  readonly givenAmounts: Float64Array | undefined;
  readonly quantities: NumberField | undefined;
  readonly orders: Coding<Identifier> | undefined;
  readonly products: Coding<Identifier> | undefined;
  readonly attributes: readonly (readonly [name: string, coding: Coding<AttributeValue>])[];
}

/** The coders of customers and orders that several inputs share. */
export interface SharedCoders {
  readonly customers: Coder<Identifier>;
  readonly orders: Coder<Identifier>;
}

const ATTRIBUTE = "a string, a number, a bigint, a boolean or nothing";

/** Finds every field in the input. */
export function layOut(
  caller: string,
  table: Table,
  options: LogInputOptions,
  settings: LogSettings,
  shared?: SharedCoders,
): Layout {
  // Without its column every row would be dropped: that is a mapping forgotten, not bad data.
  const mustExist = settings.invalid === "drop";
  const find = (name: "customerId" | "date" | "amount"): LocatedField =>
    findField(caller, table, name, options[name], mustExist);
  const findOptional = (name: "orderId" | "product" | "quantity"): LocatedField | undefined =>
    options[name] === undefined && !table.has(name)
      ? undefined
      : findField(caller, table, name, options[name]);
  const codeOptional = (field: LocatedField | undefined, coder?: Coder<Identifier>) =>
    field && refuseOthers(caller, field, codeField(field, isIdentifier, coder));

  const rows = rowsOfSlices(table.length);
  const customer = find("customerId");
  const customerCoding = codeField(customer, isIdentifier, shared?.customers);
  const customers = customerField(customer, customerCoding, rows);
  const dates = dateField(find("date"), settings.zone, rows);
  const amount = find("amount");
  const amounts = amountField(amount, rows);
  const quantity = findOptional("quantity");
  const quantities = quantity && quantityField(quantity, rows);
  return {
    required: [customers, dates, amounts, ...(quantities ? [quantities] : [])],
    customers,
    customerCoding,
    dates,
    amounts,
    givenAmounts: amount.numbers instanceof Float64Array ? amount.numbers : undefined,
    quantities,
    orders: codeOptional(findOptional("orderId"), shared?.orders),
    products: codeOptional(findOptional("product")),
    attributes: attributeEntries(caller, options.attributes).map(([name, given]) => {
      const field = locateField(caller, table, `attributes.${name}`, given);
      return [name, refuseOthers(caller, field, codeField(field, isAttributeValue), ATTRIBUTE)] as const;
    }),
  };
}

function attributeEntries(caller: string, attributes: unknown): [name: string, field: unknown][] {
  if (attributes === undefined) return [];
  if (isPlain(attributes)) return Object.entries(attributes);
  throw new RfmError({
    caller,
    code: "invalidOption",
    path: "attributes",
    expected: 'names and fields, such as { country: "Country" }',
    received: attributes,
  });
}
