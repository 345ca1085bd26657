import { RfmError } from "../core/error.js";
import { isPlain } from "../core/plain.js";
import { amountField, type BorderField, dateField, type NumberField, quantityField } from "./border.js";
import { codeOptionalField } from "./coding.js";
import { customerField } from "./customers.js";
import { findField, isAttributeValue, isIdentifier, type LocatedField, locateField } from "./fields.js";
import type { TransactionLog } from "./log-types.js";
import { codeOrders } from "./orders.js";
import type { LogInputOptions, LogSettings } from "./settings.js";
import type { Table } from "./table.js";

/** The columns of a log, which grow by the rows that are kept. */
export interface Layout {
  /** The fields a row must be right in, in the order they are checked. */
  readonly required: readonly BorderField[];
  readonly amounts: NumberField;
  keep(row: number): void;
  finish(): Omit<TransactionLog, "kind" | "timeZone" | "span" | "partners" | "report">;
}

const ATTRIBUTE = "a string, a number, a bigint, a boolean or nothing";

/** Finds every field in the input and prepares its column. */
export function layOut(
  caller: string,
  table: Table,
  options: LogInputOptions,
  settings: LogSettings,
): Layout {
  const { length } = table;
  // Without its column every row would be dropped: that is a mapping forgotten, not bad data.
  const mustExist = settings.invalid === "drop";
  const find = (name: "customerId" | "date" | "amount"): LocatedField =>
    findField(caller, table, name, options[name], mustExist);
  const findOptional = (name: "orderId" | "product" | "quantity"): LocatedField | undefined =>
    options[name] === undefined && !table.has(name)
      ? undefined
      : findField(caller, table, name, options[name]);
  const codeOptional = (field: LocatedField | undefined) =>
    field && codeOptionalField(caller, length, field, isIdentifier);

  const customers = customerField(length, find("customerId"));
  const dates = dateField(length, find("date"), settings.zone);
  const amounts = amountField(length, find("amount"));
  const quantity = findOptional("quantity");
  const quantities = quantity && quantityField(length, quantity);
  const orderIds = codeOptional(findOptional("orderId"));
  const orders = orderIds && codeOrders(orderIds);
  const products = codeOptional(findOptional("product"));
  const attributes = attributeEntries(caller, options.attributes).map(([name, field]) => {
    const coding = codeOptionalField(
      caller,
      length,
      locateField(caller, table, `attributes.${name}`, field),
      isAttributeValue,
      ATTRIBUTE,
    );
    return { name, coding };
  });

  const measures = quantities ? [dates, amounts, quantities] : [dates, amounts];
  return {
    required: [customers, ...measures],
    amounts,
    keep(row) {
      const customer = customers.keep(row);
      for (const measure of measures) measure.keep(row);
      orders?.encode(row, customer);
      products?.encode(row);
      for (const { coding } of attributes) coding.encode(row);
    },
    finish: () => ({
      length,
      clock: dates.clock(),
      days: dates.days,
      times: dates.times,
      amounts: amounts.numbers,
      ...customers.finish(),
      orders: orders?.finish(),
      products: products?.finish(),
      quantities: quantities?.numbers,
      attributes: Object.fromEntries(attributes.map(({ name, coding }) => [name, coding.finish()])),
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
