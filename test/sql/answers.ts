import {
  customersForShare,
  fitScores,
  giniCoefficient,
  paretoShare,
  type ScoreModel,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  tenSegments,
} from "rfm-kit";
import { rfmSql, type SqlDialect } from "rfm-kit/sql";
import { expect } from "vitest";
import type { Engine } from "./engine.js";
import { askFor, type Choices, customersOf, logOf, settle } from "./parity.js";
import { type Shop, tableOf } from "./shop.js";

/** A statement, and how its rows are compared with what the library says. */
export interface Asked {
  readonly statement: string;
  readonly compare: (found: readonly Record<string, unknown>[]) => void;
}

/** Every answer of a shop but its customers. */
function otherAnswers(dialect: SqlDialect, shop: Shop, chosen: Choices): Asked[] {
  const made = settle(shop, chosen);
  return [
    segmentsAnswer(dialect, shop, made),
    paretoAnswer(dialect, shop, made, "floor"),
    paretoAnswer(dialect, shop, made, "null"),
    profileAnswer(dialect, shop, made),
    migrationAnswer(dialect, shop, made),
  ];
}

const steps = ({ asOf, since, recency, countBy, monetary }: Choices) =>
  ({ asOf, since, recency, countBy, monetary, decimals: 2 }) as const;

function segmentsAnswer(dialect: SqlDialect, shop: Shop, made: Choices): Asked {
  const customers = customersOf(shop, made, 2);
  const segmented = segmentCustomers(scoreCustomers(customers));
  return {
    statement: rfmSql({ ...askFor(dialect, made), ...steps(made), output: "segments" }),
    compare(found) {
      expect(found.map(({ segment }) => segment)).toEqual(tenSegments.segments);
      if (segmented.reduce((sum, { monetary }) => sum + monetary, 0) < 0) {
        for (const row of found) expect(row.revenueShare).toBeNull();
        return;
      }
      for (const [i, summary] of summarizeSegments(segmented, { scheme: tenSegments }).entries()) {
        closeRow(found[i], summary);
      }
    },
  };
}

function paretoAnswer(dialect: SqlDialect, shop: Shop, made: Choices, negative: "floor" | "null"): Asked {
  const customers = customersOf(shop, made, 2);
  const [top, share] = [0.25, 0.6];
  return {
    statement: rfmSql({ ...askFor(dialect, made), ...steps(made), output: "pareto", top, share, negative }),
    compare(found) {
      expect(found.length).toBe(1);
      const none = { topShare: null, customersForShare: null, customerShare: null, gini: null };
      const isNegative = negative === "null" && customers.some(({ monetary }) => monetary < 0);
      const needed = isNegative ? undefined : customersForShare(customers, { share, negative: "floor" });
      const revenue = customers.reduce(
        (sum, { monetary }) => sum + (negative === "floor" ? Math.max(0, monetary) : monetary),
        0,
      );
      closeRow(found[0], {
        ...{ customers: customers.length, revenue, top, share },
        ...(needed === undefined
          ? none
          : {
              topShare: paretoShare(customers, { top, negative: "floor" }),
              customersForShare: needed.customers,
              customerShare: needed.share,
              gini: giniCoefficient(customers, { negative: "floor" }),
            }),
      });
    },
  };
}

function profileAnswer(dialect: SqlDialect, shop: Shop, made: Choices): Asked {
  const { report } = logOf(shop, made);
  return {
    statement: rfmSql({ ...askFor(dialect, made), output: "profile" }),
    compare(found) {
      const lines = new Map(found.map(({ figure, count, amount, day }) => [figure, { count, amount, day }]));
      const see = (figure: string, count: number | null, amount: number | null, day: string | null = null) =>
        closeRow(lines.get(figure) ?? {}, { count, amount, day });
      see("rowsRead", report.rowsRead, null);
      see("rowsKept", report.rowsKept, report.amount);
      const reasons = ["missingCustomer", "invalidDate", "invalidAmount"];
      if (made.excludes) reasons.push("refunded");
      if (made.returns === "drop") reasons.push("return");
      for (const reason of reasons) {
        see(`dropped.${reason}`, report.dropped[reason] ?? 0, report.droppedAmounts[reason] ?? 0);
      }
      see("returns", report.returns.rows, report.returns.amount);
      if (made.returns === "match") see("returns.matched", report.returns.matched, null);
      see("customers", report.customers, null);
      see("customersWithoutPurchase", report.customersWithoutPurchase, null);
      see("orders", report.orders, null);
      if (made.hasOrders) see("rowsWithoutOrder", report.rowsWithoutOrder ?? report.rowsKept, null);
      see("products", report.products, null);
      see("firstDay", null, null, report.firstDay);
      see("lastDay", null, null, report.lastDay);
    },
  };
}

function migrationAnswer(dialect: SqlDialect, shop: Shop, made: Choices): Asked {
  const before = "2024-02-28";
  const since = undefined;
  const earlier = customersOf(shop, { ...made, since }, 2, before);
  const ruler = earlier.length === 0 ? {} : fitScores(earlier);
  const segmentsAt = (asOf: string) =>
    new Map(
      segmentCustomers(
        scoreCustomers(customersOf(shop, { ...made, since }, 2, asOf), ruler as ScoreModel),
        tenSegments,
      ).map(({ customerId, segment }) => [customerId, segment]),
    );
  return {
    statement: rfmSql({ ...askFor(dialect, made), ...steps(made), since, before, output: "migration" }),
    compare(found) {
      // Without anybody to fit a ruler to there are no cut points to score by.
      if (earlier.length === 0) return;
      const [from, to] = [segmentsAt(before), segmentsAt(made.asOf)];
      const moves = new Map<string, number>();
      for (const id of new Set([...from.keys(), ...to.keys()])) {
        const move = `${from.get(id) ?? null} → ${to.get(id) ?? null}`;
        moves.set(move, (moves.get(move) ?? 0) + 1);
      }
      const rows = found.map((row): [string, unknown] => [`${row.before} → ${row.after}`, row.customers]);
      expect(new Map(rows)).toEqual(moves);
    },
  };
}

/** The same keys and values; numbers to 1e-9 of themselves, whole ones thereby exactly. */
function closeRow(found: object, expected: object): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected)) {
    const other = (found as Record<string, unknown>)[key];
    if (typeof value !== "number") expect(other, key).toEqual(value);
    else
      expect(Math.abs(Number(other ?? Number.NaN) - value), key).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(value)),
      );
  }
}

/** Loads a shop into an engine, and compares every other answer. */
export async function compareAnswers(engine: Engine, shop: Shop, made: Choices): Promise<void> {
  await engine.load("shop", tableOf(shop));
  for (const { statement, compare } of otherAnswers(engine.dialect, shop, made)) {
    compare(await engine.run(statement));
  }
}
