import type { ParetoSentences } from "../../narrative/pareto-sentences.js";
import { customers } from "./words.js";

const GINI =
  "The Gini coefficient, zero where all bring the same and close to one where one brings everything, is";

export const pareto: ParetoSentences = {
  none: () => "There are no customers whose revenue could be compared.",
  noRevenue: () => "The customers brought no revenue, so none of it rests on few.",
  top: ({ top, topCustomers, topShare }) =>
    `The ${top.text} of customers who spend most (${topCustomers.text} of them) bring ${topShare.text} of revenue.`,
  holders: ({ share, customersForShare, customerShare }) =>
    `It takes ${customers(customersForShare)}, ${customerShare.text} of all, to make up ${share.text} of revenue.`,
  giniLow: ({ gini }) => `${GINI} ${gini.text}: revenue is spread evenly.`,
  giniMiddle: ({ gini }) => `${GINI} ${gini.text}: revenue is spread somewhat unevenly.`,
  giniHigh: ({ gini }) => `${GINI} ${gini.text}: revenue is spread unevenly.`,
  giniHighest: ({ gini }) => `${GINI} ${gini.text}: revenue is spread very unevenly.`,
  ruleHolds: ({ top, share, topShare }) =>
    `The rule of thumb that ${top.text} of customers bring ${share.text} of revenue holds here: they bring ${topShare.text}.`,
  ruleNearly: ({ top, share, topShare }) =>
    `The rule of thumb that ${top.text} of customers bring ${share.text} of revenue nearly holds here: they bring ${topShare.text}.`,
  ruleFails: ({ top, share, topShare }) =>
    `The rule of thumb that ${top.text} of customers bring ${share.text} of revenue does not hold here: they bring ${topShare.text}.`,
};
