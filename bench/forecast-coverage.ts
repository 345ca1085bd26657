import { parseArgs } from "node:util";
import { randomLcg } from "d3-random";
import { fitBgNbd, fitGammaGamma, fitParetoNbd, forecastGroup } from "rfm-kit/lifetime";
import { CDNOW, type Shop, type Simulated, simulate } from "../test/lifetime/simulate.js";

/**
 * How often 90 % intervals hold what came: shops are simulated whose customers buy and leave by the rules of a model, the
 * models are fitted to what has been seen of them, and the purchases and the revenue of the time ahead compared with the
 * interval of the group. Parameters differ from shop to shop around those of CDNOW.
 */
const { values } = parseArgs({
  options: {
    shops: { type: "string", default: "200" },
    customers: { type: "string", default: "1000" },
    draws: { type: "string", default: "400" },
  },
});
const shops = Number(values.shops);
const draws = Number(values.draws);

const MODELS = {
  "BG/NBD": { leave: { a: 0.793, b: 2.426 }, estimate: fitBgNbd },
  "Pareto/NBD": { leave: { s: 0.606, beta: 7 * 11.669 }, estimate: fitParetoNbd },
} as const;
const GROUPS = {
  all: () => true,
  "bought again": ({ x }: Simulated) => x > 0,
} as const;

for (const [name, { leave, estimate }] of Object.entries(MODELS)) {
  const counts = Object.keys(GROUPS).map((group) => ({
    group,
    identified: 0,
    purchases: { below: 0, above: 0 },
    revenue: { below: 0, above: 0 },
  }));
  for (let shop = 0; shop < shops; shop++) {
    const customers = simulate(
      vary({ ...CDNOW, leave, customers: Number(values.customers) }, shop),
      (shop + 0.5) / shops,
    );
    const models = { purchases: estimate(customers), spend: fitGammaGamma(customers) };
    if (!models.purchases.identified || !models.spend.identified) continue;
    for (const count of counts) {
      const members = customers.filter(GROUPS[count.group as keyof typeof GROUPS]);
      const interval = { seed: shop, level: 0.9, draws };
      const found = forecastGroup(members, models, { days: CDNOW.ahead, interval });
      const sum = (figure: (customer: Simulated) => number) =>
        members.reduce((total, customer) => total + figure(customer), 0);
      const bought = sum(({ futurePurchases }) => futurePurchases);
      const revenue = sum(({ futureRevenue }) => futureRevenue);
      count.identified++;
      compare(count.purchases, found.purchasesLow, bought, found.purchasesHigh);
      compare(count.revenue, Number(found.revenueLow), revenue, Number(found.revenueHigh));
    }
  }
  console.log(`\n${shops} shops of ${values.customers} customers by the rules of ${name}, level 90 %`);
  console.table(
    counts.flatMap(({ group, identified, purchases, revenue }) =>
      Object.entries({ purchases, revenue }).map(([figure, { below, above }]) => ({
        group,
        figure,
        identified,
        "covered, %": ((100 * (identified - below - above)) / identified).toFixed(1),
        "truth below": below,
        "truth above": above,
      })),
    ),
  );
}

function compare(misses: { below: number; above: number }, low: number, truth: number, high: number): void {
  if (truth < low) misses.below++;
  if (truth > high) misses.above++;
}

/** Another shop of the same kind: rates, times and spend each within a third more or less. */
function vary(shop: Shop, seed: number): Shop {
  const uniform = randomLcg((seed + 0.25) / 1000);
  const by = () => 0.75 + 0.5 * uniform();
  const { p, q, v } = shop.spend;
  return {
    ...shop,
    r: shop.r * by(),
    alpha: shop.alpha * by(),
    leave: Object.fromEntries(Object.entries(shop.leave).map(([key, value]) => [key, value * by()])) as never,
    spend: { p: p * by(), q: q * by(), v: v * by() },
  };
}
