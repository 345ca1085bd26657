import { type Mutant, mutantsIn } from "./mutant.js";

const DEFINED = "products segmentProducts equals the definitions applied product by product";
const COMPLETE =
  "products segmentProducts loses nothing: products and the rest add up to the monetary value of each segment";
const THIRDS =
  "products segmentProducts sets as many products into each third by price, as far as prices differ";
const GATEWAYS = "products gatewayProducts equals a look at the lines of each customer";
const BASKETS = "products basketRules equals a look into every basket, for rules of up to three products";
const DRILL = "products a segment's products lead to buyers, and buyers back to the same figures";
const ORDER = "products give the same from any order of the rows";

const mutant = mutantsIn("products");

/** Mistakes in what is said of products. */
export const productMutants: readonly Mutant[] = [
  mutant("a-buyer-counts-twice", "tally", "|| lastBuyer[product] === customer", "", DEFINED),
  mutant("a-return-makes-a-buyer", "tally", "amount < 0 || ", "", DEFINED),
  mutant(
    "lift-upside-down",
    "segment-products",
    "buyers * allCustomers",
    "allBuyers * allCustomers",
    DEFINED,
  ),
  mutant("everything-is-tested", "segment-products", ">= minBuyers", ">= 1", DEFINED),
  mutant("chance-of-all-buyers", "segment-products", "drawn: customers }", "drawn: allCustomers }", DEFINED),
  mutant("excluded-codes-stay", "open-products", "|| isExcluded[product] === 1", "", DEFINED),
  mutant("unknown-units-are-none", "tally", "lacksUnits[product] = 1", "lacksUnits[product] = 0", DEFINED),
  mutant("what-is-no-product-is-lost", "tally", "        other.add(amount);\n", "", COMPLETE),
  mutant(
    "returns-of-the-unbought-are-lost",
    "segment-products",
    "[tally.other, ...unbought]",
    "[tally.other]",
    COMPLETE,
  ),
  mutant("a-price-on-a-cut-is-dearer", "prices", "cut < price", "cut <= price", THIRDS),
  mutant(
    "halves-for-thirds",
    "prices",
    "cutPoints(known, PRICE_LEVELS.length)",
    "cutPoints(known, 2)",
    THIRDS,
  ),
  mutant(
    "the-same-day-is-later",
    "entrants",
    "log.days[row] > first.day &&",
    "log.days[row] >= first.day &&",
    GATEWAYS,
  ),
  mutant(
    "a-day-more-is-followed",
    "entrants",
    "first.day + days <= lastDay",
    "first.day + days - 1 <= lastDay",
    GATEWAYS,
  ),
  mutant("the-last-order-is-first", "first-orders", ") < 0", ") > 0", GATEWAYS),
  mutant("orders-as-they-come", "first-orders", "|| compareOrders(orders, row, best)", "", ORDER),
  mutant("one-line-of-the-first-order", "first-orders", "purchases.filter(isIn)", "[first]", GATEWAYS),
  mutant("one-tail", "fisher", "Math.min(1, 2 * Math.min(many, few))", "many", GATEWAYS),
  mutant(
    "against-all-who-were-followed",
    "gateway",
    "(all.repeated - repeated) / others",
    "all.repeated / all.followed",
    GATEWAYS,
  ),
  mutant(
    "orders-of-several-customers",
    "baskets",
    "for (const customer of customers) {\n    const baskets = new Map<number, number>();",
    "const baskets = new Map<number, number>();\n  for (const customer of customers) {",
    BASKETS,
  ),
  mutant("baskets-without-an-order-are-one", "baskets", "-1 - row", "-1", BASKETS),
  mutant("one-basket-too-few", "item-sets", "both.length >= least ?", "both.length > least ?", BASKETS),
  mutant("stops-too-early", "item-sets", "other.length - j) < least", "other.length - j) <= least", BASKETS),
  mutant(
    "confidence-of-the-other-side",
    "basket-rules",
    "baskets / antecedentBaskets",
    "baskets / consequentBaskets",
    BASKETS,
  ),
  mutant("pairs-alone", "item-sets", "set.items.length === most", "set.items.length === 2", BASKETS),
  mutant(
    "orders-are-lines",
    "purchases-of",
    "new Set(orders.filter((order) => order >= 0)).size",
    "orders.filter((order) => order >= 0).length",
    DRILL,
  ),
  mutant(
    "products-as-they-come",
    "segment-products",
    "b.revenue - a.revenue || byCode(a.product, b.product)",
    "b.revenue - a.revenue",
    ORDER,
  ),
];
