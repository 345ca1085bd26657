import fc from "fast-check";
import type { ColumnType, TableColumn } from "./engine.js";

/** A line as a warehouse may hold it. */
export interface ShopLine {
  readonly customer: string | number | null;
  readonly order: string | null;
  readonly product: string | null;
  readonly quantity: number | null;
  readonly date: string | number | null;
  readonly amount: number | null;
}

/** How the columns of a shop are typed. */
interface ShopTypes {
  readonly customer: "text" | "integer";
  /** Integers are milliseconds since 1970. */
  readonly date: "date" | "timestamp" | "instant" | "text" | "integer";
  readonly amount: "double" | "decimal";
}

/** The lines of a shop, and the types of its columns. */
export interface Shop {
  readonly types: ShopTypes;
  readonly lines: readonly ShopLine[];
}

/** What an engine can hold. */
export interface Abilities {
  readonly dates: readonly ShopTypes["date"][];
  readonly amounts: readonly ShopTypes["amount"][];
}

const TEXT_IDS = [
  "ada",
  "bob",
  "O'Brien",
  'say "hi"',
  "Zoë",
  "客户",
  "😀",
  "a\\b",
  "; DROP TABLE x --",
  "",
  "1",
  " ",
];
const INTEGER_IDS = [1, 2, 3, 17850, 2 ** 40];
const ORDERS = ["o1", "O1", "o2", "o3", "C'4", "", "o1 "];
const DAYS = [
  "1969-12-31",
  "2023-10-29",
  "2024-02-26",
  "2024-02-28",
  "2024-02-29",
  "2024-03-01",
  "2024-03-31",
];
const CLOCKS = ["00:00:00", "00:30:00", "08:00:00", "12:34:56.789", "17:30:15", "23:59:59.999"];
const NO_DATES = ["2024-02-31", "soon", "", "31/12/2024"];

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const missing = <T>(values: fc.Arbitrary<T>, freq = 12) => fc.option(values, { freq });

/** Cents, or quarters, whose sums have no rounding. */
export const AMOUNTS = {
  cents: fc.oneof(
    fc.integer({ min: -3000, max: 9000 }).map((cents) => cents / 100),
    fc.constantFrom(1, 2.5, 0, 0.1, 0.2, 0.3, -2.5),
  ),
  quarters: fc.oneof(
    fc.integer({ min: -40, max: 400 }).map((quarters) => quarters / 4),
    fc.constantFrom(0, 1, 2.5, -2.5),
  ),
} as const;

const dateOf: Readonly<Record<ShopTypes["date"], fc.Arbitrary<string | number>>> = {
  date: pick(DAYS),
  timestamp: fc.tuple(pick(DAYS), pick(CLOCKS)).map((parts) => parts.join(" ")),
  instant: fc.tuple(pick(DAYS), pick(CLOCKS)).map((parts) => `${parts.join(" ")}Z`),
  text: fc.oneof(
    pick(DAYS),
    fc.tuple(pick(DAYS), pick([" ", "T"]), pick(CLOCKS)).map((parts) => parts.join("")),
    fc
      .tuple(pick(DAYS), pick([" ", "T"]), pick(CLOCKS), pick(["Z", "+05:30", "-08:00"]))
      .map((parts) => parts.join("")),
    pick(NO_DATES),
  ),
  integer: fc.tuple(pick(DAYS), pick(CLOCKS)).map((parts) => Date.parse(`${parts.join("T")}Z`)),
};

/** Shops with ties, returns, shared order ids, empty ids, few and single customers. */
export function shop(kind: keyof typeof AMOUNTS, { dates, amounts }: Abilities): fc.Arbitrary<Shop> {
  const types = fc.record({
    customer: pick(["text", "text", "integer"] as const),
    date: pick(dates),
    amount: pick(amounts),
  });
  return types.chain((chosen) => {
    const customers = chosen.customer === "text" ? pick<string | number>(TEXT_IDS) : pick(INTEGER_IDS);
    const few = fc.oneof(
      { weight: 3, arbitrary: customers },
      { weight: 1, arbitrary: fc.constant(chosen.customer === "text" ? "ada" : 1) },
    );
    const line = fc.record({
      customer: missing(few),
      order: missing(pick(ORDERS), 6),
      product: missing(pick(["tea", "milk"])),
      quantity: missing(fc.integer({ min: -2, max: 5 })),
      date: missing(dateOf[chosen.date], 20),
      amount: missing(AMOUNTS[kind], 20),
    });
    return fc
      .array(fc.tuple(line, fc.option(dateOf[chosen.date], { freq: 3 })), { maxLength: 25, size: "max" })
      .map((pairs) => ({ types: chosen, lines: pairs.flatMap(([one, date]) => withReturn(one, date)) }));
  });
}

/** A line, and where there is a date for it, the return of just its amount. */
function withReturn(line: ShopLine, date: ShopLine["date"]): ShopLine[] {
  if (date === null || line.amount === null || line.amount <= 0) return [line];
  return [line, { ...line, order: "credit", date, amount: -line.amount }];
}

/** A shop as a table. */
export function tableOf({ types, lines }: Shop): TableColumn[] {
  const column = (name: keyof ShopLine, type: ColumnType) => ({
    name,
    type,
    values: lines.map((line) => line[name]),
  });
  return [
    column("customer", types.customer),
    column("order", "text"),
    column("product", "text"),
    column("quantity", "integer"),
    column("date", types.date),
    column("amount", types.amount),
  ];
}
