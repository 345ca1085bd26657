import { type Mutant, mutantsIn } from "./mutant.js";

const RATES = "testHypothesis compares the return rates of customers by their definition";
const PRICES = "testHypothesis compares the price levels of the products that customers buy";
const ORDERS =
  "testHypothesis compares each member's orders of the later half of the days with those of the earlier half";
const SHARE = "testHypothesis counts members among buyers, with the binomial chance of so many";
const FLIPS = "testHypothesis flips signs as all ways to flip them do";

const mutant = mutantsIn("loyalty");

/** Mistakes in what is said of members. */
export const loyaltyHypothesisMutants: readonly Mutant[] = [
  mutant("those-unknown-count-with-0", "loyalty/compare-customers", " && value !== null);", ");", RATES),
  mutant(
    "nobody-is-left-out",
    "loyalty/compare-customers",
    "values.length - groups.members.length",
    "groups.rest.length",
    RATES,
  ),
  mutant(
    "price-of-a-line",
    "loyalty/claim-buy-dearer",
    "sum(amounts) / sum(quantities)",
    "sum(amounts) / lines.length",
    PRICES,
  ),
  mutant(
    "products-as-often-as-bought",
    "loyalty/claim-buy-dearer",
    "[...new Set(Array.from(own, (row) => products.codes[row]))]",
    "Array.from(own, (row) => products.codes[row])",
    PRICES,
  ),
  mutant("lines-without-a-quantity", "loyalty/claim-buy-dearer", "quantities[row] > 0 && ", "", PRICES),
  mutant("returns-have-a-price", "loyalty/claim-buy-dearer", " && amounts[row] >= 0;", ";", PRICES),
  mutant(
    "halves-a-day-off",
    "loyalty/claim-order-value",
    "Math.ceil((bounds.to - from + 1) / 2)",
    "Math.ceil((bounds.to - from + 1) / 2) + 1",
    ORDERS,
  ),
  mutant(
    "the-rest-s-orders-too",
    "loyalty/claim-order-value",
    "isMember[row] === 1",
    "isMember[row] >= 0",
    ORDERS,
  ),
  mutant(
    "an-order-is-of-its-last-day",
    "loyalty/order-values",
    "rows.some((row)",
    "rows.every((row)",
    ORDERS,
  ),
  mutant(
    "lines-without-an-id-are-one-order",
    "loyalty/order-values",
    "if (order === MISSING) alone.push([row]);\n    else if",
    "if",
    ORDERS,
  ),
  mutant("returns-in-orders", "loyalty/order-values", "if (amounts[row] < 0) continue;", "", ORDERS),
  mutant(
    "more-than-so-many",
    "loyalty/claim-share",
    "supports: binomialUpperTail(members, n, share)",
    "supports: binomialUpperTail(members + 1, n, share)",
    SHARE,
  ),
  mutant("the-opposite-of-another-share", "loyalty/claim-share", "1 - share)", "share)", SHARE),
  mutant(
    "all-is-supported",
    "loyalty/hypothesis",
    "isFinding(adjustedPValue, level)",
    "isFinding(adjustedPValue, 1 - level)",
    SHARE,
  ),
  mutant("signs-that-never-flip", "core/sign-flip", "random.below(2) === 0", "random.below(3) < 2", FLIPS),
  mutant(
    "equal-draws-do-not-count",
    "core/count-extremes",
    "observed - rounding",
    "observed + rounding",
    FLIPS,
  ),
];
