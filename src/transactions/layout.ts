import { RfmError } from "../core/error.js";
import { amountField, type BorderField, dateField, type NumberField, quantityField } from "./border.js";
import { codeOptionalField } from "./coding.js";
import { customerField } from "./customers.js";
import { defaultField, isAttributeValue, isIdentifier, type LocatedField, locateField } from "./fields.js";
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
const REQUIRED = ["customerId", "date", "amount"];

/** Finds every field in the input and prepares its column. */
export function layOut(
  caller: string,
  table: Table,
  options: LogInputOptions,
  settings: LogSettings,
): Layout {
  const { length } = table;
  // Without its column every row would be dropped: that is a mapping forgotten, not bad data.
  const mustExist = (name: string): boolean => settings.invalid === "drop" && REQUIRED.includes(name);
  const find = (name: string, field: unknown): LocatedField =>
    field === undefined && !mustExist(name)
      ? defaultField(table, name)
      : locateField(caller, table, name, field ?? name);
  const findOptional = (name: "orderId" | "product" | "quantity"): LocatedField | undefined =>
    options[name] === undefined && !table.has(name) ? undefined : find(name, options[name]);
  const codeOptional = (field: LocatedField | undefined) =>
    field && codeOptionalField(caller, length, field, isIdentifier);

  const customers = customerField(length, find("customerId", options.customerId));
  const dates = dateField(length, find("date", options.date), settings.zone);
  const amounts = amountField(length, find("amount", options.amount));
  const quantity = findOptional("quantity");
  const quantities = quantity && quantityField(length, quantity);
  const orderIds = codeOptional(findOptional("orderId"));
  const orders = orderIds && codeOrders(orderIds);
  const products = codeOptional(findOptional("product"));
  const attributes = attributeEntries(caller, options.attributes).map(([name, field]) => {
    const coding = codeOptionalField(
      caller,
      length,
      find(`attributes.${name}`, field),
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
  if (typeof attributes === "object" && attributes !== null && !Array.isArray(attributes)) {
    return Object.entries(attributes);
  }
  throw new RfmError({
    caller,
    code: "invalidOption",
    path: "attributes",
    expected: 'names and fields, such as { country: "Country" }',
    received: attributes,
  });
}
