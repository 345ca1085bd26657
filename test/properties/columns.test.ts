import fc from "fast-check";
import {
  abcClasses,
  customersForShare,
  giniCoefficient,
  lorenzCurve,
  paretoShare,
  scoreCustomers,
  segmentCustomers,
  summarizePareto,
  summarizeSegments,
  tenSegments,
} from "rfm-kit";
import { describe, expect, it } from "vitest";
import { customers } from "./generators.js";
import { RUNS } from "./runs.js";

type Row = { recency: number; frequency: number; monetary: number };

const columnsOf = (rows: readonly Row[]) => ({
  recency: Float64Array.from(rows, (row) => row.recency),
  frequency: Float64Array.from(rows, (row) => row.frequency),
  monetary: Float64Array.from(rows, (row) => row.monetary),
});

describe("customers as columns", () => {
  it("have the segments, the summary and the concentration of the same customers as rows, and are not changed", () => {
    fc.assert(
      fc.property(customers, fc.boolean(), (rows, isNamed) => {
        const columns = columnsOf(rows);
        const segmented = segmentCustomers(scoreCustomers(rows));
        const inColumns = segmentCustomers(scoreCustomers(columns));
        expect([...inColumns.segment]).toEqual(segmented.map((customer) => customer.segment));

        const named = isNamed ? ({ value: "frequency", scheme: tenSegments } as const) : {};
        expect(summarizeSegments(inColumns, named)).toEqual(summarizeSegments(segmented, named));

        const value = isNamed ? ({ value: "frequency" } as const) : {};
        expect(summarizePareto(columns, value)).toEqual(summarizePareto(rows, value));
        expect(paretoShare(columns, { ...value, top: 0.3 })).toBe(paretoShare(rows, { ...value, top: 0.3 }));
        expect(customersForShare(columns, { ...value, share: 0.7 })).toEqual(
          customersForShare(rows, { ...value, share: 0.7 }),
        );
        expect(giniCoefficient(columns, value)).toBe(giniCoefficient(rows, value));
        expect(lorenzCurve(columns, value)).toEqual(lorenzCurve(rows, value));
        const classes = abcClasses(rows, value);
        const { abc, cumulativeShare, ...given } = abcClasses(columns, value);
        expect(abc).toEqual(classes.map((row) => row.abc));
        expect([...cumulativeShare]).toEqual(classes.map((row) => row.cumulativeShare));
        expect(given).toEqual(columns);
        expect(columns).toEqual(columnsOf(rows));
      }),
      RUNS,
    );
  });
});
