import { ascending } from "../core/ascending.js";
import { RfmError } from "../core/error.js";
import { checkOptions, unknownName } from "../core/options.js";
import { cutPoints } from "../core/quantile.js";
import { sumOf } from "../core/sum.js";
import type { ValueOf } from "../core/values.js";
import { openScheme } from "./lookup.js";
import { readSegmented, type SegmentFigures } from "./read-segmented.js";
import type { SegmentScheme } from "./scheme.js";

/** A row that can be summarised by segment. */
export interface SegmentedCustomer<Name extends string = string> {
  readonly segment: Name;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** Customers that can be summarised by segment, as columns of one length. */
export interface SegmentedCustomerColumns<Name extends string = string> {
  readonly segment: readonly Name[];
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
}

/** One segment in figures. Days for recency, purchases for frequency, the unit of the amounts for money. */
export interface SegmentSummary<Name extends string = string> {
  readonly segment: Name;
  readonly customers: number;
  /** Share of all customers, 0 to 1. */
  readonly share: number;
  readonly revenue: number;
  /** Share of all revenue; 0 where there is none. */
  readonly revenueShare: number;
  /** Means and medians are `null` for an empty segment. */
  readonly meanRecency: number | null;
  readonly medianRecency: number | null;
  readonly meanFrequency: number | null;
  readonly medianFrequency: number | null;
  readonly meanMonetary: number | null;
  readonly medianMonetary: number | null;
  /** Revenue per purchase; `null` where there is none. */
  readonly averageOrderValue: number | null;
}

/** How {@link summarizeSegments} counts. */
export interface SummarizeOptions<Row, Name extends string> {
  /** Lists every segment of the scheme, in its order. Default: the segments that occur, by falling revenue. */
  readonly scheme?: SegmentScheme<Name> | undefined;
  /** What revenue adds up. Default: `"monetary"`. */
  readonly value?: ValueOf<Row> | undefined;
}

/** The same of customers that come as columns. */
export interface SummarizeColumnOptions<K extends string, Name extends string> {
  readonly scheme?: SegmentScheme<Name> | undefined;
  /** The column that revenue adds up. Default: `"monetary"`. */
  readonly value?: K | undefined;
}

/**
 * Segments in figures: customers and their share, revenue and its share, mean and median recency, frequency
 * and monetary value, and average order value (revenue / purchases).
 *
 * Revenue adds up `monetary`, so where that is a mean per order, give
 * `value: (customer) => customer.monetary * customer.frequency`, or a column of these products and its name.
 *
 * Cost: O(n log n).
 *
 * @param segmented rows with `segment`, `recency`, `frequency` and `monetary`, or these as columns, as
 * `segmentCustomers` answers columns; `value` is then the name of one.
 * @returns one row a segment; none for no customers, unless a scheme is given.
 * @throws RfmError on a segment that is not in the scheme, on a value that is not a finite number.
 * @example
 * ```ts
 * import { summarizeSegments } from "rfm-kit";
 *
 * const customers = [
 *   { segment: "new", recency: 1, frequency: 1, monetary: 20 },
 *   { segment: "new", recency: 4, frequency: 1, monetary: 40 },
 *   { segment: "loyal", recency: 9, frequency: 4, monetary: 140 },
 * ];
 * const [loyal, fresh] = summarizeSegments(customers);
 * loyal.revenueShare; // => 0.7
 * fresh.medianMonetary; // => 30
 * ```
 */
export function summarizeSegments<Row extends SegmentedCustomer, Name extends string = Row["segment"]>(
  segmented: readonly (Row & SegmentedCustomer<NoInfer<Name>>)[],
  options?: SummarizeOptions<Row, Name>,
): SegmentSummary<Name>[];
export function summarizeSegments<Name extends string, K extends string = "monetary">(
  segmented: SegmentedCustomerColumns<Name> & Readonly<Record<NoInfer<K>, Float64Array>>,
  options?: SummarizeColumnOptions<K, Name>,
): SegmentSummary<Name>[];
export function summarizeSegments(
  segmented: readonly SegmentedCustomer[] | SegmentedCustomerColumns,
  options: SummarizeOptions<SegmentedCustomer, string> | SummarizeColumnOptions<string, string> = {},
): SegmentSummary[] {
  checkOptions(CALLER, options, ["scheme", "value"]);
  if (options.scheme !== undefined) openScheme(CALLER, options.scheme);
  const { segments, ...columns } = readSegmented(CALLER, segmented, options.value);
  const rowsOf = rowsBySegment(segments, options.scheme);
  const total = sumOf(columns.value);
  if (total < 0) {
    const refusal = { caller: CALLER, code: "negativeValue", path: "value", received: total } as const;
    throw new RfmError({
      ...refusal,
      expected: "values with a sum of 0 or more, for shares to have a meaning",
    });
  }
  const summaries = Array.from(rowsOf, ([segment, rows]) =>
    summarize(segment, rows, columns, { customers: segments.length, revenue: total }),
  );
  return options.scheme ? summaries : summaries.sort(byFallingRevenue);
}

const CALLER = "summarizeSegments";

/** The rows of each segment, those of the scheme first and in its order. */
function rowsBySegment(
  segments: readonly unknown[],
  scheme: SegmentScheme | undefined,
): Map<string, number[]> {
  const rows = new Map<string, number[]>(scheme?.segments.map((segment) => [segment, []]));
  for (let row = 0; row < segments.length; row++) {
    const segment = segments[row];
    if (typeof segment !== "string") {
      const expected = "the name of a segment";
      throw new RfmError({
        caller: CALLER,
        code: "unknownSegment",
        path: "segment",
        row,
        expected,
        received: segment,
      });
    }
    const known = rows.get(segment);
    if (known !== undefined) known.push(row);
    else if (scheme === undefined) rows.set(segment, [row]);
    else throw unknownName(CALLER, "unknownSegment", segment, scheme.segments, "a segment", "segment", row);
  }
  return rows;
}

function summarize(
  segment: string,
  rows: readonly number[],
  columns: Omit<SegmentFigures, "segments">,
  all: { readonly customers: number; readonly revenue: number },
): SegmentSummary {
  const pick = (column: Float64Array): Float64Array => {
    const picked = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]];
    return picked;
  };
  const revenue = sumOf(pick(columns.value));
  const frequency = pick(columns.frequency);
  const recency = centre(pick(columns.recency));
  const purchases = centre(frequency);
  const purchaseCount = sumOf(frequency);
  const monetary = centre(pick(columns.monetary));
  return {
    segment,
    customers: rows.length,
    share: all.customers === 0 ? 0 : rows.length / all.customers,
    revenue,
    revenueShare: all.revenue === 0 ? 0 : revenue / all.revenue,
    meanRecency: recency.mean,
    medianRecency: recency.median,
    meanFrequency: purchases.mean,
    medianFrequency: purchases.median,
    meanMonetary: monetary.mean,
    medianMonetary: monetary.median,
    averageOrderValue: purchaseCount > 0 ? revenue / purchaseCount : null,
  };
}

function centre(values: Float64Array): { mean: number | null; median: number | null } {
  if (values.length === 0) return { mean: null, median: null };
  const [median] = cutPoints(ascending(values), 2);
  return { mean: sumOf(values) / values.length, median };
}

function byFallingRevenue(a: SegmentSummary, b: SegmentSummary): number {
  return b.revenue - a.revenue || (a.segment < b.segment ? -1 : 1);
}
