import { randomLcg, randomLogNormal } from "d3-random";
import { customerFeatures, type TransactionLog } from "rfm-kit";
import { normalQuantile } from "../../src/core/normal.js";
import { openRandom } from "../../src/core/random.js";
import { hasData } from "../data.js";
import { cdnowLog, retailLog } from "../lifetime/real.js";

/** What the customers who spent most up to a day spent in the days after it; returns beyond that count as nothing. */
function laterSpend(
  log: TransactionLog<number>,
  { until, since, asOf, top }: { until: string; since: string; asOf: string; top: number },
): number[] {
  const before = customerFeatures(log, { asOf: until }).sort((a, b) => b.monetary - a.monetary);
  const after = new Map(
    customerFeatures(log, { since, asOf }).map(({ customerId, monetary }) => [customerId, monetary]),
  );
  const best = before.slice(0, Math.ceil(top * before.length));
  return best.map(({ customerId }) => Math.max(0, after.get(customerId) ?? 0));
}

function lognormalWithZeros(members: number): number[] {
  const uniform = randomLcg(0.7);
  const spend = randomLogNormal.source(randomLcg(0.3))(4, 1.3);
  return Array.from({ length: members }, () => (uniform() < 0.5 ? 0 : spend()));
}

/** Outcomes of members, all of them skewed: of shops where the real data is there. */
export function outcomesOfShops(): Readonly<Record<string, readonly number[]>> {
  const simulated = { "lognormal, half of them nothing": lognormalWithZeros(400) };
  if (!hasData) return simulated;
  const cdnow = laterSpend(cdnowLog("cdnow-sample"), {
    until: "1997-09-30",
    since: "1997-10-01",
    asOf: "1997-12-30",
    top: 0.2,
  });
  const retail = laterSpend(retailLog(), {
    until: "2011-08-31",
    since: "2011-09-01",
    asOf: "2011-12-09",
    top: 0.1,
  });
  const again = cdnow.map((spend) => (spend > 0 ? 1 : 0));
  return {
    ...simulated,
    "CDNOW's best fifth": cdnow,
    "the same, who buys": again,
    "Online Retail's best tenth": retail,
  };
}

/** Sums of one group of a trial. */
class Group {
  count = 0;
  sum = 0;
  squares = 0;
  add(value: number): void {
    this.count++;
    this.sum += value;
    this.squares += value * value;
  }
  get mean() {
    return this.sum / this.count;
  }
  /** Σ (value − mean)². */
  get spread() {
    return this.squares - this.sum ** 2 / this.count;
  }
}

/** Student's quantile of so many degrees of freedom, by Abramowitz and Stegun 26.7.5. */
function studentQuantile(p: number, freedom: number): number {
  const z = normalQuantile(p);
  const first = (z ** 3 + z) / 4 / freedom;
  return z + first + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96 / freedom ** 2;
}

/** Student's test, of one spread for both groups. */
function student(one: Group, other: Group): boolean {
  const freedom = one.count + other.count - 2;
  const error = Math.sqrt(((one.spread + other.spread) / freedom) * (1 / one.count + 1 / other.count));
  return Math.abs(one.mean - other.mean) > studentQuantile(0.975, freedom) * error;
}

/** Welch's test, of a spread for each group. */
function welch(one: Group, other: Group): boolean {
  const [a, b] = [one, other].map(({ spread, count }) => spread / (count - 1) / count);
  const freedom = (a + b) ** 2 / (a ** 2 / (one.count - 1) + b ** 2 / (other.count - 1));
  return Math.abs(one.mean - other.mean) > studentQuantile(0.975, freedom) * Math.sqrt(a + b);
}

const TESTS = { student, welch } as const;

/** A trial: whom it holds back, what treatment makes of an outcome, and how it is judged. */
export interface Trial {
  readonly heldBack: number;
  readonly effect: (outcome: number) => number;
  readonly test: keyof typeof TESTS;
}

/** How often trials find an effect at 5 %: the members held back are drawn at random, the others treated. */
export function foundShare(
  outcomes: readonly number[],
  { heldBack, effect, test }: Trial,
  { trials, seed }: { readonly trials: number; readonly seed: number },
): number {
  const random = openRandom("trials", seed);
  const order = [...outcomes];
  let found = 0;
  for (let trial = 0; trial < trials; trial++) {
    const [untreated, treated] = [new Group(), new Group()];
    for (let i = 0; i < order.length; i++) {
      const j = i + random.below(order.length - i);
      [order[i], order[j]] = [order[j], order[i]];
      if (i < heldBack) untreated.add(order[i]);
      else treated.add(effect(order[i]));
    }
    if (TESTS[test](treated, untreated)) found++;
  }
  return found / trials;
}
