import { fsum, group } from "d3-array";
import { MOST_DAYS } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { isFinding, ratesOfTested } from "../core/false-discovery.js";
import { checkOptions } from "../core/options.js";
import { wilsonInterval } from "../core/proportion.js";
import { checkWholeFrom } from "../core/whole.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { type Entrant, listEntrants } from "./entrants.js";
import { checkLevel } from "./evidence.js";
import { fisherTwoSided } from "./fisher.js";
import type { GatewayProduct, GatewayProducts } from "./gateway-types.js";
import { meanInterval } from "./mean-interval.js";
import { type OpenProducts, openProducts, type ProductOptions } from "./open-products.js";
import { byCode } from "./order.js";
import { chooseCustomers } from "./segments-of-log.js";

/** How {@link gatewayProducts} looks. */
export interface GatewayOptions<Id = unknown> extends Omit<ProductOptions, "since"> {
  /** Only these customers of the log, such as those of a segment. Default: all. */
  readonly customers?: readonly { readonly customerId: Id }[] | undefined;
  /** Days after the day of the first order in which customers are followed. Default: 90. */
  readonly days?: number | undefined;
  /** Customers followed below which a product is not tested, and has no mean spend. Default: 10. */
  readonly minCustomers?: number | undefined;
  /** Of the intervals; 1 − level is the share of false discoveries that `found` allows. Default: 0.95. */
  readonly level?: number | undefined;
}

/**
 * What customers come for: the products of first orders, and how those turned out who came by each.
 *
 * A first order is the one with the earliest purchase; of several at that time, the one of the smallest id (numbers before
 * texts). Without order ids it is all that was bought at that time, or on that day where the log has days. Customers are
 * followed for `days` after the day of it, and only those whom the log shows for so long: others had less time to come back.
 *
 * - repeatRate: of these, the share with a purchase on a later one of these days, with Wilson's interval;
 * - repeatDifference: repeatRate − that of all others who were followed; its pValue is that of Fisher's exact test, two-sided
 *   (twice the smaller tail), its qValue is adjusted for all products that were tested (Benjamini and Hochberg);
 * - laterSpend: their mean spend on these days, less returns, with Hall's interval for the mean of skewed amounts.
 *
 * It says who came back, not why: a product may draw loyal customers, or loyal customers may be drawn to it.
 *
 * Cost: O(rows + k log k + products · √customers), k the products of all first orders.
 *
 * @param log a `transactionLog` with products.
 * @throws RfmError on a log without products, on a customer who is not in it, on `days` that are no whole number from 1 on, and
 * as {@link segmentProducts}.
 * @see Wilson (1927); Benjamini and Hochberg (1995); Hall (1992), "On the Removal of Skewness by Transformation".
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { gatewayProducts } from "rfm-kit/products";
 *
 * const log = transactionLog(
 *   [
 *     { customerId: "ada", date: "2024-01-01", amount: 20, sku: "tea" },
 *     { customerId: "ada", date: "2024-01-20", amount: 30, sku: "pot" },
 *     { customerId: "bob", date: "2024-01-05", amount: 5, sku: "mug" },
 *     { customerId: "cy", date: "2024-03-01", amount: 20, sku: "tea" },
 *   ],
 *   { product: "sku" },
 * );
 * const { products } = gatewayProducts(log, { days: 30, minCustomers: 1 });
 * products.map(({ product, customers, followed, repeatRate }) => [product, customers, followed, repeatRate]);
 * // => [["tea", 2, 1, 1], ["mug", 1, 1, 0]]
 * products[0].laterSpend; // => 30
 * ```
 */
export function gatewayProducts<Id>(
  log: TransactionLog<Id>,
  options: GatewayOptions<Id> = {},
): GatewayProducts {
  checkOptions(CALLER, options, GATEWAY_OPTIONS);
  const days = checkDays(options.days ?? 90);
  const minCustomers = checkWholeFrom(CALLER, "minCustomers", options.minCustomers ?? 10, 1);
  const level = checkLevel(CALLER, options.level);
  const open = openProducts(CALLER, log, options);
  const entrants = listEntrants(open, chooseCustomers(CALLER, log, options.customers), days);
  const rows = listGateways(open, entrants, { minCustomers, level });
  const { repeatRate, laterSpend, followed } = courseOf(entrants);
  return {
    customers: entrants.length,
    days,
    followed,
    repeatRate,
    laterSpend,
    minCustomers,
    level,
    tested: rows.filter(({ pValue }) => pValue !== null).length,
    found: rows.filter(({ qValue }) => isFinding(qValue, level)).length,
    products: rows.sort((a, b) => b.customers - a.customers || byCode(a.product, b.product)),
  };
}

