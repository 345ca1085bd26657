import type { CertaintyPhrases, ForecastSentences } from "../../narrative/forecast-sentences.js";
import { customers, days, purchases, repeatPurchases, word } from "./words.js";

export const forecast: ForecastSentences = {
  none: () => "Não há clientes para os quais fazer uma previsão.",
  purchases: ({ days: ahead, customers: count, expectedPurchases }) =>
    `No prazo de ${days(ahead)}, ${customers(count)} ${word(count, "deverá", "deverão")} fazer cerca de ${purchases(expectedPurchases)}.`,
  purchasesRange: ({
    days: ahead,
    customers: count,
    expectedPurchases,
    purchasesLow,
    purchasesHigh,
    certainty,
  }) =>
    `No prazo de ${days(ahead)}, ${customers(count)} ${word(count, "deverá", "deverão")} fazer cerca de ${purchases(expectedPurchases)}, ${certainty.text} entre ${purchasesLow.text} e ${purchasesHigh.text}.`,
  purchasesWide: ({ days: ahead, customers: count, purchasesLow, purchasesHigh }) =>
    `No prazo de ${days(ahead)}, ${customers(count)} ${word(count, "pode", "podem")} fazer entre ${purchasesLow.text} e ${purchases(purchasesHigh)}: um intervalo demasiado amplo para fazer planos.`,
  revenue: ({ days: ahead, expectedRevenue }) =>
    `No prazo de ${days(ahead)}, os clientes deverão trazer cerca de ${expectedRevenue.text}.`,
  revenueRange: ({ days: ahead, expectedRevenue, revenueLow, revenueHigh, certainty }) =>
    `No prazo de ${days(ahead)}, os clientes deverão trazer cerca de ${expectedRevenue.text}, ${certainty.text} entre ${revenueLow.text} e ${revenueHigh.text}.`,
  revenueWide: ({ days: ahead, revenueLow, revenueHigh }) =>
    `No prazo de ${days(ahead)}, os clientes podem trazer entre ${revenueLow.text} e ${revenueHigh.text}: um intervalo demasiado amplo para fazer planos.`,
  revenueUnknown: () => "Com estes dados não se pode saber quanto dinheiro será.",
  trackedHigh: ({ expected, actual, error }) =>
    `Em dias que não tinha visto, o modelo previa ${repeatPurchases(expected)} e ${word(actual, "foi feita", "foram feitas")} ${actual.text}: ${error.text} a mais.`,
  trackedLow: ({ expected, actual, error }) =>
    `Em dias que não tinha visto, o modelo previa ${repeatPurchases(expected)} e ${word(actual, "foi feita", "foram feitas")} ${actual.text}: ${error.text} a menos.`,
  trackedClose: ({ expected, actual, error }) =>
    `Em dias que não tinha visto, o modelo ficou perto: previa ${repeatPurchases(expected)} e ${word(actual, "foi feita", "foram feitas")} ${actual.text}, uma diferença de ${error.text}.`,
  trackedNone: ({ expected }) =>
    `Em dias que não tinha visto, o modelo previa ${repeatPurchases(expected)} e não foi feita nenhuma.`,
  unidentified: () =>
    "Com estes dados, o modelo não distingue quem foi embora de vez; por isso, a previsão é apenas aproximada.",
  untracked: () => "A previsão não foi comparada com dias que o modelo não tinha visto.",
};

export const certainties: CertaintyPhrases = {
  certainty: ({ level }) => `com uma certeza de ${level.text}`,
  likely: () => "provavelmente",
};
