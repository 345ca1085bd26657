import {
  computeRfm,
  customersForShare,
  fitScores,
  giniCoefficient,
  lorenzCurve,
  paretoShare,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  tenSegments,
  transactionLog,
} from "rfm-kit";
import { beforeAll, describe, expect, it } from "vitest";
import { hasData, readData, readExpected, readExpectedJson } from "../data.js";

type Line = Record<string, string>;

/** Policy basic: rows without a customer go, then rows with a quantity of 0 or less. */
function readLog(lines: Line[], duplicates: "keep" | "count" | "drop") {
  return transactionLog(lines, {
    customerId: "CustomerID",
    orderId: "InvoiceNo",
    product: "StockCode",
    date: "InvoiceDate",
    amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
    attributes: { country: "Country" },
    exclude: { returned: (line) => Number(line.Quantity) <= 0 },
    duplicates,
    invalid: "drop",
    timeZone: "Europe/London",
  });
}

describe.runIf(hasData)("online retail, policy basic", () => {
  let lines: Line[];
  let log: ReturnType<typeof readLog>;
  beforeAll(() => {
    lines = readData("online-retail.csv.gz");
    log = readLog(lines, "keep");
  });

  it("keeps and drops the rows that were counted independently", () => {
    const expected = readExpectedJson("cleaning.json").policies.basic;
    const { report } = log;
    expect(report.rowsRead).toBe(541_909);
    expect(report.rowsKept).toBe(expected.rows_kept);
    expect(report.dropped).toEqual({ missingCustomer: 135_080, returned: 8_905 });
    expect(report.customers).toBe(expected.customers);
    expect(report.orders).toBe(expected.invoices);
    expect(report.products).toBe(expected.stock_codes);
    expect(report.attributes.country.distinct).toBe(expected.countries);
    expect(report.amount).toBeCloseTo(Number(expected.revenue), 6);
    expect([report.firstDay, report.lastDay]).toEqual([
      expected.first.slice(0, 10),
      expected.last.slice(0, 10),
    ]);
  });

  it("counts duplicates of the rows read, and drops those of the rows kept", () => {
    expect(log.report.duplicates).toBeNull();
    const counted = readLog(lines, "count").report;
    expect(counted.duplicates).toBe(readExpectedJson("cleaning.json").raw.rows_by_reason.exact_duplicate);
    expect(counted.rowsKept).toBe(397_924);
    const dropped = readLog(lines, "drop").report;
    expect(dropped.duplicates).toBe(5_268);
    expect(dropped.dropped).toEqual({ missingCustomer: 135_080, returned: 8_905, duplicate: 5_192 });
    expect(dropped.rowsKept).toBe(397_924 - 5_192);
    expect(dropped.amount).toBeCloseTo(8_887_208.894, 6);
  });

  it("gives every customer the recency, frequency and monetary value of pandas", () => {
    const calendar = computeRfm(log, { decimals: 3 });
    const elapsed = new Map(computeRfm(log, { recency: "elapsed" }).map((c) => [c.customerId, c.recency]));
    const expected = readExpected("rfm-basic.csv.gz");
    const found = new Map(calendar.map((customer) => [customer.customerId, customer]));
    expect(calendar.length).toBe(4_339);
    expect(expected.length).toBe(4_339);
    for (const row of expected) {
      const customer = found.get(row.customer_id);
      expect(
        [customer?.recency, elapsed.get(row.customer_id), customer?.frequency, customer?.monetary],
        row.customer_id,
      ).toEqual([row.recency_cal, row.recency_floor, row.frequency, row.monetary].map(Number));
    }
  });

  const LABELS = { cal: "calendar", floor: "elapsed" } as const;

  it.each(["cal", "floor"] as const)(
    "scores and segments every customer as computed in rationals (%s)",
    (form) => {
      const customers = computeRfm(log, { recency: LABELS[form] });
      const expected = new Map(readExpected("default-basic.csv.gz").map((row) => [row.customer_id, row]));
      const fifths = segmentCustomers(scoreCustomers(customers));
      const quarters = scoreCustomers(customers, { bins: 4 });
      expect(fifths.length).toBe(expected.size);
      for (const [i, { customerId, rfm, segment }] of fifths.entries()) {
        const row = expected.get(customerId) as Line;
        const wanted = [row[`rfm_${form}_5`], row[`rfm_${form}_4`], row[`segment_${form}`]];
        expect([rfm, quarters[i].rfm, segment], customerId).toEqual(wanted);
      }
    },
  );

  it.each(["cal_5", "cal_4", "floor_5", "floor_4"] as const)(
    "fits the cut points and bin sizes of %s",
    (name) => {
      const [form, bins] = name.split("_") as ["cal" | "floor", string];
      const expected = readExpectedJson("default.json").basic[name];
      const model = fitScores(computeRfm(log, { recency: LABELS[form] }), { bins: Number(bins) });
      expect(model.sizes).toEqual(expected.sizes);
      expect(model.customers).toBe(4_339);
      for (const column of ["recency", "frequency", "monetary"] as const) {
        expect(model.cuts[column].length).toBe(Number(bins) - 1);
        for (const [i, cut] of model.cuts[column].entries())
          expect(cut).toBeCloseTo(expected.cuts[column][i], 9);
      }
    },
  );

  it("summarises the ten segments", () => {
    const segmented = segmentCustomers(scoreCustomers(computeRfm(log)));
    const summaries = summarizeSegments(segmented, { scheme: tenSegments });
    const expected = readExpectedJson("default.json").basic.cal_5.segments;
    expect(summaries.length).toBe(10);
    for (const { segment, customers, revenueShare } of summaries) {
      expect(customers, segment).toBe(expected[segment].customers);
      expect(100 * revenueShare, segment).toBeCloseTo(expected[segment].revenue_share_percent, 6);
    }
    expect(summaries[0]).toMatchObject({ segment: "champions", customers: 604 });
    expect(summaries[0].revenueShare).toBeCloseTo(0.48296206, 8);
  });

  it("measures concentration", () => {
    const customers = computeRfm(log);
    const expected = readExpectedJson("pareto.json").basic;
    for (const [percent, forms] of Object.entries<Record<string, { share: number }>>(expected.top)) {
      const top = Number(percent) / 100;
      expect(paretoShare(customers, { top })).toBeCloseTo(forms.ceil.share, 12);
      expect(paretoShare(customers, { top, rounding: "floor" })).toBeCloseTo(forms.floor.share, 12);
      expect(paretoShare(customers, { top, rounding: "round" })).toBeCloseTo(forms.round_half_up.share, 12);
    }
    for (const [percent, { head, customer_share }] of Object.entries<Record<string, number>>(
      expected.customers_for_share,
    )) {
      expect(customersForShare(customers, { share: Number(percent) / 100 })).toEqual({
        customers: head,
        share: customer_share,
      });
    }
    expect(giniCoefficient(customers)).toBeCloseTo(expected.gini, 13);
    expect(giniCoefficient(customers, { corrected: true })).toBeCloseTo(expected.gini_bias_corrected, 13);
    const deciles: { population: number; exact_share_interpolated: number }[] =
      expected.lorenz_ascending_deciles;
    for (const [i, point] of lorenzCurve(customers, { points: 10 }).entries()) {
      expect(point.population).toBeCloseTo(deciles[i].population, 15);
      expect(point.share).toBeCloseTo(deciles[i].exact_share_interpolated, 12);
    }
  });

  it("holds the figures that the guides tell", () => {
    const calendar = computeRfm(log);
    const elapsed = computeRfm(log, { recency: "elapsed" });
    expect(calendar.filter(({ recency }, i) => recency !== elapsed[i].recency).length).toBe(
      readExpectedJson("cleaning.json").policies.basic.customers_floor_ne_cal,
    );
    expect(log.report.droppedAmounts.returned).toBeCloseTo(-611_342.09, 6);
    expect(readLog(lines, "drop").report.droppedAmounts.duplicate).toBeCloseTo(24_199.01, 6);
    // Ranks in the order given, as rank(method="first") has them: ascending ids, then first appearance.
    const championsRankedFirst = (customers: typeof elapsed) => {
      const byFrequency = [...customers].sort((a, b) => a.frequency - b.frequency);
      const rank = new Map(byFrequency.map(({ customerId }, i) => [customerId, i + 1]));
      const ranked = customers.map((customer) => ({
        ...customer,
        frequency: Number(rank.get(customer.customerId)),
      }));
      return scoreCustomers(ranked).filter(({ r, f }) => r === 5 && f >= 4).length;
    };
    const ascending = [...elapsed].sort((a, b) => Number(a.customerId) - Number(b.customerId));
    expect([championsRankedFirst(ascending), championsRankedFirst(elapsed)]).toEqual([633, 658]);
  });

  it("gives the same answers on a machine in any time zone", () => {
    const original = process.env.TZ;
    const asInstants = (hours: number) =>
      computeRfm(lines, {
        customerId: "CustomerID",
        date: (line) => new Date(Date.parse(`${line.InvoiceDate.replace(" ", "T")}Z`) + hours * 3_600_000),
        amount: (line) => Number(line.Quantity),
        exclude: { returned: (line) => Number(line.Quantity) <= 0 },
        invalid: "drop",
        timeZone: "America/New_York",
      });
    const written = new Map(computeRfm(log).map((customer) => [customer.customerId, customer.recency]));
    try {
      const answers = ["UTC", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia"].map((zone) => {
        process.env.TZ = zone;
        expect(new Intl.DateTimeFormat().resolvedOptions().timeZone.replace("Calcutta", "Kolkata")).toBe(
          zone,
        );
        return asInstants(0);
      });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      // Shops open by day: six hours later in UTC all of it still is the same day in New York.
      for (const { customerId, recency } of asInstants(6)) expect(recency).toBe(written.get(customerId));
    } finally {
      if (original === undefined) delete process.env.TZ;
      else process.env.TZ = original;
    }
  });
});
