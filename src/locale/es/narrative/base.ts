import type { BaseSentences } from "../../narrative/base-sentences.js";
import { customers, noun, orders, orNoneFeminine, rows, word } from "./words.js";

const returns = /* @__PURE__ */ noun("devolución", "devoluciones");

export const base: BaseSentences = {
  noRows: () => "No se leyó ninguna fila.",
  allRows: ({ rowsRead }) =>
    `Se ${word(rowsRead, "leyó", "leyeron")} ${rows(rowsRead)} y no se descartó ninguna.`,
  rows: ({ rowsRead, rowsKept }) =>
    rowsKept.number === 0
      ? `Se ${word(rowsRead, "leyó", "leyeron")} ${rows(rowsRead)} y no se conservó ninguna.`
      : `Se ${word(rowsRead, "leyó", "leyeron")} ${rows(rowsRead)} y se ${word(rowsKept, "conservó", "conservaron")} ${orNoneFeminine(rowsKept)}.`,
  missingCustomer: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Queda", "Quedan")} fuera ${rows(dropped)} sin cliente, por un total de ${droppedAmounts.text}.`,
  invalidCustomer: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Queda", "Quedan")} fuera ${rows(dropped)} con un identificador de cliente no válido, por un total de ${droppedAmounts.text}.`,
  invalidDate: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Queda", "Quedan")} fuera ${rows(dropped)} con una fecha no válida, por un total de ${droppedAmounts.text}.`,
  invalidAmount: ({ dropped }) =>
    `${word(dropped, "Queda", "Quedan")} fuera ${rows(dropped)} con un importe que no es un número.`,
  invalidQuantity: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Queda", "Quedan")} fuera ${rows(dropped)} con una cantidad que no es un número, por un total de ${droppedAmounts.text}.`,
  duplicate: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Queda", "Quedan")} fuera ${rows(dropped)} que ${word(dropped, "repite", "repiten")} otra anterior, por un total de ${droppedAmounts.text}.`,
  return: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Queda", "Quedan")} fuera ${rows(dropped)} de devoluciones, por un total de ${droppedAmounts.text}.`,
  excluded: ({ reason, dropped, droppedAmounts }) =>
    `Por la regla ${reason.text} ${word(dropped, "queda", "quedan")} fuera ${rows(dropped)}, por un total de ${droppedAmounts.text}.`,
  excludedNone: ({ reason }) => `La regla ${reason.text} no deja fuera ninguna fila.`,
  duplicates: ({ duplicates }) =>
    `De todos modos se ${word(duplicates, "cuenta", "cuentan")} ${rows(duplicates)} que ${word(duplicates, "repite", "repiten")} otra anterior en todas las columnas.`,
  returns: ({ rows: count, returned }) =>
    `De lo conservado, ${rows(count)} ${word(count, "es una devolución", "son devoluciones")}, por un total de ${returned.text}.`,
  matched: ({ matched }) =>
    matched.number === 0
      ? "Ninguna devolución se pudo asignar a una compra."
      : `En total, ${returns(matched)} ${word(matched, "anuló", "anularon")} una compra del mismo cliente.`,
  noReturns: () => "En lo conservado no hay devoluciones.",
  period: ({ firstDay, lastDay }) => `Los datos van del ${firstDay.text} al ${lastDay.text}.`,
  oneDay: ({ firstDay }) => `Todos los datos son de un solo día, el ${firstDay.text}.`,
  asOf: ({ asOf }) => `Los días desde la última compra se cuentan hasta el ${asOf.text}.`,
  customers: ({ customers: count, orders: placed, amount }) =>
    `En conjunto, ${customers(count)} ${placed.number === 0 ? "no " : ""}${word(count, "hizo", "hicieron")} ${orders(placed)} por un total de ${amount.text}.`,
  customersNet: ({ customers: count, orders: placed, amount }) =>
    `En conjunto, ${customers(count)} ${placed.number === 0 ? "no " : ""}${word(count, "hizo", "hicieron")} ${orders(placed)} por un total de ${amount.text}, restadas las devoluciones.`,
  withoutPurchase: ({ customersWithoutPurchase: count }) =>
    `Además, ${customers(count)} ${word(count, "tiene", "tienen")} devoluciones pero ninguna compra, y no ${word(count, "aparece", "aparecen")} en ningún resultado.`,
  withoutOrder: ({ rowsWithoutOrder: count }) =>
    `Sin número de pedido hay ${rows(count)}, que ${word(count, "cuenta como un pedido", "cuentan como un pedido cada una")}.`,
};
