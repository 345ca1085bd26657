import { transactionLog } from "rfm-kit";
import { defineProgramme, testHypothesis } from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import { openRandom, type Random } from "../../src/core/random.js";

const CUSTOMERS = 40;
const DAYS = Array.from({ length: 60 }, (_, day) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
);

/** A shop in which members, every fourth customer, buy like all others: skewed amounts, some of them returned. */
function shop({ below, uniform }: Random) {
  const products = Array.from({ length: 12 }, () => Math.ceil(4 / (0.1 + uniform())));
  const lines = Array.from({ length: CUSTOMERS }, (_, customerId) =>
    Array.from({ length: 2 + below(6) }, (__, i) => {
      const [product, quantity] = [below(products.length), 1 + below(3)];
      const amount = products[product] * quantity;
      const bought = {
        customerId,
        orderId: `${customerId}/${i}`,
        product,
        quantity,
        date: DAYS[below(60)],
        amount,
      };
      return uniform() < 0.2
        ? [bought, { ...bought, orderId: `r${customerId}/${i}`, amount: -amount }]
        : [bought];
    }),
  );
  return transactionLog(lines.flat(2), { orderId: "orderId", product: "product", quantity: "quantity" });
}

const members = Array.from({ length: CUSTOMERS / 4 }, (_, i) => 4 * i);
const everybody = Array.from({ length: CUSTOMERS }, (_, customerId) => customerId);
const programme = defineProgramme(
  everybody.map((customerId) => ({ customerId, recency: 1, frequency: 1, monetary: 1 })),
  { members },
);

const SHOPS = 400;

describe("claims that are not true of 400 shops", () => {
  it.each(["return-less", "order-value-rising", "buy-dearer"] as const)(
    "%s is decided about as often as 1 − level",
    (claim) => {
      const random = openRandom("shops", 11);
      const verdicts = Array.from({ length: SHOPS }, (_, seed) => {
        const options = { claim, seed, level: 0.9, replicates: 199 };
        return testHypothesis(shop(random), programme, options).verdict;
      });
      const share = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length / SHOPS;
      // Half of 1 − level on either side, with a standard error of 1.1 points; some four of them either way.
      for (const wanted of ["supported", "contradicted"]) {
        expect(share(wanted)).toBeGreaterThan(0.01);
        expect(share(wanted)).toBeLessThan(0.095);
      }
    },
  );
});
