import { parseArgs } from "node:util";
import { randomInt, randomLcg, randomLogNormal } from "d3-random";
import {
  type BootstrapOptions,
  bootstrap,
  computeRfm,
  giniCoefficient,
  paretoShare,
  transactionLog,
} from "rfm-kit";
import { hasData, readData } from "../test/data.js";

/**
 * How often 95 % intervals hold the truth: shops of 500 customers are simulated from populations whose Gini
 * coefficient and top-20 % share are known, and each method's intervals are counted.
 *
 * Spend is lognormal, so that the truth has a formula: Gini = 2 Φ(σ / √2) − 1, share of the top p = Φ(σ − Φ⁻¹(1 − p)).
 * σ = 1 is an ordinary shop. Where `RFM_KIT_DATA` names the real data, shops are drawn from the customers of Online
 * Retail too, whose tail is much heavier.
 */
const CUSTOMERS = 500;
const TOP = 0.2;
/** Φ⁻¹(0.8). */
const Z_TOP = 0.8416212335729143;
const METHODS = ["studentized", "bca", "percentile"] as const satisfies BootstrapOptions["method"][];

const { values } = parseArgs({
  options: {
    shops: { type: "string", default: "500" },
    sigma: { type: "string", multiple: true, default: ["1", "1.2", "1.6"] },
    retail: { type: "boolean", default: hasData },
  },
});
const shops = Number(values.shops);

type Customer = { readonly monetary: number };
type Statistic = (customers: readonly Customer[]) => number;
interface Population {
  readonly name: string;
  readonly draw: () => number;
  readonly truth: Readonly<Record<keyof typeof STATISTICS, number>>;
}

const STATISTICS = {
  "Gini coefficient": (customers) => giniCoefficient(customers),
  "top 20 % share": (customers) => paretoShare(customers, { top: TOP }),
} satisfies Record<string, Statistic>;

const populations = values.sigma.map(Number).map(lognormal);
if (values.retail) populations.push(onlineRetail());
else console.log("RFM_KIT_DATA does not name the real data: nothing is drawn from Online Retail.");
for (const population of populations) report(population);

function report({ name, draw, truth }: Population): void {
  const simulated = Array.from({ length: shops }, () =>
    Array.from({ length: CUSTOMERS }, () => ({ monetary: draw() })),
  );
  const rows = Object.entries(STATISTICS).flatMap(([statistic, of]) => {
    const expected = truth[statistic as keyof typeof STATISTICS];
    return METHODS.map((method) => {
      const intervals = simulated.map((customers, seed) =>
        bootstrap(customers, of, { seed, method, range: [0, 1] }),
      );
      const below = intervals.filter(({ low }) => expected < low).length;
      const above = intervals.filter(({ high }) => expected > high).length;
      const width = intervals.reduce((sum, { low, high }) => sum + (high - low) / shops, 0);
      return {
        statistic,
        truth: expected.toFixed(3),
        method,
        "covered, %": ((100 * (shops - below - above)) / shops).toFixed(1),
        "truth below": below,
        "truth above": above,
        "mean width": width.toFixed(3),
      };
    });
  });
  console.log(`\n${shops} shops of ${CUSTOMERS} customers, ${name}`);
  console.table(rows);
}

function lognormal(sigma: number): Population {
  return {
    name: `lognormal spend with σ = ${sigma}`,
    draw: randomLogNormal.source(randomLcg(0.5))(5, sigma),
    truth: {
      "Gini coefficient": 2 * normalCdf(sigma / Math.SQRT2) - 1,
      "top 20 % share": normalCdf(sigma - Z_TOP),
    },
  };
}

function onlineRetail(): Population {
  const log = transactionLog(readData("online-retail.csv.gz"), {
    customerId: "CustomerID",
    date: "InvoiceDate",
    amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
    exclude: { returned: (line) => Number(line.Quantity) <= 0 },
    invalid: "drop",
  });
  const customers = computeRfm(log);
  const pick = randomInt.source(randomLcg(0.5))(customers.length);
  return {
    name: `drawn from the ${customers.length} of Online Retail`,
    draw: () => customers[pick()].monetary,
    truth: {
      "Gini coefficient": STATISTICS["Gini coefficient"](customers),
      "top 20 % share": STATISTICS["top 20 % share"](customers),
    },
  };
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
