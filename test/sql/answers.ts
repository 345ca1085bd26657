import { fsum } from "d3-array";
import {
  customersForShare,
  type DateInput,
  fitScores,
  giniCoefficient,
  type LogReport,
  paretoShare,
  type RfmCustomer,
  type ScoreModel,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  tenSegments,
} from "rfm-kit";
import { rfmSql, type SqlDialect, type SqlSource, type SqlSteps } from "rfm-kit/sql";
import { expect } from "vitest";
import type { Engine } from "./engine.js";
import { askFor, type Choices, customersOf, logOf, settle } from "./parity.js";
import type { Shop } from "./shop.js";

/** A statement, and how its rows are compared with what the library says. */
interface Asked {
  readonly statement: string;
  readonly compare: (found: readonly Record<string, unknown>[]) => void;
}

/** What is asked about, and what the library knows of it. */
export interface Subject {
  readonly source: Omit<SqlSource, "dialect">;
  /** The state that the transactions were merged into, where it is read in their place. */
  readonly state?: string;
  readonly report: LogReport;
  /** How customers are counted. */
  readonly steps: SqlSteps;
  readonly customersAt: (asOf: DateInput) => readonly RfmCustomer[];
  readonly before: string;
}

/** What is read. */
const originOf = ({ source, state }: Subject) => (state === undefined ? source : { state });

/** Every answer but the customers. */
function otherAnswers(dialect: SqlDialect, subject: Subject): Asked[] {
  return [
    segmentsAnswer(dialect, subject),
    paretoAnswer(dialect, subject, "floor"),
    paretoAnswer(dialect, subject, "null"),
    ...(subject.state === undefined ? [profileAnswer(dialect, subject)] : []),
    migrationAnswer(dialect, subject),
  ];
}

/** A shop as a subject. */
export function subjectOf(shop: Shop, chosen: Choices): Subject {
  const made = { ...settle(shop, chosen), since: undefined };
  const { asOf, recency, countBy, monetary } = made;
  return {
    source: askFor(made),
    report: logOf(shop, made).report,
    steps: { asOf, recency, countBy, monetary, decimals: 2 },
    customersAt: (day) => customersOf(shop, made, 2, day),
    before: "2024-02-28",
  };
}

function segmentsAnswer(dialect: SqlDialect, subject: Subject): Asked {
  const { steps, customersAt } = subject;
  const segmented = segmentCustomers(scoreCustomers(customersAt(steps.asOf)));
  return {
    statement: rfmSql({ dialect, ...originOf(subject), ...steps, output: "segments" }),
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

function paretoAnswer(dialect: SqlDialect, subject: Subject, negative: "floor" | "null"): Asked {
  const { steps, customersAt } = subject;
  const customers = customersAt(steps.asOf);
  const [top, share] = [0.25, 0.6];
  return {
    statement: rfmSql({ dialect, ...originOf(subject), ...steps, output: "pareto", top, share, negative }),
    compare(found) {
      expect(found.length).toBe(1);
      const values = customers.map(({ monetary }) =>
        negative === "floor" ? Math.max(0, monetary) : monetary,
      );
      const whole = { customers: values.length, revenue: fsum(values), top, share };
      if (values.some((value) => value < 0)) {
        closeRow(found[0], {
          ...whole,
          topShare: null,
          customersForShare: null,
          customerShare: null,
          gini: null,
        });
        return;
      }
      const needed = customersForShare(values, { share, value: Number });
      closeRow(found[0], {
        ...whole,
        topShare: paretoShare(values, { top, value: Number }),
        customersForShare: needed.customers,
        customerShare: needed.share,
        gini: giniCoefficient(values, { value: Number }),
      });
    },
  };
}

function profileAnswer(dialect: SqlDialect, { source, report }: Subject): Asked {
  const { returns, columns, exclude = {} } = source;
  return {
    statement: rfmSql({ dialect, ...source, output: "profile" }),
    compare(found) {
      const lines = new Map(found.map(({ figure, count, amount, day }) => [figure, { count, amount, day }]));
      const see = (figure: string, count: number | null, amount: number | null, day: string | null = null) =>
        closeRow(lines.get(figure) ?? {}, { count, amount, day });
      see("rowsRead", report.rowsRead, null);
      see("rowsKept", report.rowsKept, report.amount);
      const reasons = ["missingCustomer", "invalidDate", "invalidAmount", ...Object.keys(exclude)];
      if (returns === "drop") reasons.push("return");
      for (const reason of reasons) {
        see(`dropped.${reason}`, report.dropped[reason] ?? 0, report.droppedAmounts[reason] ?? 0);
      }
      see("returns", report.returns.rows, report.returns.amount);
      if (returns === "match") see("returns.matched", report.returns.matched, null);
      see("customers", report.customers, null);
      see("customersWithoutPurchase", report.customersWithoutPurchase, null);
      see("orders", report.orders, null);
      if (columns.orderId) see("rowsWithoutOrder", report.rowsWithoutOrder ?? report.rowsKept, null);
      see("products", report.products, null);
      see("firstDay", null, null, report.firstDay);
      see("lastDay", null, null, report.lastDay);
    },
  };
}

function migrationAnswer(dialect: SqlDialect, subject: Subject): Asked {
  const { steps, customersAt, before } = subject;
  const earlier = customersAt(before);
  const ruler = earlier.length === 0 ? {} : fitScores(earlier);
  const segmentsAt = (asOf: DateInput) => {
    const scored = scoreCustomers(customersAt(asOf), ruler as ScoreModel);
    return new Map(
      segmentCustomers(scored, tenSegments).map(({ customerId, segment }) => [customerId, segment]),
    );
  };
  return {
    statement: rfmSql({ dialect, ...originOf(subject), ...steps, before, output: "migration" }),
    compare(found) {
      // Without anybody to fit a ruler to there are no cut points to score by.
      if (earlier.length === 0) return;
      const [from, to] = [segmentsAt(before), segmentsAt(steps.asOf)];
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

/** Runs every other answer about what an engine has loaded, and compares. */
export async function compareAnswers(engine: Engine, subject: Subject): Promise<void> {
  for (const { statement, compare } of otherAnswers(engine.dialect, subject)) {
    compare(await engine.run(statement));
  }
}
