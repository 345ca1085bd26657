import type { Dialect } from "./dialect.js";
import { type Asker, ownName } from "./doors.js";
import { atom, type Sql } from "./text.js";

/** What statements call their columns: as the library calls them, where it has them. */
const COLUMNS = [
  ...["customerId", "orderId", "product", "quantity", "day", "time", "amount", "reason"],
  ...["first", "last", "purchases", "total", "balance", "level", "undone"],
  ...["recency", "frequency", "monetary", "tenure", "r", "f", "m", "rfm", "segment"],
  ...[
    "dimension",
    "step",
    "bins",
    "place",
    "rest",
    "value",
    "low",
    "high",
    "between",
    "cut",
    "point",
    "count",
  ],
  ...["customers", "share", "revenue", "revenueShare", "averageOrderValue"],
  ...["meanRecency", "medianRecency", "meanFrequency", "medianFrequency", "meanMonetary", "medianMonetary"],
  ...["recencyPlace", "frequencyPlace", "monetaryPlace", "held", "top", "topRevenue", "topShare", "needed"],
  ...["customersForShare", "customerShare", "spread", "gini", "least", "before", "after"],
  ...["fate", "returned", "figure", "rows"],
  ...["lowRank", "highRank", "rank", "near", "cluster", "distance", "margin"],
] as const;

/** What statements call their steps. */
const STEPS = [
  ...["read", "log", "placed", "balanced", "levelled", "matched", "orders", "customers"],
  ...["ranked", "steps", "neighbours", "cut_points", "cuts", "scored", "segmented"],
  ...["ordered", "summary", "whole", "valued", "falling", "concentrated", "moved"],
  ...["judged", "fates", "baskets", "bought"],
  ...["points", "knots", "located", "ranks", "logs", "prepared", "distances", "nearest"],
] as const;

/** The names of a statement. */
export type Names = Readonly<Record<(typeof COLUMNS)[number], Sql>> & {
  readonly cte: Readonly<Record<(typeof STEPS)[number], Sql>>;
};

/** Column names, quoted, and the names of steps; a step that would be called as the table is gets an underscore more. */
export function namesIn(dialect: Dialect, table: unknown): Names {
  const columns = COLUMNS.map((name) => [name, ownName(dialect, name)]);
  const taken = String(table).toLowerCase();
  const steps = STEPS.map((name) => [name, atom(name === taken ? `${name}_` : name)]);
  return { ...Object.fromEntries(columns), cte: Object.fromEntries(steps) };
}

/** What every step is written with. */
export interface Context {
  readonly asker: Asker;
  readonly names: Names;
}
