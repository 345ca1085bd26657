import type { Bins } from "../core/bins.js";
import { checkOptions } from "../core/options.js";
import { readScheme } from "../segment/lookup.js";
import type { AxisTest } from "../segment/rule-types.js";
import type { SegmentScheme } from "../segment/scheme.js";
import { dialectOf } from "./choose.js";
import type { SqlDialect } from "./dialect.js";
import { type Asker, identifier, literal } from "./doors.js";
import { join, type Sql, sql, textOf } from "./text.js";

/** How {@link schemeSql} writes. */
export interface SchemeSqlOptions {
  readonly dialect: SqlDialect;
  /** The columns of the scores. Default: `{ r: "r", f: "f", m: "m" }`. */
  readonly columns?: { readonly [K in keyof Bins]?: string | undefined } | undefined;
}

/**
 * A segment scheme as a CASE expression over the columns of the scores: the first rule that matches wins.
 *
 * Cost: O(rules and cells).
 *
 * @param scheme from `defineScheme`, or one that comes with the library.
 * @returns an expression, to stand in a SELECT.
 * @throws RfmError on a scheme of another kind or version, and on a name that cannot be quoted.
 * @example
 * ```ts
 * import { defineScheme } from "rfm-kit";
 * import { schemeSql } from "rfm-kit/sql";
 *
 * const scheme = defineScheme({
 *   name: "tiers",
 *   bins: 3,
 *   rules: [
 *     { segment: "gold", r: [2, 3], fm: 3 },
 *     { segment: "silver", cells: ["22", "23"] },
 *   ],
 *   otherwise: "bronze",
 * });
 * console.log(schemeSql(scheme, { dialect: "duckdb" }));
 * ```
 * ```text
 * CASE
 *   WHEN "r" BETWEEN 2 AND 3 AND "f" + "m" BETWEEN 6 AND 7 THEN 'gold'
 *   WHEN "r" = 2 AND "f" BETWEEN 2 AND 3 THEN 'silver'
 *   ELSE 'bronze'
 * END
 * ```
 */
export function schemeSql(scheme: SegmentScheme<string, Bins>, options: SchemeSqlOptions): string {
  const caller = "schemeSql";
  checkOptions(caller, options, ["dialect", "columns"]);
  const asker = { caller, dialect: dialectOf(caller, options.dialect) };
  const { columns = {} } = options;
  checkOptions(caller, columns, ["r", "f", "m"], "columns");
  const nameOf = (score: keyof Bins) => identifier(asker, `columns.${score}`, columns[score] ?? score);
  return textOf(segmentOf(asker, scheme, { r: nameOf("r"), f: nameOf("f"), m: nameOf("m") }));
}

/** The segment of a customer, as an expression on the scores. */
export function segmentOf(
  asker: Asker,
  scheme: SegmentScheme<string, Bins>,
  scores: Readonly<Record<keyof Bins, Sql>>,
): Sql {
  const { read, otherwise } = readScheme(asker.caller, scheme);
  const segment = (name: string) => literal(asker, "scheme", name);
  const cases = read.map(
    ({ rule, alternatives }) => sql`WHEN ${anyOf(alternatives, scores)} THEN ${segment(rule.segment)}`,
  );
  if (cases.length === 0) return segment(otherwise as string);
  const rest = otherwise === null ? [] : [sql`ELSE ${segment(otherwise)}`];
  return sql`
    CASE
      ${join([...cases, ...rest], "\n")}
    END
  `;
}

type Scores = Readonly<Record<keyof Bins, Sql>>;

/** Whether one of the alternatives holds. Those that differ in the last axis alone are one. */
function anyOf(alternatives: readonly (readonly AxisTest[])[], scores: Scores): Sql {
  const merged = new Map<string, AxisTest[]>();
  for (const tests of alternatives) {
    const key = JSON.stringify(tests.slice(0, -1));
    const [last] = tests.slice(-1);
    const known = merged.get(key)?.at(-1);
    if (known === undefined || last === undefined) merged.set(key, [...tests]);
    else
      merged.set(key, [
        ...tests.slice(0, -1),
        { axis: last.axis, ranges: [...known.ranges, ...last.ranges] },
      ]);
  }
  const written = Array.from(merged.values(), (tests) => allOf(tests, scores));
  if (written.length === 1) return written[0];
  return join(
    written.map((text) => sql`(${text})`),
    " OR ",
  );
}

function allOf(tests: readonly AxisTest[], scores: Scores): Sql {
  if (tests.length === 0) return sql`1 = 1`;
  return join(
    tests.map((test) => within(test, scores)),
    " AND ",
  );
}

/** A score in one of the ranges. FM is the floored mean of F and M: between two scores, their sum is between doubles. */
function within({ axis, ranges }: AxisTest, { r, f, m }: Scores): Sql {
  const value = axis === "fm" ? sql`${f} + ${m}` : { r, f, m }[axis];
  const parts = joined(axis === "fm" ? ranges.map(([low, high]) => [2 * low, 2 * high + 1]) : ranges);
  const tests = parts.map(([low, high]) =>
    low === high ? sql`${value} = ${low}` : sql`${value} BETWEEN ${low} AND ${high}`,
  );
  return tests.length === 1 ? tests[0] : sql`(${join(tests, " OR ")})`;
}

/** Ranges in ascending order, those that touch made one. */
function joined(ranges: readonly (readonly number[])[]): number[][] {
  const found: number[][] = [];
  for (const [low, high] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else found.push([low, high]);
  }
  return found;
}
