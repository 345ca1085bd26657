import fc from "fast-check";
import {
  computeRfm,
  type DateInput,
  type FitOptions,
  fitScores,
  type RfmCustomer,
  RfmError,
  type ScoreModel,
  scoreCustomers,
  segmentCustomers,
  tenSegments,
  transactionLog,
  valueTiers,
} from "rfm-kit";
import { rfmSql, type SqlDialect } from "rfm-kit/sql";
import { expect } from "vitest";
import type { Engine } from "./engine.js";
import { type Shop, type ShopLine, tableOf } from "./shop.js";

/** The choices that a statement is compared under. */
export interface Choices {
  readonly asOf: string;
  readonly since: string | undefined;
  readonly timeZone: string;
  readonly recency: "calendar" | "elapsed";
  readonly countBy: "orders" | "transactions" | "days";
  readonly monetary: "sum" | "mean";
  readonly returns: "net" | "drop" | "match";
  readonly bins: number;
  readonly frozen: boolean;
  readonly hasOrders: boolean;
  readonly excludes: boolean;
}

export const choices = (zones: readonly string[]): fc.Arbitrary<Choices> =>
  fc
    .record({
      asOf: fc.constantFrom("2024-02-28", "2024-02-29", "2024-03-31", "2024-04-15"),
      since: fc.option(fc.constantFrom("2023-10-30", "2024-02-28"), { nil: undefined, freq: 2 }),
      timeZone: fc.constantFrom(...zones),
      recency: fc.constantFrom("calendar", "calendar", "elapsed"),
      countBy: fc.constantFrom("orders", "orders", "transactions", "days"),
      monetary: fc.constantFrom("sum", "sum", "mean"),
      returns: fc.constantFrom("net", "drop", "match"),
      bins: fc.constantFrom(5, 5, 3, 4, 10),
      frozen: fc.boolean(),
      hasOrders: fc.boolean(),
      excludes: fc.boolean(),
    } as const)
    // Whole periods of 24 hours are the same in every zone, so none may be named for them.
    .map((made) => (made.recency === "elapsed" ? { ...made, timeZone: "UTC" } : made));

/** What the library says of a shop. */
export function logOf({ lines }: Shop, { timeZone, returns, hasOrders, excludes }: Choices) {
  return transactionLog([...lines], {
    customerId: "customer",
    date: (line: ShopLine) => line.date,
    amount: "amount",
    ...(hasOrders && { orderId: "order" as const }),
    product: "product",
    quantity: "quantity",
    exclude: excludes ? { refunded: (line: ShopLine) => line.quantity !== null && line.quantity < 0 } : {},
    invalid: "drop",
    timeZone,
    returns,
  });
}

/** How the statement is asked for the same. */
export function askFor({ timeZone, returns, hasOrders, excludes }: Choices) {
  return {
    from: "shop",
    columns: {
      customerId: "customer",
      date: "date",
      amount: "amount",
      ...(hasOrders && { orderId: "order" }),
      product: "product",
      quantity: "quantity",
    },
    exclude: excludes ? { refunded: { column: "quantity", below: 0 } } : {},
    timeZone,
    returns,
  } as const;
}

type Segmented = RfmCustomer & { r: number; f: number; m: number; rfm: string; segment?: string };

/** The library's answer, none where `asOf` is before the first purchase. */
export function customersOf(
  shop: Shop,
  made: Choices,
  decimals: number | undefined,
  asOf: DateInput = made.asOf,
) {
  const { since, recency, countBy, monetary } = made;
  try {
    return computeRfm(logOf(shop, made), {
      asOf,
      since,
      recency,
      countBy,
      monetary,
      decimals,
    });
  } catch (error) {
    if (error instanceof RfmError && error.code === "asOfBeforeFirstPurchase") return [];
    throw error;
  }
}

/** A ruler to freeze, or how to fit one. */
function rulerOf(customers: readonly RfmCustomer[], { bins, frozen }: Choices): ScoreModel | FitOptions {
  if (!frozen || customers.length === 0) return { bins };
  const before = customers.slice(0, Math.ceil(customers.length / 2));
  return fitScores(before, { bins });
}

const SCHEMES = { 5: [tenSegments, valueTiers] } as const;

/** Text may hold instants and written dates, whose hours the library compares in UTC alone. */
export function settle({ types }: Shop, made: Choices): Choices {
  return types.date === "text" && made.returns === "match" ? { ...made, timeZone: "UTC" } : made;
}

/** A statement, and the customers that the library gives. */
export interface Case {
  readonly statement: string;
  readonly expected: readonly Segmented[];
  /** Whether monetary has to be the same to the last digit; else to 1e-9 of itself. */
  readonly isRounded: boolean;
}

/** The statement of a shop's customers, with every figure, score and segment. */
export function customersCase(
  dialect: SqlDialect,
  shop: Shop,
  chosen: Choices,
  decimals: number | undefined,
  state?: string,
): Case {
  const made = settle(shop, chosen);
  const customers = customersOf(shop, made, decimals);
  const ruler = rulerOf(customers, made);
  const scored = scoreCustomers(customers, ruler as ScoreModel);
  const scheme = made.bins === 5 ? SCHEMES[5][made.hasOrders ? 0 : 1] : undefined;
  const { asOf, since, recency, countBy, monetary } = made;
  const statement = rfmSql({
    dialect,
    ...(state === undefined ? askFor(made) : { state }),
    ...{ asOf, since, recency, countBy, monetary, decimals },
    scores: ruler,
    scheme: scheme ?? false,
    output: "customers",
  });
  const expected = scheme ? segmentCustomers(scored, scheme as typeof tenSegments) : [...scored];
  return { statement, expected, isRounded: decimals !== undefined };
}

/** Compares what a statement gave with what the library gives, whatever the order of the rows. */
export function compareCustomers({ expected, isRounded }: Case, found: readonly object[]): void {
  const byId = new Map(found.map((row) => [(row as Segmented).customerId, row as Segmented]));
  expect(found.length).toBe(expected.length);
  for (const { monetary, ...figures } of expected) {
    const { monetary: foundMonetary, ...foundFigures } = byId.get(figures.customerId) as Segmented;
    expect(foundFigures).toEqual(figures);
    if (isRounded) expect(foundMonetary).toBe(monetary);
    else expect(Math.abs(foundMonetary - monetary)).toBeLessThanOrEqual(1e-9 * Math.abs(monetary));
  }
}

/** Loads a shop into an engine, runs its statement there and compares. */
export async function compareShop(
  engine: Engine,
  shop: Shop,
  made: Choices,
  decimals: number | undefined,
): Promise<void> {
  const asked = customersCase(engine.dialect, shop, made, decimals);
  await engine.load("shop", tableOf(shop));
  compareCustomers(asked, await engine.run(asked.statement));
}
