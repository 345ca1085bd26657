import type { MigrationSentences } from "../../narrative/migration-sentences.js";
import { customers, noun, orNone, word } from "./words.js";

const months = /* @__PURE__ */ noun("mês", "meses");
const weeks = /* @__PURE__ */ noun("semana", "semanas");

export const migration: MigrationSentences = {
  none: ({ before, after }) => `A loja não tinha clientes em ${before.text}, nem em ${after.text}.`,
  totals: ({ before, after, customersBefore, customersAfter }) =>
    customersBefore.number === 0
      ? `A loja não tinha nenhum cliente em ${before.text} e tinha ${customersAfter.text} em ${after.text}.`
      : `A loja tinha ${customers(customersBefore)} em ${before.text} e ${orNone(customersAfter)} em ${after.text}.`,
  stayed: ({ stayed, customersBefore }) =>
    `De ${customers(customersBefore)} de antes, ${orNone(stayed)} ${word(stayed, "continua", "continuam")} no mesmo segmento.`,
  moved: ({ moved }) =>
    `Pelas suas compras ou pela falta delas, ${customers(moved)} ${word(moved, "passou", "passaram")} para outro segmento.`,
  drifted: ({ drifted }) =>
    `Também mudaram os limites entre os segmentos: só isso levou ${customers(drifted)} para outro segmento.`,
  noDrift: () => "Nenhum cliente mudou de segmento por terem mudado os limites entre os segmentos.",
  untold: () =>
    "Não se pode saber quantos clientes mudaram de segmento pelas suas compras ou pela falta delas, porque os limites entre os segmentos foram traçados de novo.",
  left: ({ left }) => `Entre as duas datas, ${customers(left)} ${word(left, "saiu", "saíram")}.`,
  entered: ({ entered }) =>
    `Entre as duas datas, ${customers(entered)} ${word(entered, "chegou", "chegaram")}.`,
  revenue: ({ before, after, revenueBefore, revenueAfter }) =>
    `Os clientes de ${before.text} tinham trazido ${revenueBefore.text}; os de ${after.text}, ${revenueAfter.text}.`,
  flow: ({ from, to, customers: count, share }) =>
    `De ${from.text} para ${to.text} ${word(count, "passou", "passaram")} ${customers(count)}, ${share.text} de ${from.text}.`,
  flowDrifted: ({ from, to, customers: count, share, drifted }) =>
    `De ${from.text} para ${to.text} ${word(count, "passou", "passaram")} ${customers(count)}, ${share.text} de ${from.text}; com os limites de antes, ${drifted.text} desse total ${word(drifted, "estaria", "estariam")} em outro segmento.`,
  flowLeft: ({ from, customers: count, share }) =>
    `Dos que saíram, ${customers(count)} ${word(count, "estava", "estavam")} no segmento ${from.text}, ${share.text} dos seus clientes.`,
  grew: ({ segment, before, after }) =>
    `O segmento que mais cresceu foi ${segment.text}: ${customers(before)} antes, ${after.text} depois.`,
  shrank: ({ segment, before, after }) =>
    `O segmento que mais diminuiu foi ${segment.text}: ${customers(before)} antes, ${orNone(after)} depois.`,
  retentionMonth: ({ period, size, customers: count, retained }) =>
    `De ${customers(size)}, ${orNone(count)} ${word(count, "voltou", "voltaram")} a comprar ${months(period)} depois do mês da primeira compra (${retained.text}).`,
  retentionWeek: ({ period, size, customers: count, retained }) =>
    `De ${customers(size)}, ${orNone(count)} ${word(count, "voltou", "voltaram")} a comprar ${weeks(period)} depois da semana da primeira compra (${retained.text}).`,
};
