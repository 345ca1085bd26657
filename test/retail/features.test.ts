import { type CustomerFeatures, customerFeatures, describeFeatures, transactionLog } from "rfm-kit";
import { beforeAll, describe, expect, it } from "vitest";
import { hasData, readData } from "../data.js";

type Line = Record<string, string>;

/** Rows without a customer go, returns stay. */
function readLog(lines: Line[], returns: "net" | "match" | "drop") {
  return transactionLog(lines, {
    customerId: (line) => (line.CustomerID === "" ? null : Number(line.CustomerID)),
    orderId: "InvoiceNo",
    product: "StockCode",
    date: "InvoiceDate",
    quantity: (line) => Number(line.Quantity),
    amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
    invalid: "drop",
    returns,
  });
}

type Feature = Exclude<keyof CustomerFeatures, "customerId">;

/**
 * Customers without the figure, and the sums of figure and of figure × customer id over the others. By pandas 3.1.1 from
 * rows with a CustomerID: purchases are rows with Quantity · UnitPrice from 0 up, an order begins at the least date of
 * its InvoiceNo among them; `nunique`, `groupby(…).diff().dt.days` with `mean` and `std`, sums by `math.fsum`.
 */
const PANDAS: Record<Feature, readonly [missing: number, sum: number, byId: number]> = {
  recency: [0, 403_707, 6_182_714_436],
  frequency: [0, 18_536, 282_974_731],
  monetary: [0, 8_310_477.054, 126_374_053_749.713],
  tenure: [0, 970_994, 14_855_640_321],
  averageOrderValue: [0, 1_585_669.117875726, 23_898_591_473.257442],
  itemsPerOrder: [0, 1_112_146.024999393, 16_647_104_907.143583],
  distinctProducts: [0, 266_802, 4_076_838_631],
  returnRate: [1, 172.0961628247335, 2_657_728.9402889423],
  meanDaysBetweenOrders: [1494, 206_682.35404126602, 3_157_920_389.746068],
  spreadOfDaysBetweenOrders: [2329, 83_335.94723348564, 1_279_604_764.6603909],
  shareOfRecentSpend: [1, 1746.0776109058313, 26_761_761.638030943],
};

