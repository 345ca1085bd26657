import type { ProductSentences } from "../../narrative/product-sentences.js";
import { buyers, customers, days, products as items, word } from "./words.js";

export const products: ProductSentences = {
  nothing: ({ segment }) => `The segment ${segment.text} bought no product.`,
  first: ({ segment, product, revenue, revenueShare, buyers: count }) =>
    `The product that brings most in ${segment.text} is ${product.text}: ${revenue.text} from ${buyers(count)}, ${revenueShare.text} of the segment's revenue.`,
  found: ({ segment, tested, found }) =>
    `Of ${items(tested)} with enough buyers, ${found.text} ${word(found, "is", "are")} bought more often in ${segment.text} than elsewhere, beyond chance.`,
  lift: ({ segment, product, share, lift, liftLow, liftHigh }) =>
    `In ${segment.text}, ${share.text} of customers bought ${product.text}: ${lift.text} times the share among all customers, most likely between ${liftLow.text} and ${liftHigh.text} times.`,
  liftFaint: ({ segment, product, share, liftLow, liftHigh }) =>
    `In ${segment.text}, ${share.text} of customers bought ${product.text}, perhaps more than elsewhere: between ${liftLow.text} and ${liftHigh.text} times the share among all customers.`,
  noLift: ({ segment, tested }) =>
    `Of ${items(tested)} with enough buyers, none stands out in ${segment.text} beyond chance.`,
  untested: ({ segment, minBuyers }) =>
    `No product was compared for ${segment.text}: none has ${buyers(minBuyers)} or more.`,
  priceLow: ({ segment, from, to, revenueShare, allRevenueShare }) =>
    `The segment ${segment.text} prefers low prices, ${from.text} to ${to.text}: ${revenueShare.text} of its spend is on these, against ${allRevenueShare.text} of all spend.`,
  priceMiddle: ({ segment, from, to, revenueShare, allRevenueShare }) =>
    `The segment ${segment.text} prefers middle prices, ${from.text} to ${to.text}: ${revenueShare.text} of its spend is on these, against ${allRevenueShare.text} of all spend.`,
  priceHigh: ({ segment, from, to, revenueShare, allRevenueShare }) =>
    `The segment ${segment.text} prefers high prices, ${from.text} to ${to.text}: ${revenueShare.text} of its spend is on these, against ${allRevenueShare.text} of all spend.`,
  priceEven: ({ segment }) =>
    `The segment ${segment.text} spends on low, middle and high prices about as all customers do.`,
  gateway: ({ product, customers: count, share }) =>
    `First orders hold ${product.text} most often: those of ${customers(count)}, ${share.text} of all.`,
  noGateway: () => "There are no first orders to look at.",
  repeat: ({ days: within, followed, repeatRate }) =>
    `Of ${customers(followed)} seen for ${days(within)} after their first order, ${repeatRate.text} bought again in that time.`,
  notFollowed: ({ days: within }) =>
    `No customer has been seen for ${days(within)} after the first order yet.`,
  gatewayBetter: ({ product, days: within, repeatRate, repeatLow, repeatHigh, othersRate }) =>
    `Whoever started with ${product.text} comes back more often: ${repeatRate.text} within ${days(within)} (most likely between ${repeatLow.text} and ${repeatHigh.text}), against ${othersRate.text} of the others.`,
  gatewayWorse: ({ product, days: within, repeatRate, repeatLow, repeatHigh, othersRate }) =>
    `Whoever started with ${product.text} comes back less often: ${repeatRate.text} within ${days(within)} (most likely between ${repeatLow.text} and ${repeatHigh.text}), against ${othersRate.text} of the others.`,
  gatewayUnsure: ({ days: within, tested }) =>
    tested.number === 0
      ? "No product is in enough first orders to tell whether customers come back more often after it."
      : `Of ${items(tested)} in first orders, none brings customers back more or less often within ${days(within)} beyond chance.`,
};
