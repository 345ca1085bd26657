import { parseArgs } from "node:util";
import { randomLcg, randomLogNormal } from "d3-random";
import { type BootstrapOptions, bootstrap, giniCoefficient, paretoShare } from "rfm-kit";

/**
 * How often 95 % intervals hold the truth: shops of 500 customers are simulated from populations whose Gini
 * coefficient and top-20 % share are known, and each method's intervals are counted.
 *
 * Spend is lognormal, so that the truth has a formula: Gini = 2 Φ(σ / √2) − 1, share of the top p = Φ(σ − Φ⁻¹(1 − p)).
 * σ = 1 is an ordinary shop, 1.2 is as unequal as most of Online Retail, and 1.6 has its heavy tail.
 */
const CUSTOMERS = 500;
const TOP = 0.2;
/** Φ⁻¹(0.8). */
const Z_TOP = 0.8416212335729143;

const { values } = parseArgs({
  options: {
    shops: { type: "string", default: "500" },
    sigma: { type: "string", multiple: true, default: ["1", "1.2", "1.6"] },
  },
});
const shops = Number(values.shops);

type Customer = { readonly monetary: number };
const statistics = {
  "Gini coefficient": {
    of: (customers: readonly Customer[]) => giniCoefficient(customers),
    truth: (sigma: number) => 2 * normalCdf(sigma / Math.SQRT2) - 1,
  },
  "top 20 % share": {
    of: (customers: readonly Customer[]) => paretoShare(customers, { top: TOP }),
    truth: (sigma: number) => normalCdf(sigma - Z_TOP),
  },
};
const METHODS = ["studentized", "bca", "percentile"] as const satisfies BootstrapOptions["method"][];

for (const sigma of values.sigma.map(Number)) {
  const spend = randomLogNormal.source(randomLcg(0.5))(5, sigma);
  const simulated = Array.from({ length: shops }, () =>
    Array.from({ length: CUSTOMERS }, () => ({ monetary: spend() })),
  );
  const rows = [];
  for (const [name, { of, truth }] of Object.entries(statistics)) {
    const tallies = METHODS.map((method) => ({ method, below: 0, above: 0, width: 0 }));
    for (const [seed, customers] of simulated.entries()) {
      for (const tally of tallies) {
        const { low, high } = bootstrap(customers, of, { seed, method: tally.method, range: [0, 1] });
        if (truth(sigma) < low) tally.below++;
        if (truth(sigma) > high) tally.above++;
        tally.width += (high - low) / shops;
      }
    }
    for (const { method, below, above, width } of tallies) {
      rows.push({
        statistic: name,
        truth: truth(sigma).toFixed(3),
        method,
        "covered, %": ((100 * (shops - below - above)) / shops).toFixed(1),
        "truth below": below,
        "truth above": above,
        "mean width": width.toFixed(3),
      });
    }
  }
  console.log(`\n${shops} shops of ${CUSTOMERS} customers, lognormal spend with σ = ${sigma}`);
  console.table(rows);
}

/** The standard normal distribution function by its series: Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/15 + …). */
function normalCdf(z: number): number {
  let [term, sum] = [z, z];
  for (let i = 1; Math.abs(term) > 1e-17; i++) {
    term *= (z * z) / (2 * i + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}
