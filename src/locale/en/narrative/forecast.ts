import type { CertaintyPhrases, ForecastSentences } from "../../narrative/forecast-sentences.js";
import { customers, days, purchases, repeatPurchases, word } from "./words.js";

export const forecast: ForecastSentences = {
  none: () => "There are no customers to look ahead for.",
  purchases: ({ days: ahead, customers: count, expectedPurchases }) =>
    `Within ${days(ahead)}, ${customers(count)} should make about ${purchases(expectedPurchases)}.`,
  purchasesRange: ({
    days: ahead,
    customers: count,
    expectedPurchases,
    purchasesLow,
    purchasesHigh,
    certainty,
  }) =>
    `Within ${days(ahead)}, ${customers(count)} should make about ${purchases(expectedPurchases)}, ${certainty.text} between ${purchasesLow.text} and ${purchasesHigh.text}.`,
  purchasesWide: ({ days: ahead, customers: count, purchasesLow, purchasesHigh }) =>
    `Within ${days(ahead)}, ${customers(count)} may make anywhere between ${purchasesLow.text} and ${purchases(purchasesHigh)}: too wide to plan by.`,
  revenue: ({ days: ahead, expectedRevenue }) =>
    `Within ${days(ahead)}, customers should bring about ${expectedRevenue.text}.`,
  revenueRange: ({ days: ahead, expectedRevenue, revenueLow, revenueHigh, certainty }) =>
    `Within ${days(ahead)}, customers should bring about ${expectedRevenue.text}, ${certainty.text} between ${revenueLow.text} and ${revenueHigh.text}.`,
  revenueWide: ({ days: ahead, revenueLow, revenueHigh }) =>
    `Within ${days(ahead)}, customers may bring anywhere between ${revenueLow.text} and ${revenueHigh.text}: too wide to plan by.`,
  revenueUnknown: () => "How much money that will be cannot be said from these data.",
  trackedHigh: ({ expected, actual, error }) =>
    `On days it had not seen, the model expected ${repeatPurchases(expected)} where ${actual.text} ${word(actual, "was", "were")} made: ${error.text} too many.`,
  trackedLow: ({ expected, actual, error }) =>
    `On days it had not seen, the model expected ${repeatPurchases(expected)} where ${actual.text} ${word(actual, "was", "were")} made: ${error.text} too few.`,
  trackedClose: ({ expected, actual, error }) =>
    `On days it had not seen, the model came close: it expected ${repeatPurchases(expected)} where ${actual.text} ${word(actual, "was", "were")} made, a difference of ${error.text}.`,
  trackedNone: ({ expected }) =>
    `On days it had not seen, the model expected ${repeatPurchases(expected)} where none was made.`,
  unidentified: () =>
    "The model cannot tell from these data who has left for good, so take its forecast for a rough one.",
  untracked: () => "The forecast has not been held against days that the model had not seen.",
};

export const certainties: CertaintyPhrases = {
  certainty: ({ level }) => `with ${level.text} certainty`,
  likely: () => "most likely",
};
