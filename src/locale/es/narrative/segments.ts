import type { SegmentSentences } from "../../narrative/segment-sentences.js";
import { customers, days, orders, word } from "./words.js";

export const segments: SegmentSentences = {
  none: () => "No hay clientes que dividir en segmentos.",
  empty: ({ segment }) => `El segmento ${segment.text} no tiene ningún cliente.`,
  more: ({ segment, customers: count, share, revenueShare, ratio }) =>
    `El segmento ${segment.text} reúne ${customers(count)}, el ${share.text} del total, y aporta el ${revenueShare.text} de los ingresos: ${ratio.text} veces lo que le correspondería por su tamaño.`,
  even: ({ segment, customers: count, share, revenueShare }) =>
    `El segmento ${segment.text} reúne ${customers(count)}, el ${share.text} del total, y aporta el ${revenueShare.text} de los ingresos, más o menos lo que le correspondería por su tamaño.`,
  less: ({ segment, customers: count, share, revenueShare }) =>
    `El segmento ${segment.text} reúne ${customers(count)}, el ${share.text} del total, y aporta el ${revenueShare.text} de los ingresos, menos de lo que le correspondería por su tamaño.`,
  customers: ({ segment, customers: count, share }) =>
    `El segmento ${segment.text} reúne ${customers(count)}, el ${share.text} del total.`,
  typical: ({ segment, medianRecency, medianFrequency, medianMonetary }) =>
    `En el segmento ${segment.text}, el cliente típico compró por última vez hace ${days(medianRecency)}, ha hecho ${orders(medianFrequency)} y ha gastado ${medianMonetary.text}.`,
  advice: ({ segment, advice }) => `Qué hacer con el segmento ${segment.text}: ${advice.text}`,
  largest: ({ segment, customers: count, share }) =>
    `El segmento más grande es ${segment.text}, con ${customers(count)}, el ${share.text} del total.`,
  richest: ({ segment, revenue, revenueShare }) =>
    `El segmento que más ingresos aporta es ${segment.text}: ${revenue.text}, el ${revenueShare.text} del total.`,
  first: ({ segment, customers: count, share, revenue, revenueShare }) =>
    `El segmento ${segment.text} es el más grande, con ${customers(count)} (el ${share.text} del total), y también el que más ingresos aporta: ${revenue.text}, el ${revenueShare.text} del total.`,
  asleep: ({ segments: names, customers: count, revenue, revenueShare }) =>
    `${word(names, "En el segmento", "En los segmentos")} ${names.text} hay ${customers(count)} que se ${word(count, "está", "están")} alejando o ya no ${word(count, "compra", "compran")}; ${word(count, "aportó", "aportaron")} el ${revenueShare.text} de los ingresos, ${revenue.text} en total.`,
};