const CALLER = "gatewayProducts";
const GATEWAY_OPTIONS = [
  "asOf",
  "exclude",
  "nameFrom",
  "customers",
  "days",
  "minCustomers",
  "level",
] as const;

function checkDays(days: unknown): number {
  if (Number.isSafeInteger(days) && (days as number) >= 1 && (days as number) <= MOST_DAYS)
    return days as number;
  const expected = `a whole number of days from 1 to ${MOST_DAYS}`;
  throw new RfmError({ caller: CALLER, code: "invalidOption", path: "days", expected, received: days });
}

interface Settings {
  readonly minCustomers: number;
  readonly level: number;
}

/** A row for each product of a first order. */
function listGateways(
  open: OpenProducts,
  entrants: readonly Entrant[],
  settings: Settings,
): GatewayProduct[] {
  const entries = entrants.flatMap((entrant) => entrant.products.map((product) => ({ product, entrant })));
  const byProduct = group(entries, ({ product }) => product);
  const all = courseOf(entrants);
  const groups = Array.from(byProduct, ([product, rows]) => {
    const came = rows.map(({ entrant }) => entrant);
    return { product, came, course: courseOf(came) };
  });
  const pValues = groups.map(({ course: { followed, repeated } }) => {
    if (followed < settings.minCustomers || followed === all.followed) return null;
    return fisherTwoSided(repeated, { population: all.followed, marked: all.repeated, drawn: followed });
  });
  const qValues = ratesOfTested(pValues);
  return groups.map(({ product, came, course }, i) => ({
    product: open.products.values[product],
    name: open.nameOf(product),
    customers: came.length,
    share: came.length / entrants.length,
    followed: course.followed,
    repeated: course.repeated,
    ...repeatOf(course, all, settings),
    pValue: pValues[i],
    qValue: qValues[i],
    ...laterSpendOf(course, settings),
  }));
}

/** How a group of entrants turned out: those of them who were followed. */
interface Course {
  readonly followed: number;
  readonly repeated: number;
  readonly repeatRate: number | null;
  readonly laterSpend: number | null;
  readonly spends: Float64Array;
}

function courseOf(entrants: readonly Entrant[]): Course {
  const seen = entrants.filter(({ isFollowed }) => isFollowed);
  const repeated = seen.filter((entrant) => entrant.repeated).length;
  const spends = Float64Array.from(seen, ({ laterSpend }) => laterSpend);
  const meanOf = (sum: number) => (seen.length === 0 ? null : sum / seen.length);
  return {
    followed: seen.length,
    repeated,
    repeatRate: meanOf(repeated),
    laterSpend: meanOf(fsum(spends) + 0),
    spends,
  };
}

function repeatOf({ followed, repeated, repeatRate }: Course, all: Course, { level }: Settings) {
  if (repeatRate === null) return { repeatRate, repeatLow: null, repeatHigh: null, repeatDifference: null };
  const { low, high } = wilsonInterval(repeated, followed, level);
  const others = all.followed - followed;
  const repeatDifference = others === 0 ? null : repeatRate - (all.repeated - repeated) / others;
  return { repeatRate, repeatLow: low, repeatHigh: high, repeatDifference };
}

function laterSpendOf({ followed, spends, laterSpend }: Course, { minCustomers, level }: Settings) {
  if (followed < minCustomers || laterSpend === null) {
    return { laterSpend: null, laterSpendLow: null, laterSpendHigh: null };
  }
  if (followed === 1) return { laterSpend, laterSpendLow: null, laterSpendHigh: null };
  const { low, high } = meanInterval(spends, level);
  return { laterSpend, laterSpendLow: low, laterSpendHigh: high };
}
