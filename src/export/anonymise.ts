import { RfmError } from "../core/error.js";
import { isUsable } from "../core/number.js";
import { checkChoice, checkOptions } from "../core/options.js";
import type { SegmentSummary } from "../segment/summary.js";
import type {
  AnonymisedGroup,
  AnonymiseOptions,
  CountedGroup,
  MergedSummary,
  MergeOptions,
} from "./anonymise-types.js";
import { mergeGroups } from "./merge-groups.js";
import { smallGroups } from "./small-groups.js";
import { withhold, withoutFigures } from "./withhold.js";

/**
 * A summary that tells no figures of fewer than `k` customers.
 *
 * A group of 1 to k − 1 customers is small. If one group alone were kept back, its figures would be the totals less those of
 * the others; so the smallest of the rest goes with it, and the next, until the groups kept back are two or more and hold
 * `k` customers or more together. `"withhold"` keeps the names of these groups and makes their figures `null`; their rows
 * stand last, by name, because a place in a sorted list would tell a figure nearly. `"merge"` puts them into one row: sums, means
 * weighted by customers, no medians. An empty group tells nothing of anybody and stays.
 *
 * All rows of one table have to be given at once, and the same customers should not be told by another table in other
 * groups: what two tables tell together is not looked at.
 *
 * Cost: O(n log n).
 *
 * @param summary rows of `summarizeSegments`; to withhold, any rows with `customers`.
 * @returns the rows with `withheld` added.
 * @throws RfmError on a `k` below 2, on customers that are no whole number, on a name that another segment has.
 * @see Hundepool et al. (2012), "Statistical Disclosure Control", chapter 4.
 * @example
 * ```ts
 * import { anonymise } from "rfm-kit/export";
 *
 * const groups = [
 *   { segment: "loyal", customers: 40, revenue: 900 },
 *   { segment: "new", customers: 12, revenue: 300 },
 *   { segment: "lost", customers: 3, revenue: 50 },
 * ];
 * anonymise(groups, { k: 10 }).map(({ segment, revenue }) => [segment, revenue]);
 * // => [["loyal", 900], ["lost", null], ["new", null]]
 * ```
 */
export function anonymise<Name extends string, const Other extends string = "others">(
  summary: readonly SegmentSummary<Name>[],
  options: MergeOptions<Other>,
): MergedSummary<Name | Other>[];
export function anonymise<Row extends CountedGroup>(
  summary: readonly Row[],
  options: AnonymiseOptions,
): AnonymisedGroup<Row>[];
export function anonymise(
  summary: readonly CountedGroup[],
  options: AnonymiseOptions | MergeOptions<string>,
): AnonymisedGroup<CountedGroup>[] {
  checkOptions(CALLER, options, ["k", "how", "name"]);
  const { k, how = "withhold" } = options;
  if (!Number.isSafeInteger(k) || k < 2) {
    const refusal = { caller: CALLER, code: "invalidOption", path: "k", received: k } as const;
    throw new RfmError({ ...refusal, expected: "a whole number from 2 on" });
  }
  const isMerge = checkChoice(CALLER, "how", how, ["withhold", "merge"]) === "merge";
  checkGroups(summary);
  const small = smallGroups(summary, k);
  if (isMerge) return merge(summary as SegmentSummary[], small, options as MergeOptions<string>);
  if (!("name" in options)) return withhold(summary, small);
  const expected = 'no name without how: "merge"';
  throw new RfmError({
    caller: CALLER,
    code: "invalidOption",
    path: "name",
    expected,
    received: options.name,
  });
}

const CALLER = "anonymise";

function merge(
  summary: readonly SegmentSummary[],
  small: ReadonlySet<number>,
  { k, name = "others" }: MergeOptions<string>,
): MergedSummary[] {
  checkFigures(summary);
  if (typeof name !== "string" || name === "" || summary.some(({ segment }) => segment === name)) {
    const refusal = { caller: CALLER, code: "invalidOption", path: "name", received: name } as const;
    throw new RfmError({ ...refusal, expected: "a name that no segment has" });
  }
  const told = withhold(
    summary.filter((_, row) => !small.has(row)),
    new Set(),
  );
  if (small.size === 0) return told;
  const others = mergeGroups(
    summary.filter((_, row) => small.has(row)),
    name,
  );
  return [...told, others.customers < k ? withoutFigures(others) : { ...others, withheld: false }];
}

function checkGroups(summary: unknown): void {
  if (!Array.isArray(summary)) {
    const refusal = { caller: CALLER, code: "invalidInput", path: "summary", received: summary } as const;
    throw new RfmError({ ...refusal, expected: "an array of groups in figures" });
  }
  for (let row = 0; row < summary.length; row++) {
    const group: unknown = summary[row];
    if (typeof group !== "object" || group === null) {
      const refusal = {
        caller: CALLER,
        code: "invalidInput",
        path: "summary",
        row,
        received: group,
      } as const;
      throw new RfmError({ ...refusal, expected: "an object" });
    }
    const { customers } = group as Partial<CountedGroup>;
    if (Number.isSafeInteger(customers) && (customers as number) >= 0) continue;
    const refusal = { caller: CALLER, code: "invalidValue", path: "customers", row } as const;
    throw new RfmError({ ...refusal, expected: "a whole number from 0 up", received: customers });
  }
}

const FIGURES = ["share", "revenue", "revenueShare", "meanRecency", "meanFrequency", "meanMonetary"] as const;

/** Refuses rows that are not of `summarizeSegments`, of which alone it is known what adds up. */
function checkFigures(summary: readonly SegmentSummary[]): void {
  for (const [row, group] of summary.entries()) {
    for (const path of FIGURES) {
      if (isUsable(group[path]) || (group.customers === 0 && group[path] === null)) continue;
      const refusal = { caller: CALLER, code: "invalidValue", path, row, received: group[path] } as const;
      throw new RfmError({
        ...refusal,
        expected: "a finite number",
        hint: "rows of summarizeSegments can be merged",
      });
    }
  }
}
