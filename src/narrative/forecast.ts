import type { ForecastFacts } from "./facts.js";
import { isWide } from "./greatest.js";
import type { Sentence } from "./sentence.js";
import type { Teller } from "./teller.js";

/** Purchases and revenue that are expected; only a range where it is too wide to plan by. */
export function tellForecast(teller: Teller, facts: ForecastFacts): Sentence[] {
  if (facts.customers === 0) return [teller.say("forecast", "none", {}, { customers: 0 })];
  const rough =
    facts.identified === false ? [teller.say("forecast", "unidentified", {}, { identified: 0 })] : [];
  return [tellPurchases(teller, facts), tellRevenue(teller, facts), ...rough];
}

function tellPurchases(teller: Teller, facts: ForecastFacts): Sentence {
  const { say, count, quantity } = teller;
  const { expectedPurchases, purchasesLow: low, purchasesHigh: high } = facts;
  const asked = { days: count(facts.days), customers: count(facts.customers) };
  const expected = { ...asked, expectedPurchases: quantity(expectedPurchases) };
  if (low === undefined || high === undefined) return say("forecast", "purchases", expected);
  const range = { purchasesLow: quantity(low), purchasesHigh: quantity(high) };
  if (isWide(expectedPurchases, low, high)) {
    return say("forecast", "purchasesWide", { ...asked, ...range }, { expectedPurchases, ...levelOf(facts) });
  }
  const certainty = certaintyOf(teller, facts);
  return say("forecast", "purchasesRange", { ...expected, ...range, certainty }, levelOf(facts));
}

function tellRevenue(teller: Teller, facts: ForecastFacts): Sentence {
  const { say, count, money } = teller;
  const { expectedRevenue, revenueLow: low = null, revenueHigh: high = null } = facts;
  const asked = { days: count(facts.days) };
  if (expectedRevenue === null) return say("forecast", "revenueUnknown", {}, { expectedRevenue });
  const expected = { ...asked, expectedRevenue: money(expectedRevenue) };
  if (low === null || high === null) return say("forecast", "revenue", expected);
  const range = { revenueLow: money(low), revenueHigh: money(high) };
  if (isWide(expectedRevenue, low, high)) {
    return say("forecast", "revenueWide", { ...asked, ...range }, { expectedRevenue, ...levelOf(facts) });
  }
  const certainty = certaintyOf(teller, facts);
  return say("forecast", "revenueRange", { ...expected, ...range, certainty }, levelOf(facts));
}

function certaintyOf({ texts, percent, phrase }: Teller, { level }: ForecastFacts) {
  const { certainty, likely } = texts.certainties;
  return phrase(level === undefined ? likely({}) : certainty({ level: percent(level) }));
}

const levelOf = ({ level }: ForecastFacts) => (level === undefined ? {} : { level });
