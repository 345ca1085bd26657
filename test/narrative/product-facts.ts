import type { Facts } from "rfm-kit/narrative";

type Products = NonNullable<Facts["products"]>;
type Gateways = NonNullable<Facts["gateways"]>;
type Product = Products["byRevenue"][number];
type Gateway = Gateways["products"][number];

/** A product that half of a segment of 40 bought, and a quarter of 200 customers in all. */
export function product(figures: Partial<Product> = {}): Product {
  return {
    product: "T-100",
    name: "Tea, black",
    revenue: 1234.5,
    revenueShare: 0.125,
    allRevenueShare: 0.05,
    units: 300,
    buyers: 20,
    allBuyers: 50,
    share: 0.5,
    shareLow: 0.352,
    shareHigh: 0.648,
    lift: 2,
    liftLow: 1.408,
    liftHigh: 2.592,
    pValue: 0.0001,
    qValue: 0.003,
    price: 4.115,
    priceLevel: "middle",
    ...figures,
  };
}

const levels: Products["priceLevels"] = [
  { level: "low", from: 0.5, to: 2.5, products: 10, revenue: 2000, revenueShare: 0.2, allRevenueShare: 0.3 },
  {
    level: "middle",
    from: 2.55,
    to: 6,
    products: 10,
    revenue: 3000,
    revenueShare: 0.3,
    allRevenueShare: 0.32,
  },
  {
    level: "high",
    from: 6.5,
    to: 49.95,
    products: 10,
    revenue: 5000,
    revenueShare: 0.5,
    allRevenueShare: 0.38,
  },
];

/** The same prices, with a preference for one level. */
export const preferring = (preferred: "low" | "middle" | "high") =>
  levels.map((row) => ({
    ...row,
    revenueShare: row.allRevenueShare + (row.level === preferred ? 0.1 : -0.05),
  }));

export const products: Products = {
  segment: "champions",
  customers: 40,
  allCustomers: 200,
  revenue: 10_000,
  otherRevenue: 0,
  minBuyers: 10,
  level: 0.95,
  tested: 30,
  found: 2,
  byRevenue: [product(), product({ product: "P-7", name: null, revenue: 900 })],
  byLift: [
    product(),
    product({
      product: "C-1",
      name: "Cup «blue» 2",
      share: 0.25,
      lift: 1.25,
      liftLow: 0.95,
      liftHigh: 1.6,
      qValue: 0.04,
    }),
    product({ product: "P-7", name: null, lift: 1.1, qValue: 0.2 }),
  ],
  priceLevels: levels,
};

/** A product of a fifth of first orders, after which six in ten come back. */
export function gateway(figures: Partial<Gateway> = {}): Gateway {
  return {
    product: "T-100",
    name: "Tea, black",
    customers: 40,
    share: 0.2,
    followed: 30,
    repeated: 18,
    repeatRate: 0.6,
    repeatLow: 0.423,
    repeatHigh: 0.754,
    repeatDifference: 0.25,
    pValue: 0.001,
    qValue: 0.01,
    laterSpend: 120,
    laterSpendLow: 90,
    laterSpendHigh: 150,
    ...figures,
  };
}

export const gateways: Gateways = {
  customers: 200,
  days: 180,
  followed: 150,
  repeatRate: 0.4,
  laterSpend: 80,
  minCustomers: 20,
  level: 0.95,
  tested: 12,
  found: 2,
  products: [
    gateway(),
    gateway({
      product: "C-1",
      name: "Cup",
      customers: 30,
      share: 0.15,
      repeatRate: 0.1,
      repeatLow: 0.035,
      repeatHigh: 0.256,
      repeatDifference: -0.35,
      repeated: 3,
    }),
    gateway({ product: "P-7", name: "Plate", qValue: 0.4 }),
  ],
};
