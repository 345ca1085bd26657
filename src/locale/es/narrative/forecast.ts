import type { CertaintyPhrases, ForecastSentences } from "../../narrative/forecast-sentences.js";
import { customers, days, purchases, repeatPurchases, word } from "./words.js";

export const forecast: ForecastSentences = {
  none: () => "No hay clientes para los que hacer una previsión.",
  purchases: ({ days: ahead, customers: count, expectedPurchases }) =>
    `En un plazo de ${days(ahead)}, ${customers(count)} ${word(count, "debería", "deberían")} hacer alrededor de ${purchases(expectedPurchases)}.`,
  purchasesRange: ({
    days: ahead,
    customers: count,
    expectedPurchases,
    purchasesLow,
    purchasesHigh,
    certainty,
  }) =>
    `En un plazo de ${days(ahead)}, ${customers(count)} ${word(count, "debería", "deberían")} hacer alrededor de ${purchases(expectedPurchases)}, ${certainty.text} entre ${purchasesLow.text} y ${purchasesHigh.text}.`,
  purchasesWide: ({ days: ahead, customers: count, purchasesLow, purchasesHigh }) =>
    `En un plazo de ${days(ahead)}, ${customers(count)} ${word(count, "puede", "pueden")} hacer entre ${purchasesLow.text} y ${purchases(purchasesHigh)}: un margen demasiado amplio para planificar.`,
  revenue: ({ days: ahead, expectedRevenue }) =>
    `En un plazo de ${days(ahead)}, los clientes deberían aportar alrededor de ${expectedRevenue.text}.`,
  revenueRange: ({ days: ahead, expectedRevenue, revenueLow, revenueHigh, certainty }) =>
    `En un plazo de ${days(ahead)}, los clientes deberían aportar alrededor de ${expectedRevenue.text}, ${certainty.text} entre ${revenueLow.text} y ${revenueHigh.text}.`,
  revenueWide: ({ days: ahead, revenueLow, revenueHigh }) =>
    `En un plazo de ${days(ahead)}, los clientes pueden aportar entre ${revenueLow.text} y ${revenueHigh.text}: un margen demasiado amplio para planificar.`,
  revenueUnknown: () => "Con estos datos no se puede saber cuánto dinero será.",
  trackedHigh: ({ expected, actual, error }) =>
    `En días que no había visto, el modelo preveía ${repeatPurchases(expected)} y se ${word(actual, "hizo", "hicieron")} ${actual.text}: un ${error.text} de más.`,
  trackedLow: ({ expected, actual, error }) =>
    `En días que no había visto, el modelo preveía ${repeatPurchases(expected)} y se ${word(actual, "hizo", "hicieron")} ${actual.text}: un ${error.text} de menos.`,
  trackedClose: ({ expected, actual, error }) =>
    `En días que no había visto, el modelo se acercó: preveía ${repeatPurchases(expected)} y se ${word(actual, "hizo", "hicieron")} ${actual.text}, una diferencia del ${error.text}.`,
  trackedNone: ({ expected }) =>
    `En días que no había visto, el modelo preveía ${repeatPurchases(expected)} y no se hizo ninguna.`,
  unidentified: () =>
    "Con estos datos, el modelo no distingue quién se ha ido para siempre, así que la previsión es solo aproximada.",
  untracked: () => "La previsión no se ha comparado con días que el modelo no había visto.",
};

export const certainties: CertaintyPhrases = {
  certainty: ({ level }) => `con una certeza del ${level.text}`,
  likely: () => "probablemente",
};