describe.runIf(hasData)("the features of online retail's customers", () => {
  let lines: Line[];
  let netted: CustomerFeatures<number>[];
  beforeAll(() => {
    lines = readData("online-retail.csv.gz");
    netted = customerFeatures(readLog(lines, "net"));
  });

  const isNear = (found: number, expected: number) =>
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-10 * Math.abs(expected));

  it.each(Object.keys(PANDAS) as Feature[])("have the %s of pandas", (feature) => {
    const [missing, sum, byId] = PANDAS[feature];
    const known = netted.filter((customer) => customer[feature] !== null);
    expect(netted.length).toBe(4_339);
    expect(netted.length - known.length).toBe(missing);
    isNear(
      known.reduce((total, customer) => total + Number(customer[feature]), 0),
      sum,
    );
    isNear(
      known.reduce((total, customer) => total + Number(customer[feature]) * customer.customerId, 0),
      byId,
    );
  });

  it("have gaps in parts of days where recency is elapsed", () => {
    // `diff().dt.total_seconds() / 86400` of pandas.
    const elapsed = customerFeatures(readLog(lines, "net"), { recency: "elapsed" });
    const sum = (feature: Feature) =>
      elapsed.reduce((total, customer) => total + Number(customer[feature]), 0);
    isNear(sum("meanDaysBetweenOrders"), 206_680.12144671087);
    isNear(sum("spreadOfDaysBetweenOrders"), 83_334.86018272462);
  });

  it("say so where a customer returned everything", () => {
    // pandas: one order of 74,215 units of one product, returned at once.
    const customer = netted.find(({ customerId }) => customerId === 12_346);
    expect(customer).toMatchObject({
      monetary: 0,
      itemsPerOrder: 74_215,
      distinctProducts: 1,
      returnRate: 1,
    });
    expect(customer).toMatchObject({ meanDaysBetweenOrders: null, spreadOfDaysBetweenOrders: null });
  });

  it("know one return rate, netted or matched, and none where returns were dropped", () => {
    const byId = new Map(netted.map((customer) => [customer.customerId, customer.returnRate]));
    const matched = customerFeatures(readLog(lines, "match"));
    expect(matched.length).toBeLessThan(netted.length);
    for (const { customerId, returnRate } of matched) expect(returnRate).toBe(byId.get(customerId));
    const dropped = customerFeatures(readLog(lines, "drop"));
    expect(dropped.every(({ returnRate }) => returnRate === null)).toBe(true);
  });

  it("look as pandas describes them", () => {
    const { summaries, correlations, findings } = describeFeatures(netted);
    const figures = (name: Feature) => {
      const found = summaries.find(({ feature }) => feature === name);
      const { mean, standardDeviation, lowerQuartile, median, upperQuartile, skewness, kurtosis } =
        found ?? {};
      return [mean, standardDeviation, lowerQuartile, median, upperQuartile, skewness, kurtosis].map(Number);
    };
    // `mean`, `std`, `quantile`, `skew` and `kurt` of pandas 3.1.1.
    const expected: [Feature, number[]][] = [
      [
        "monetary",
        [
          1915.2977769071213, 8247.979285145546, 299.675, 654.92, 1623.825, 21.637592824484603,
          603.128357543703,
        ],
      ],
      [
        "recency",
        [93.0414842129523, 100.00775734416378, 18, 51, 142.5, 1.2461369784209277, 0.43124168125667983],
      ],
      [
        "meanDaysBetweenOrders",
        [72.64757611292303, 65.56450510456598, 29.5, 53.5, 92, 1.9130241979643772, 4.141004039779265],
      ],
    ];
    for (const [feature, numbers] of expected)
      for (const [i, found] of figures(feature).entries()) isNear(found, numbers[i]);
    // `corr` of pandas.
    isNear(Number(correlations.monetary.frequency), 0.5772356682144536);
    isNear(Number(correlations.recency.meanDaysBetweenOrders), -0.022427419169158466);
    isNear(Number(correlations.spreadOfDaysBetweenOrders.meanDaysBetweenOrders), 0.6501013617142467);
    const all = Object.values(correlations).flatMap((row) => Object.values(row));
    isNear(
      all.reduce<number>((total, r) => total + Number(r), 0),
      14.000444858940458,
    );
    // `np.log1p(…).skew()` of pandas; monetary and the order value are below 0 for customers who returned more.
    const skewed = findings.flatMap((one) => (one.finding === "skewed" ? [one] : []));
    expect(skewed.map(({ feature, logSkewness }) => [feature, logSkewness?.toFixed(6)])).toEqual([
      ["recency", "-0.326370"],
      ["frequency", "1.208917"],
      ["monetary", undefined],
      ["averageOrderValue", undefined],
      ["itemsPerOrder", "-0.336905"],
      ["distinctProducts", "-0.244288"],
      ["returnRate", "18.615743"],
      ["meanDaysBetweenOrders", "-1.197037"],
      ["spreadOfDaysBetweenOrders", "-0.617699"],
    ]);
    expect(findings.filter(({ finding }) => finding === "redundant")).toEqual([]);
  });

  it("hold what the guide tells of one order and of one return rate", () => {
    const excluded = transactionLog(lines, {
      customerId: "CustomerID",
      orderId: "InvoiceNo",
      date: "InvoiceDate",
      quantity: (line) => Number(line.Quantity),
      amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
      exclude: { returned: (line) => Number(line.Quantity) <= 0 },
      invalid: "drop",
    });
    const orderValue = (customers: readonly CustomerFeatures[]) =>
      describeFeatures(customers).correlations.averageOrderValue.itemsPerOrder;
    // `corr` of pandas: 0.9211 and 0.1590.
    expect(orderValue(customerFeatures(excluded))).toBeCloseTo(0.9211, 4);
    expect(orderValue(netted)).toBeCloseTo(0.159, 4);
    expect(Math.max(...netted.map(({ returnRate }) => returnRate ?? 0))).toBeCloseTo(57.050666666666665, 9);
  });
});
