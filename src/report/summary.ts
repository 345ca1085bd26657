import type { Facts } from "../narrative/facts.js";
import type { Block, KeyFigures } from "./blocks.js";
import { listed, shownBy, type Voice } from "./voice.js";

/** What whoever reads one page should read. */
export function summary(voice: Voice, facts: Facts): Block[] {
  const figures = keyFigures(voice, facts);
  const head: KeyFigures[] = figures.length === 0 ? [] : [{ kind: "keyFigures", figures }];
  return [...head, ...listed(voice.narrative.summary)];
}

function keyFigures({ locale, formats }: Voice, facts: Facts): KeyFigures["figures"] {
  const { heads, revenueOfTop, revenueAhead } = locale.report;
  const { count, money, share } = shownBy({ locale, formats });
  const { log, pareto, forecast, programme } = facts;
  const figures: readonly (readonly [string, string | undefined])[] = [
    [heads.customers, log && count(log.customers - log.customersWithoutPurchase)],
    [heads.revenue, log && money(log.amount)],
    [heads.orders, log && count(log.orders)],
    [pareto ? revenueOfTop(share(pareto.top)) : "", pareto && share(pareto.topShare)],
    [
      forecast ? revenueAhead(count(forecast.days)) : "",
      forecast && forecast.expectedRevenue !== null ? money(forecast.expectedRevenue) : undefined,
    ],
    [heads.programmeMembers, programme && count(programme.size.members)],
  ];
  return figures.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
