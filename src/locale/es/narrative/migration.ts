import type { MigrationSentences } from "../../narrative/migration-sentences.js";
import { customers, noun, orNone, word } from "./words.js";

const months = /* @__PURE__ */ noun("mes", "meses");
const weeks = /* @__PURE__ */ noun("semana", "semanas");

export const migration: MigrationSentences = {
  none: ({ before, after }) => `La tienda no tenía clientes el ${before.text}, ni tampoco el ${after.text}.`,
  totals: ({ before, after, customersBefore, customersAfter }) =>
    customersBefore.number === 0
      ? `La tienda no tenía ningún cliente el ${before.text} y tenía ${customersAfter.text} el ${after.text}.`
      : `La tienda tenía ${customers(customersBefore)} el ${before.text} y ${orNone(customersAfter)} el ${after.text}.`,
  stayed: ({ stayed, customersBefore }) =>
    `De ${customers(customersBefore)} de antes, ${orNone(stayed)} ${word(stayed, "sigue", "siguen")} en el mismo segmento.`,
  moved: ({ moved }) =>
    `Por sus compras o por la falta de ellas, ${customers(moved)} ${word(moved, "pasó", "pasaron")} a otro segmento.`,
  drifted: ({ drifted }) =>
    `También cambiaron los límites entre los segmentos: solo eso llevó a ${customers(drifted)} a otro segmento.`,
  noDrift: () => "Ningún cliente cambió de segmento porque cambiaran los límites entre los segmentos.",
  untold: () =>
    "No se puede saber cuántos clientes cambiaron de segmento por sus compras o por la falta de ellas, porque los límites entre los segmentos se trazaron de nuevo.",
  left: ({ left }) => `Entre las dos fechas, ${customers(left)} se ${word(left, "fue", "fueron")}.`,
  entered: ({ entered }) =>
    `Entre las dos fechas, ${customers(entered)} ${word(entered, "llegó", "llegaron")}.`,
  revenue: ({ before, after, revenueBefore, revenueAfter }) =>
    `Los clientes del ${before.text} habían aportado ${revenueBefore.text}; los del ${after.text}, ${revenueAfter.text}.`,
  flow: ({ from, to, customers: count, share }) =>
    `De ${from.text} a ${to.text} ${word(count, "pasó", "pasaron")} ${customers(count)}, el ${share.text} de ${from.text}.`,
  flowDrifted: ({ from, to, customers: count, share, drifted }) =>
    `De ${from.text} a ${to.text} ${word(count, "pasó", "pasaron")} ${customers(count)}, el ${share.text} de ${from.text}; con los límites de antes, ${drifted.text} de ese total ${word(drifted, "estaría", "estarían")} en otro segmento.`,
  flowLeft: ({ from, customers: count, share }) =>
    `De los que se fueron, ${customers(count)} ${word(count, "estaba", "estaban")} en el segmento ${from.text}, el ${share.text} de sus clientes.`,
  grew: ({ segment, before, after }) =>
    `El segmento que más creció fue ${segment.text}: ${before.number === 0 ? "ningún cliente" : customers(before)} antes, ${after.text} después.`,
  shrank: ({ segment, before, after }) =>
    `El segmento que más se redujo fue ${segment.text}: ${customers(before)} antes, ${orNone(after)} después.`,
  retentionMonth: ({ period, size, customers: count, retained }) =>
    `De ${customers(size)}, ${orNone(count)} ${word(count, "volvió", "volvieron")} a comprar ${months(period)} después del mes de su primera compra (${retained.text}).`,
  retentionWeek: ({ period, size, customers: count, retained }) =>
    `De ${customers(size)}, ${orNone(count)} ${word(count, "volvió", "volvieron")} a comprar ${weeks(period)} después de la semana de su primera compra (${retained.text}).`,
};
