import type { SegmentSentences } from "../../narrative/segment-sentences.js";
import { customers, days, orders, word } from "./words.js";

export const segments: SegmentSentences = {
  none: () => "There are no customers to divide into segments.",
  empty: ({ segment }) => `The segment ${segment.text} has no customer.`,
  more: ({ segment, customers: count, share, revenueShare, ratio }) =>
    `The segment ${segment.text} has ${customers(count)}: ${share.text} of all, with ${revenueShare.text} of revenue, ${ratio.text} times their share.`,
  even: ({ segment, customers: count, share, revenueShare }) =>
    `The segment ${segment.text} has ${customers(count)}: ${share.text} of all, with ${revenueShare.text} of revenue, about their share.`,
  less: ({ segment, customers: count, share, revenueShare }) =>
    `The segment ${segment.text} has ${customers(count)}: ${share.text} of all, with ${revenueShare.text} of revenue, less than their share.`,
  customers: ({ segment, customers: count, share }) =>
    `The segment ${segment.text} has ${customers(count)}: ${share.text} of all.`,
  typical: ({ segment, medianRecency, medianFrequency, medianMonetary }) =>
    `The customer in the middle of ${segment.text} last bought ${days(medianRecency)} ago, has placed ${orders(medianFrequency)} and spent ${medianMonetary.text}.`,
  advice: ({ segment, advice }) => `What to do for ${segment.text}: ${advice.text}`,
  largest: ({ segment, customers: count, share }) =>
    `The largest segment is ${segment.text} with ${customers(count)}, ${share.text} of all.`,
  richest: ({ segment, revenue, revenueShare }) =>
    `Most revenue comes from the segment ${segment.text}: ${revenue.text}, ${revenueShare.text} of all.`,
  first: ({ segment, customers: count, share, revenue, revenueShare }) =>
    `The segment ${segment.text} is the largest with ${customers(count)} (${share.text} of all), and brings most revenue: ${revenue.text}, ${revenueShare.text} of all.`,
  asleep: ({ segments: names, customers: count, revenue, revenueShare }) =>
    `Slipping away or asleep ${word(count, "is", "are")} ${customers(count)} in ${names.text}, who brought ${revenueShare.text} of revenue, ${revenue.text} in all.`,
};
