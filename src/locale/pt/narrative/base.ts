import type { BaseSentences } from "../../narrative/base-sentences.js";
import { customers, noun, orders, rows, word } from "./words.js";

const returns = /* @__PURE__ */ noun("devolução", "devoluções");

export const base: BaseSentences = {
  noRows: () => "Não foi lida nenhuma linha.",
  allRows: ({ rowsRead }) =>
    `${word(rowsRead, "Foi lida", "Foram lidas")} ${rows(rowsRead)} e nenhuma ficou de fora.`,
  rows: ({ rowsRead, rowsKept }) =>
    rowsKept.number === 0
      ? `${word(rowsRead, "Foi lida", "Foram lidas")} ${rows(rowsRead)} e nenhuma foi mantida.`
      : `${word(rowsRead, "Foi lida", "Foram lidas")} ${rows(rowsRead)} e ${word(rowsKept, "foi mantida", "foram mantidas")} ${rowsKept.text}.`,
  missingCustomer: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Ficou", "Ficaram")} de fora ${rows(dropped)} sem cliente, no total de ${droppedAmounts.text}.`,
  invalidCustomer: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Ficou", "Ficaram")} de fora ${rows(dropped)} com um identificador de cliente inválido, no total de ${droppedAmounts.text}.`,
  invalidDate: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Ficou", "Ficaram")} de fora ${rows(dropped)} com uma data inválida, no total de ${droppedAmounts.text}.`,
  invalidAmount: ({ dropped }) =>
    `${word(dropped, "Ficou", "Ficaram")} de fora ${rows(dropped)} com um valor que não é um número.`,
  invalidQuantity: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Ficou", "Ficaram")} de fora ${rows(dropped)} com uma quantidade que não é um número, no total de ${droppedAmounts.text}.`,
  duplicate: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Ficou", "Ficaram")} de fora ${rows(dropped)} que ${word(dropped, "repete", "repetem")} outra anterior, no total de ${droppedAmounts.text}.`,
  return: ({ dropped, droppedAmounts }) =>
    `${word(dropped, "Ficou", "Ficaram")} de fora ${rows(dropped)} de devoluções, no total de ${droppedAmounts.text}.`,
  excluded: ({ reason, dropped, droppedAmounts }) =>
    `Pela regra ${reason.text} ${word(dropped, "ficou", "ficaram")} de fora ${rows(dropped)}, no total de ${droppedAmounts.text}.`,
  excludedNone: ({ reason }) => `A regra ${reason.text} não deixou de fora nenhuma linha.`,
  duplicates: ({ duplicates }) =>
    `Mesmo assim, ${word(duplicates, "foi contada", "foram contadas")} ${rows(duplicates)} que ${word(duplicates, "repete", "repetem")} outra anterior em todas as colunas.`,
  returns: ({ rows: count, returned }) =>
    `Do que foi mantido, ${rows(count)} ${word(count, "é uma devolução", "são devoluções")}, no total de ${returned.text}.`,
  matched: ({ matched }) =>
    matched.number === 0
      ? "Nenhuma devolução pôde ser associada a uma compra."
      : `No total, ${returns(matched)} ${word(matched, "anulou", "anularam")} uma compra do mesmo cliente.`,
  noReturns: () => "No que foi mantido não há devoluções.",
  period: ({ firstDay, lastDay }) => `Os dados vão de ${firstDay.text} a ${lastDay.text}.`,
  oneDay: ({ firstDay }) => `Todos os dados são de um só dia, ${firstDay.text}.`,
  asOf: ({ asOf }) => `Os dias desde a última compra são contados até ${asOf.text}.`,
  customers: ({ customers: count, orders: placed, amount }) =>
    `Ao todo, ${customers(count)} ${placed.number === 0 ? "não " : ""}${word(count, "fez", "fizeram")} ${orders(placed)} no valor total de ${amount.text}.`,
  customersNet: ({ customers: count, orders: placed, amount }) =>
    `Ao todo, ${customers(count)} ${placed.number === 0 ? "não " : ""}${word(count, "fez", "fizeram")} ${orders(placed)} no valor total de ${amount.text}, descontadas as devoluções.`,
  withoutPurchase: ({ customersWithoutPurchase: count }) =>
    `Além disso, ${customers(count)} ${word(count, "tem", "têm")} devoluções mas nenhuma compra, e não ${word(count, "aparece", "aparecem")} em nenhum resultado.`,
  withoutOrder: ({ rowsWithoutOrder: count }) =>
    `Sem número de pedido há ${rows(count)}, que ${word(count, "conta como um pedido", "contam como um pedido cada uma")}.`,
};
