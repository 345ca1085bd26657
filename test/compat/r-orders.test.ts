import { computeRfm, defineScheme, type Scorer, scoreCustomers, segmentCustomers } from "rfm-kit";
import { ntile, rRfm } from "rfm-kit/compat";
import { beforeAll, describe, expect, it } from "vitest";
import { hasData, readData, readExpected, readExpectedJson } from "../data.js";

interface Row {
  readonly customerId: string;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

describe.runIf(hasData)("rfm-orders at 2006-12-31", () => {
  let customers: Row[];
  beforeAll(() => {
    const orders = readData("rfm-orders.csv.gz").map(({ customer_id, order_date, revenue }) => ({
      customerId: customer_id,
      date: order_date,
      amount: Number(revenue),
    }));
    const found = new Map(computeRfm(orders, { asOf: "2006-12-31" }).map((row) => [row.customerId, row]));
    // R hands customers over sorted by name, in the order of these files; ntile's ties need it.
    customers = readExpected("ntile-orders.csv.gz").map(({ customer_id }) => found.get(customer_id) as Row);
    expect(customers).toHaveLength(995);
  });

  const custom = rRfm({
    cuts: { recency: [115, 181, 297, 482], frequency: [4, 5, 6, 8], monetary: [256, 382, 506, 666] },
  });
  it.each<[string, Scorer]>([
    ["5", rRfm({ bins: 5 })],
    ["custom", custom],
  ])("has the scores of R's rfm with %s", (name, scorer) => {
    const expected = readExpected(`r-rfm-orders-${name}.csv.gz`);
    const found = scoreCustomers(customers, scorer);
    expect(found.map(({ customerId, rfm }) => [customerId, rfm])).toEqual(
      expected.map(({ customer_id, rfm_score }) => [customer_id, rfm_score]),
    );
  });

  it("has the buckets of dplyr's ntile, recency in both forms", () => {
    const expected = readExpected("ntile-orders.csv.gz");
    const descending = scoreCustomers(customers, ntile());
    const reversed = scoreCustomers(customers, ntile({ recency: "reversed" }));
    expect(descending.map(({ r, f, m }, row) => [reversed[row].r, r, f, m].map(String))).toEqual(
      expected.map(({ r5_rev, r5_desc, f5, m5 }) => [r5_rev, r5_desc, f5, m5]),
    );
  });

  it("has the segments of R's rfm_segment", () => {
    const { thresholds } = readExpectedJson("r-rfm-segments.json").vignette_orders;
    const names: string[] = thresholds.names;
    const scheme = defineScheme({
      name: "vignette",
      bins: 5,
      rules: names.map((segment, i) => ({
        segment,
        r: [thresholds.rl[i], thresholds.ru[i]] as const,
        f: [thresholds.fl[i], thresholds.fu[i]] as const,
        m: [thresholds.ml[i], thresholds.mu[i]] as const,
      })),
      otherwise: "Others",
    });
    const found = segmentCustomers(scoreCustomers(customers, rRfm()), scheme);
    const expected = new Map(
      readExpected("r-rfm-segments-orders.csv.gz").map(({ customer_id, segment }) => [customer_id, segment]),
    );
    expect(expected.size).toBe(995);
    expect(found.map(({ segment }) => segment)).toEqual(
      customers.map(({ customerId }) => expected.get(customerId)),
    );
    const count = (name: string) => found.filter(({ segment }) => segment === name).length;
    expect([count("Champions"), count("Potential Loyalist")]).toEqual([35, 342]);
  });
});
