import fc from "fast-check";

export interface Line {
  customerId: string | number | bigint;
  orderId: string | null;
  product: string;
  date: string;
  amount: number;
}

/** Ids that are easily confused, with each other or with the names of Object's own properties. */
const IDS = ["ada", "bob", "1", "01", "１", 1, 1n, "__proto__", "constructor", 17850] as const;
const DAYS = ["1969-06-01", "2024-02-26", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"];
const TIMES = ["", " 08:00", "T08:00", " 17:30:15"];

const cents = fc.integer({ min: -300, max: 900 }).map((value) => value / 100);
const wild = fc.double({ min: -1e15, max: 1e15, noNaN: true });
const amount = fc.oneof(
  { weight: 4, arbitrary: cents },
  { weight: 6, arbitrary: fc.constantFrom(1, 2.5) },
  { weight: 1, arbitrary: wild },
  { weight: 1, arbitrary: fc.constant(0) },
);

export const line: fc.Arbitrary<Line> = fc.record({
  customerId: fc.oneof(fc.constantFrom(...IDS), fc.constantFrom("ada", "bob")),
  orderId: fc.option(fc.constantFrom("o1", "o2", "o3", "__proto__"), { freq: 5 }),
  product: fc.constantFrom("tea", "milk"),
  date: fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...TIMES)).map(([day, time]) => day + time),
  amount,
});

/** Transactions with, after many purchases, a return of just that amount. */
export const transactions: fc.Arbitrary<Line[]> = fc
  .array(fc.tuple(line, fc.option(fc.constantFrom(...DAYS), { freq: 3 })), { maxLength: 25, size: "max" })
  .map((pairs) =>
    pairs.flatMap(([purchase, returned]) =>
      returned === null
        ? [purchase]
        : [purchase, { ...purchase, orderId: "credit", date: returned, amount: -purchase.amount }],
    ),
  );

export const rfmOptions = fc.record({
  countBy: fc.constantFrom("orders", "transactions", "days"),
  recency: fc.constantFrom("calendar", "elapsed"),
  monetary: fc.constantFrom("sum", "mean"),
} as const);

export const returnsOption = fc.constantFrom("net", "drop", "match" as const);

/** Customers with many equal values. */
export const customers = fc.array(
  fc.record({
    recency: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400 })),
    frequency: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 60 })),
    monetary: fc
      .oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 100_000 }))
      .map((value) => value / 100),
  }),
  { minLength: 1, maxLength: 40 },
);

export const bins = fc.integer({ min: 1, max: 12 });
