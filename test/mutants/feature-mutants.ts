import { type Mutant, mutantsIn } from "./mutant.js";

const FORMULAS = "customerFeatures equals the formulas applied customer by customer";
const RFM =
  "customerFeatures gives recency, frequency, monetary value, tenure and the order of customers as computeRfm does";
const ORDER = "customerFeatures does not depend on the order of the rows";
const RATE = "customerFeatures knows one return rate, whether returns are netted or matched";

const mutant = mutantsIn("rfm");

/** Mistakes in the features of customers. */
export const featureMutants: readonly Mutant[] = [
  mutant(
    "gaps-of-a-population",
    "order-gaps",
    "sampleStandardDeviation(gaps as number[]) / unit",
    "(sampleStandardDeviation(gaps as number[]) * Math.sqrt((gaps.length - 1) / gaps.length)) / unit",
    FORMULAS,
  ),
  mutant("spread-of-one-gap", "order-gaps", "gaps.length < 2 ? null", "gaps.length < 2 ? 0", FORMULAS),
  mutant("gaps-as-they-come", "order-gaps", "begins.subarray(0, count).sort();", "", FORMULAS),
  mutant(
    "orders-begin-with-any-line",
    "order-gaps",
    "if (clock[row] < begins[place]) begins[place] = clock[row];",
    "begins[place] = clock[row];",
    ORDER,
  ),
  mutant(
    "orders-of-other-customers",
    "order-gaps",
    "owners[order] === customer + 1",
    "owners[order] > 0",
    FORMULAS,
  ),
  {
    name: "equal-lines-matched-as-they-stand",
    file: "transactions/returns.ts",
    find: " || compareQuantities(log, a, b);",
    replace: ";",
    property: ORDER,
  },
  mutant("gaps-to-returns", "order-gaps", "if (amounts[row] < 0) continue;", "", FORMULAS),
  mutant("gaps-in-milliseconds", "order-gaps", "[times, DAY]", "[times, 1]", FORMULAS),
  mutant(
    "products-of-all-customers",
    "basket",
    "if (buyers[product] === customer + 1) continue;",
    "if (buyers[product] > 0) continue;",
    FORMULAS,
  ),
  mutant(
    "unnamed-products-passed-over",
    "basket",
    "if (product === MISSING) return null;",
    "if (product === MISSING) continue;",
    FORMULAS,
  ),
  mutant(
    "unknown-quantities-are-none",
    "basket",
    "if (Number.isNaN(quantities[row])) return null;",
    "if (Number.isNaN(quantities[row])) continue;",
    FORMULAS,
  ),
  mutant(
    "items-added-with-rounding",
    "basket",
    "items.add(quantities[row]);",
    "{ const sum = items.valueOf() + quantities[row]; items.add(-items.valueOf()); items.add(sum); }",
    FORMULAS,
  ),
  mutant("recent-a-day-longer", "features", "< recentDays", "<= recentDays", FORMULAS),
  mutant("items-of-all-orders", "features", "items / frequency", "items", FORMULAS),
  mutant("recent-is-net", "spend", "ratio(recent, spent)", "ratio(recent, bought)", FORMULAS),
  mutant(
    "dropped-returns-are-none",
    "spend",
    "knowsReturns ? ratio(returned, bought) : null",
    "ratio(returned, bought)",
    FORMULAS,
  ),
  mutant("undone-before-the-window", "spend", "clock[row] < bounds.from", "false", FORMULAS),
  mutant("undone-after-the-window", "spend", "clock[partner] > bounds.to", "false", RATE),
  mutant("undone-purchases-forgotten", "spend", "bought.add(amount);\n      returned", "returned", RATE),
  mutant(
    "undone-once-a-customer",
    "spend",
    "if (known) known.push(amounts[row]);",
    "if (known) continue;",
    RATE,
  ),
  {
    name: "rows-before-the-window",
    file: "transactions/rows-by-customer.ts",
    find: "clock[i] >= bounds.from && ",
    replace: "",
    property: FORMULAS,
  },
  {
    name: "rows-of-the-neighbour",
    file: "transactions/rows-by-customer.ts",
    find: "ends[customer] = total;",
    replace: "ends[customer] = total + count - 1;",
    property: FORMULAS,
  },
  mutant(
    "since-for-features-alone",
    "features",
    "computeRfm(log, { asOf, since, recency })",
    "computeRfm(log, { asOf, recency })",
    RFM,
  ),
  mutant("mean-order-of-rows", "features", "monetary / frequency", "monetary / rows.length", RFM),
];
