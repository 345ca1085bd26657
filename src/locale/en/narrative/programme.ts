import type {
  ConditionPhrases,
  FigureNames,
  ProgrammeSentences,
} from "../../narrative/programme-sentences.js";
import { customers, days, members, noun, products, times, word } from "./words.js";

const ordersAsked = /* @__PURE__ */ noun("order", "orders");
const memberships = /* @__PURE__ */ noun("membership", "memberships", "no membership");

export const programme: ProgrammeSentences = {
  size: ({ asOf, members: count, customers: all, share }) =>
    `On ${asOf.text} the programme has ${members(count)} among ${customers(all)}, a share of ${share.text}.`,
  sizeRange: ({ low, high }) =>
    `Among as many customers of this kind, chance alone would make it between ${low.text} and ${members(high)}.`,
  atBorder: ({ atBorder }) =>
    `Close to the border, or outside the rule already, there ${word(atBorder, "is", "are")} ${members(atBorder)}.`,
  sensitivity: ({ condition, admitted }) =>
    `The threshold that decides most: with ${condition.text} instead, the rule would admit ${customers(admitted)}.`,
  figure: ({ figure, membersMedian, restMedian }) =>
    `${figure.text}: ${membersMedian.text} for the member in the middle, ${restMedian.text} for the customer in the middle of the others, a difference beyond chance.`,
  noFigure: () =>
    "Apart from what the rule asks for, members differ from the others in no figure beyond chance.",
  product: ({ product, memberShare, customerShare, lift }) =>
    `Members buy ${product.text} more often than others: ${memberShare.text} of them did, ${lift.text} times the share of all customers (${customerShare.text}).`,
  noProduct: ({ tested }) =>
    tested.number === 0
      ? "No product has enough buyers to tell whether members prefer it."
      : `Of ${products(tested)} with enough buyers, members prefer none beyond chance.`,
  attribute: ({ attribute, value, memberShare, customerShare }) =>
    `By ${attribute.text}, members stand out for ${value.text}: ${memberShare.text} of them, against ${customerShare.text} of all customers.`,
  revenueBefore: ({ from, to, share }) =>
    `From ${from.text} to ${to.text}, the days they were chosen by, members brought ${share.text} of revenue.`,
  revenueAfter: ({ from, to, share }) =>
    `From ${from.text} to ${to.text}, after the choice, members brought ${share.text} of revenue.`,
  revenueUnclear: ({ from, to }) =>
    `From ${from.text} to ${to.text}, returns leave no revenue of which members could have a share.`,
  forecast: ({ days: ahead, expected }) =>
    `Within ${days(ahead)}, members should bring about ${expected.text}; how sure that is, the data do not say.`,
  forecastRange: ({ days: ahead, expected, low, high }) =>
    `Within ${days(ahead)}, members should bring about ${expected.text}, most likely between ${low.text} and ${high.text}.`,
  forecastWide: ({ days: ahead, low, high }) =>
    `Within ${days(ahead)}, members may bring anywhere between ${low.text} and ${high.text}: too wide to plan by.`,
  forecastRate: ({ days: ahead, runRate }) =>
    `Within ${days(ahead)}, members would bring ${runRate.text} if they went on as so far; the data do not allow a better forecast.`,
  sameRule: ({ days: ahead, sameRule }) =>
    `Going by those whom the same rule chose earlier, it would be ${sameRule.text} within ${days(ahead)}.`,
  actual: ({ days: ahead, actual }) => `In fact, members brought ${actual.text} within ${days(ahead)}.`,
  entry: ({ entry }) => `The programme admits a customer with ${entry.text}.`,
  entryOpen: () => "The programme admits every customer.",
  agreement: ({ admitted, precision, recall }) =>
    `That rule admits ${customers(admitted)}: ${precision.text} of these were chosen as members, and ${recall.text} of the members meet the rule.`,
  nobody: () => "That rule admits no customer at present.",
  exit: ({ stay }) => `A member leaves as soon as this no longer holds: ${stay.text}.`,
  exitGrace: ({ stay, graceDays }) =>
    `A member leaves when this has not held for more than ${days(graceDays)} in a row: ${stay.text}.`,
  exitNever: () => "No member ever has to leave.",
  course: ({ everMembers, left, cameBack }) =>
    `Had the rule held all the time, there would have been ${members(everMembers)} in all; ${memberships(left)} would have ended, and ${cameBack.number === 0 ? "nobody would have come back" : `customers would have come back ${times(cameBack)}`}.`,
  meanDays: ({ meanDays }) => `A membership that ended would have lasted ${days(meanDays)} on average.`,
  variants: ({ members: count, stricter, looser }) =>
    `On the last day there would be ${members(count)}; with a stricter rule ${stricter.text}, with a looser one ${looser.text}.`,
  betterTimes: ({ days: ahead, membersMean, restMean, ratio, low, high }) =>
    `Within ${days(ahead)} after the choice, a member spent ${membersMean.text} on average and another customer ${restMean.text}: ${ratio.text} times as much, most likely between ${low.text} and ${high.text} times.`,
  better: ({ days: ahead, membersMean, restMean }) =>
    `Within ${days(ahead)} after the choice, a member spent ${membersMean.text} on average and another customer ${restMean.text}, more than chance explains.`,
  unsure: ({ days: ahead, membersMean, restMean }) =>
    `Within ${days(ahead)} after the choice, a member spent ${membersMean.text} on average and another customer ${restMean.text}; that may be chance.`,
  worse: ({ days: ahead, membersMean, restMean }) =>
    `Within ${days(ahead)} after the choice, a member spent ${membersMean.text} on average and another customer ${restMean.text}: members spent less, and chance does not explain it.`,
  boughtAgain: ({ days: ahead, membersMean, restMean }) =>
    `Within ${days(ahead)} after the choice, ${membersMean.text} of members bought again, and ${restMean.text} of the others.`,
  noLater: ({ asOf }) =>
    `The data end on ${asOf.text}, the day of the choice, so whether members go on to be better customers cannot be seen.`,
  caution: () =>
    "This tells of the members, not of the programme: they were better customers before it. What the programme does shows only in a trial.",
  trial: ({ members: count, minimumDetectableUplift }) =>
    `A trial that leaves half of ${members(count)} without the programme, drawn at random, would most likely show it if they spent ${minimumDetectableUplift.text} more because of it.`,
  slipping: ({ customers: count, valueAtStake }) =>
    `Write personally to ${members(count)} who ${word(count, "has", "have")} been silent for longer than usual and ask what is missing; ${valueAtStake.text} a quarter is at stake.`,
  border: ({ customers: count, valueAtStake }) =>
    `Tell ${members(count)} close to the border what keeps them in, and by when; ${valueAtStake.text} a quarter is at stake.`,
  secure: ({ customers: count, valueAtStake }) =>
    `Honour ${members(count)} who ${word(count, "is", "are")} safely in: with service and early access, not with discounts; ${valueAtStake.text} a quarter is at stake.`,
  nearlyIn: ({ customers: count, valueAtStake }) =>
    `Show ${customers(count)} who nearly ${word(count, "meets", "meet")} the rule how little is missing; ${valueAtStake.text} a quarter is at stake.`,
  lapsed: ({ customers: count, valueAtStake }) =>
    `Win back ${customers(count)} whose spend is that of members but whose last purchase is long ago; ${valueAtStake.text} a quarter is at stake.`,
};

export const conditions: ConditionPhrases = {
  recencyAtMost: ({ asked }) => `a last purchase no more than ${days(asked)} ago`,
  frequencyAtLeast: ({ asked }) => `at least ${ordersAsked(asked)}`,
  monetaryAtLeast: ({ asked }) => `a spend of at least ${asked.text}`,
};

export const figures: FigureNames = {
  recency: "Days since the last purchase",
  frequency: "Orders",
  monetary: "Spend",
  tenure: "Days since the first purchase",
  averageOrderValue: "Average value of an order",
  itemsPerOrder: "Units per order",
  distinctProducts: "Different products",
  returnRate: "Part of the spend that was returned",
  meanDaysBetweenOrders: "Days between orders, on average",
  spreadOfDaysBetweenOrders: "Variation of the days between orders",
  shareOfRecentSpend: "Part of the spend that is recent",
};
