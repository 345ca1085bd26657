import type { BaseSentences } from "../../narrative/base-sentences.js";
import { customers, noun, orders, orNone, rows, word } from "./words.js";

const returns = /* @__PURE__ */ noun("return", "returns");

export const base: BaseSentences = {
  noRows: () => "No row was read.",
  allRows: ({ rowsRead }) => `Of ${rows(rowsRead)} read, none was left out.`,
  rows: ({ rowsRead, rowsKept }) =>
    `Of ${rows(rowsRead)} read, ${orNone(rowsKept)} ${word(rowsKept, "was", "were")} kept.`,
  missingCustomer: ({ dropped, droppedAmounts }) =>
    `Left out: ${rows(dropped)} without a customer, worth ${droppedAmounts.text} in all.`,
  invalidCustomer: ({ dropped, droppedAmounts }) =>
    `Left out: ${rows(dropped)} with an invalid customer id, worth ${droppedAmounts.text} in all.`,
  invalidDate: ({ dropped, droppedAmounts }) =>
    `Left out: ${rows(dropped)} with an invalid date, worth ${droppedAmounts.text} in all.`,
  invalidAmount: ({ dropped }) => `Left out: ${rows(dropped)} with an amount that is not a number.`,
  invalidQuantity: ({ dropped, droppedAmounts }) =>
    `Left out: ${rows(dropped)} with a quantity that is not a number, worth ${droppedAmounts.text} in all.`,
  duplicate: ({ dropped, droppedAmounts }) =>
    `Left out: ${rows(dropped)} that ${word(dropped, "repeats", "repeat")} an earlier one, worth ${droppedAmounts.text} in all.`,
  return: ({ dropped, droppedAmounts }) =>
    `Left out: ${rows(dropped)} with a return, worth ${droppedAmounts.text} in all.`,
  excluded: ({ reason, dropped, droppedAmounts }) =>
    `Left out by the rule ${reason.text}: ${rows(dropped)}, worth ${droppedAmounts.text} in all.`,
  excludedNone: ({ reason }) => `The rule ${reason.text} left out no row.`,
  duplicates: ({ duplicates }) =>
    `Still counted: ${rows(duplicates)} that ${word(duplicates, "repeats", "repeat")} an earlier one in every column.`,
  returns: ({ rows: count, returned }) =>
    `Among what was kept, ${rows(count)} ${word(count, "is a return", "are returns")}, worth ${returned.text} in all.`,
  matched: ({ matched }) =>
    matched.number === 0
      ? "None of the returns could be matched with a purchase."
      : `In all, ${returns(matched)} undid a purchase of the same customer.`,
  noReturns: () => "What was kept holds no return.",
  period: ({ firstDay, lastDay }) => `The data run from ${firstDay.text} to ${lastDay.text}.`,
  oneDay: ({ firstDay }) => `All data are of one day, ${firstDay.text}.`,
  asOf: ({ asOf }) => `Days since the last purchase are counted up to ${asOf.text}.`,
  customers: ({ customers: count, orders: placed, amount }) =>
    `All in all, ${customers(count)} placed ${orders(placed)}, worth ${amount.text}.`,
  customersNet: ({ customers: count, orders: placed, amount }) =>
    `All in all, ${customers(count)} placed ${orders(placed)}, worth ${amount.text} after returns.`,
  withoutPurchase: ({ customersWithoutPurchase: count }) =>
    `Besides, ${customers(count)} ${word(count, "has", "have")} returns but no purchase, and ${word(count, "appears", "appear")} in no result.`,
  withoutOrder: ({ rowsWithoutOrder: count }) =>
    `Without an order number, ${rows(count)} ${word(count, "counts as an order", "count as an order each")}.`,
};
