import type { EarlyWarning, WarningRule } from "./warning-types.js";

/** What rules look at. */
type Observed = Omit<EarlyWarning<unknown>, "warnings" | "valueAtStake" | "customerId">;

/** The rules that warn of a customer, of all the customers there are. O(n log n), and O(rules) a customer. */
export function openRules(
  rules: readonly WarningRule[],
  customers: readonly Observed[],
): (customer: Observed) => string[] {
  const purchases = descending(customers, (customer) => customer.purchases);
  const spend = descending(customers, ({ monetary }) => monetary);
  const tests = rules.map((rule) => ({ name: rule.name, warns: openRule(rule, purchases, spend) }));
  return (customer) => tests.flatMap(({ name, warns }) => (warns(customer) ? [name] : []));
}

function descending<C>(customers: readonly C[], of: (customer: C) => number): Float64Array {
  return Float64Array.from(customers, of).sort().reverse();
}

function openRule(
  rule: WarningRule,
  allPurchases: Float64Array,
  allSpend: Float64Array,
): (customer: Observed) => boolean {
  const { silentAtLeast: least = 0, silentAtMost: most = Number.POSITIVE_INFINITY } = rule;
  const mostFrequent = leastOfTop(allPurchases, rule.topFrequency);
  const topSpend = leastOfTop(allSpend, rule.topSpend);
  return ({ purchases, silentDays, probability, monetary }) =>
    purchases >= Math.max(rule.purchasesAtLeast ?? 0, mostFrequent) &&
    silentDays >= least &&
    silentDays <= most &&
    monetary >= topSpend &&
    (rule.probabilityAtMost === undefined || (probability !== null && probability <= rule.probabilityAtMost));
}

/** The least value that has less than a share of all values above it: of ⌈share · n⌉ values, and those equal to the last. */
function leastOfTop(falling: Float64Array, share: number | undefined): number {
  if (share === undefined) return Number.NEGATIVE_INFINITY;
  const place = falling.findIndex((_, above) => above / falling.length >= share);
  if (place === 0) return Number.POSITIVE_INFINITY;
  return place === -1 ? Number.NEGATIVE_INFINITY : falling[place - 1];
}
