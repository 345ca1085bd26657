import { RfmError } from "../core/error.js";
import { falseDiscoveryRates, isFinding } from "../core/false-discovery.js";
import { HEADS } from "../core/heads.js";
import { checkChoice, checkOptions } from "../core/options.js";
import { hypergeometricUpperTail, wilsonInterval } from "../core/proportion.js";
import { checkShare } from "../core/share.js";
import { checkWhole } from "../core/whole.js";
import type { TransactionLog } from "../transactions/log-types.js";
import type { BasketOptions, BasketRule, BasketRules } from "./basket-types.js";
import { type Baskets, basketsByCustomer, basketsByOrder } from "./baskets.js";
import { checkLevel } from "./evidence.js";
import { frequentSets, type ItemSet } from "./item-sets.js";
import { type OpenProducts, openProducts } from "./open-products.js";
import { byCode } from "./order.js";
import { chooseCustomers } from "./segments-of-log.js";

/**
 * What is bought together: rules of the form "who buys A buys B too", with as many products on the left as `maxItems` allows.
 *
 * - support = baskets with A and B / all baskets;
 * - confidence = baskets with A and B / baskets with A, with Wilson's score interval;
 * - lift = confidence / (baskets with B / all baskets): how many times as often B is bought where A is;
 * - pValue: that of Fisher's exact test, one-sided; qValue: adjusted for all rules with enough support (Benjamini and Hochberg).
 *
 * A basket is an order, or all that a customer bought. It counts a product once, and returns do not count.
 *
 * Cost: O(rows + Σ baskets of the pairs of frequent products); more products on the left, or less support, cost more.
 *
 * @param log a `transactionLog` with products, and with order ids unless `within` is `"customer"`.
 * @throws RfmError on a log without products or order ids, on shares outside of 0 to 1, a `minSupport` of 0 and a `maxItems`
 * outside of 2 to 5.
 * @see Agrawal, Imieliński and Swami (1993), "Mining Association Rules between Sets of Items in Large Databases"; Zaki (2000),
 * "Scalable Algorithms for Association Mining".
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { basketRules } from "rfm-kit/products";
 *
 * const lines = ["a: tea pot", "b: tea pot", "c: tea", "d: mug"].flatMap((order) => {
 *   const [orderId, products] = order.split(": ");
 *   return products.split(" ").map((sku) => ({ customerId: "ada", date: "2024-03-01", amount: 5, orderId, sku }));
 * });
 * const { baskets, rules } = basketRules(transactionLog(lines, { product: "sku" }));
 * baskets; // => 4
 * rules.map(({ antecedent, consequent, support, confidence }) => [antecedent, consequent, support, confidence]);
 * // => [[["pot"], "tea", 0.5, 1], [["tea"], "pot", 0.5, 2 / 3]]
 * ```
 */
export function basketRules<Id>(log: TransactionLog<Id>, options: BasketOptions<Id> = {}): BasketRules {
  checkOptions(CALLER, options, BASKET_OPTIONS);
  const within = checkChoice(CALLER, "within", options.within ?? "order", ["order", "customer"]);
  const minSupport = checkSupport(options.minSupport ?? 0.01);
  const minConfidence = checkShare(CALLER, "minConfidence", options.minConfidence ?? 0);
  const maxItems = checkWhole(CALLER, "maxItems", options.maxItems ?? 2, 2, 5);
  const level = checkLevel(CALLER, options.level);
  const open = openProducts(CALLER, log, options);
  const customers = chooseCustomers(CALLER, log, options.customers);
  const baskets =
    within === "order" ? basketsByOrder(CALLER, open, customers) : basketsByCustomer(open, customers);
  const minBaskets = Math.max(1, HEADS.ceil(minSupport, baskets.count));
  const rules = listRules(open, baskets, frequentSets(baskets.holding, minBaskets, maxItems), level);
  return {
    within,
    baskets: baskets.count,
    minBaskets,
    level,
    tested: rules.length,
    found: rules.filter(({ qValue }) => isFinding(qValue, level)).length,
    rules: rules.filter(({ confidence }) => confidence >= minConfidence).sort(byFallingLift),
  };
}

const CALLER = "basketRules";
const BASKET_OPTIONS = [
  "asOf",
  "since",
  "exclude",
  "within",
  "minSupport",
  "minConfidence",
  "maxItems",
  "customers",
  "level",
] as const;

function checkSupport(minSupport: unknown): number {
  const share = checkShare(CALLER, "minSupport", minSupport);
  if (share > 0) return share;
  const expected = "a share above 0, as of no support there are rules without end";
  throw new RfmError({
    caller: CALLER,
    code: "invalidOption",
    path: "minSupport",
    expected,
    received: share,
  });
}

/** A rule for each product of each set of two or more: those of the others, and it. */
function listRules(
  { products }: OpenProducts,
  { count, holding }: Baskets,
  sets: readonly ItemSet[],
  level: number,
): BasketRule[] {
  const sizes = new Map(sets.map(({ items, baskets }) => [items.join(), baskets.length]));
  const idsOf = (items: readonly number[]) => items.map((item) => products.values[item]).sort(byCode);
  const rules = sets.flatMap(({ items, baskets: { length: baskets } }) => {
    if (items.length === 1) return [];
    return items.map((item) => {
      const others = items.filter((other) => other !== item);
      // Whatever is frequent has only frequent parts.
      const antecedentBaskets = sizes.get(others.join()) as number;
      const consequentBaskets = holding[item].length;
      const { low, high } = wilsonInterval(baskets, antecedentBaskets, level);
      const urn = { population: count, marked: consequentBaskets, drawn: antecedentBaskets };
      return {
        antecedent: idsOf(others),
        consequent: products.values[item],
        baskets,
        antecedentBaskets,
        consequentBaskets,
        support: baskets / count,
        confidence: baskets / antecedentBaskets,
        confidenceLow: low,
        confidenceHigh: high,
        lift: (baskets * count) / (antecedentBaskets * consequentBaskets),
        pValue: hypergeometricUpperTail(baskets, urn),
      };
    });
  });
  const qValues = falseDiscoveryRates(rules.map(({ pValue }) => pValue));
  return rules.map((rule, i) => ({ ...rule, qValue: qValues[i] }));
}

/** Equal lifts are equal to the last digit, as quotients of whole numbers; equal rules come in an order of their own. */
function byFallingLift(a: BasketRule, b: BasketRule): number {
  return b.lift - a.lift || b.baskets - a.baskets || b.confidence - a.confidence || byProducts(a, b);
}

function byProducts(a: BasketRule, b: BasketRule): number {
  const [one, other] = [
    [...a.antecedent, a.consequent],
    [...b.antecedent, b.consequent],
  ];
  if (one.length !== other.length) return one.length - other.length;
  const place = one.findIndex((product, i) => byCode(product, other[i]) !== 0);
  return place === -1 ? 0 : byCode(one[place], other[place]);
}
