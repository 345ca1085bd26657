import type { MigrationSentences } from "../../narrative/migration-sentences.js";
import { customers, noun, orNone, word } from "./words.js";

const months = /* @__PURE__ */ noun("month", "months");
const weeks = /* @__PURE__ */ noun("week", "weeks");

export const migration: MigrationSentences = {
  none: ({ before, after }) => `The shop had no customers on ${before.text}, and none on ${after.text}.`,
  totals: ({ before, after, customersBefore, customersAfter }) =>
    `The shop had ${customers(customersBefore)} on ${before.text} and ${orNone(customersAfter)} on ${after.text}.`,
  stayed: ({ stayed, customersBefore }) =>
    `Of ${customers(customersBefore)} before, ${orNone(stayed)} ${word(stayed, "is", "are")} in the same segment after.`,
  moved: ({ moved }) => `By what they bought or did not buy, ${customers(moved)} moved to another segment.`,
  drifted: ({ drifted }) =>
    `The borders between segments moved as well: that alone put ${customers(drifted)} into another segment.`,
  noDrift: () => "No customer changed segment because the borders between segments moved.",
  untold: () =>
    "How many changed segment by what they bought or did not buy cannot be told, because the borders between segments were drawn anew.",
  left: ({ left }) => `Between the two days, ${customers(left)} left.`,
  entered: ({ entered }) => `Between the two days, ${customers(entered)} came in.`,
  revenue: ({ before, after, revenueBefore, revenueAfter }) =>
    `The customers of ${before.text} had brought ${revenueBefore.text}, those of ${after.text} ${revenueAfter.text}.`,
  flow: ({ from, to, customers: count, share }) =>
    `From ${from.text} to ${to.text} went ${customers(count)}, ${share.text} of ${from.text}.`,
  flowDrifted: ({ from, to, customers: count, share, drifted }) =>
    `From ${from.text} to ${to.text} went ${customers(count)}, ${share.text} of ${from.text}; with the old borders, ${drifted.text} of them would be in another segment.`,
  flowLeft: ({ from, customers: count, share }) =>
    `Of those who left, ${customers(count)} had been in ${from.text}, ${share.text} of that segment.`,
  grew: ({ segment, before, after }) =>
    `The segment that grew most is ${segment.text}: ${customers(before)} before, ${after.text} after.`,
  shrank: ({ segment, before, after }) =>
    `The segment that shrank most is ${segment.text}: ${customers(before)} before, ${after.text} after.`,
  retentionMonth: ({ period, size, customers: count, retained }) =>
    `Of ${customers(size)}, ${orNone(count)} bought again ${months(period)} after the month of their first purchase (${retained.text}).`,
  retentionWeek: ({ period, size, customers: count, retained }) =>
    `Of ${customers(size)}, ${orNone(count)} bought again ${weeks(period)} after the week of their first purchase (${retained.text}).`,
};
