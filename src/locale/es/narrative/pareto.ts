import type { ParetoSentences } from "../../narrative/pareto-sentences.js";
import { customers, word } from "./words.js";

const GINI =
  "El coeficiente de Gini, que es cero si todos aportan lo mismo y se acerca a uno si un solo cliente lo aporta todo, es de";

export const pareto: ParetoSentences = {
  none: () => "No hay clientes cuyo gasto se pueda comparar.",
  noRevenue: () => "Los clientes no aportaron ingresos, así que los ingresos no dependen de unos pocos.",
  top: ({ top, topCustomers, topShare }) =>
    `El ${top.text} de los clientes que más gasta (${customers(topCustomers)}) aporta el ${topShare.text} de los ingresos.`,
  holders: ({ share, customersForShare, customerShare }) =>
    `Para reunir el ${share.text} de los ingresos ${word(customersForShare, "basta", "bastan")} ${customers(customersForShare)}, el ${customerShare.text} del total.`,
  giniLow: ({ gini }) => `${GINI} ${gini.text}: los ingresos están repartidos de manera uniforme.`,
  giniMiddle: ({ gini }) => `${GINI} ${gini.text}: los ingresos están repartidos de forma algo desigual.`,
  giniHigh: ({ gini }) => `${GINI} ${gini.text}: los ingresos están repartidos de forma desigual.`,
  giniHighest: ({ gini }) => `${GINI} ${gini.text}: los ingresos están repartidos de forma muy desigual.`,
  ruleHolds: ({ top, share, topShare }) =>
    `La regla de que el ${top.text} de los clientes aporta el ${share.text} de los ingresos se cumple aquí: aporta el ${topShare.text}.`,
  ruleNearly: ({ top, share, topShare }) =>
    `La regla de que el ${top.text} de los clientes aporta el ${share.text} de los ingresos casi se cumple aquí: aporta el ${topShare.text}.`,
  ruleFails: ({ top, share, topShare }) =>
    `La regla de que el ${top.text} de los clientes aporta el ${share.text} de los ingresos no se cumple aquí: aporta el ${topShare.text}.`,
};
