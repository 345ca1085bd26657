import fc from "fast-check";
import { scoreCustomers, segmentCustomers, summarizeSegments } from "rfm-kit";
import * as charts from "rfm-kit/chart";
import { en } from "rfm-kit/locale";
import { describe, expect, it } from "vitest";
import { layOut, type Stream } from "../../src/chart/sankey.js";
import { renderSvg } from "../chart/svg.js";
import { customers } from "./generators.js";
import { RUNS } from "./runs.js";

type Rows = readonly Readonly<Record<string, unknown>>[];

/** All tables of rows that a chart holds. */
function tablesOf(spec: charts.ChartSpec): Rows[] {
  const found: Rows[] = [];
  JSON.stringify(spec, (key, value) => {
    if (key === "values" && Array.isArray(value) && typeof value[0] === "object") found.push(value);
    return value;
  });
  return found;
}

const total = (rows: Rows) => rows.reduce((sum, { customers: count }) => sum + Number(count ?? 0), 0);
const someOrNone = fc.oneof({ weight: 9, arbitrary: customers }, { weight: 1, arbitrary: fc.constant([]) });
const figure = fc.constantFrom("recency", "frequency", "monetary");

describe("charts", () => {
  it("count every customer once, in bars, in bubbles and by scores", () => {
    fc.assert(
      fc.property(customers, fc.constantFrom("log", "linear"), figure, figure, (rows, scale, x, y) => {
        fc.pre(rows.length > 0);
        expect(total(tablesOf(charts.rfmHistogramChart(rows, { scale }))[0])).toBe(3 * rows.length);
        expect(total(tablesOf(charts.orderDistributionChart(rows))[0])).toBe(rows.length);
        expect(total(tablesOf(charts.scoreBarsChart(scoreCustomers(rows)))[1])).toBe(rows.length);
        if (x !== y) expect(total(tablesOf(charts.rfmScatterChart(rows, { x, y }))[0])).toBe(rows.length);
      }),
      RUNS,
    );
  });

  it("hold no more rows than they show, and nothing that JSON loses, from any order of the customers", () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const back = [...rows].reverse();
        for (const draw of [
          charts.rfmHistogramChart,
          charts.rfmScatterChart,
          charts.orderDistributionChart,
        ]) {
          const spec = draw(rows, { width: 700 });
          expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
          expect(draw(back, { width: 700 })).toEqual(spec);
          for (const table of tablesOf(spec)) expect(table.length).toBeLessThanOrEqual(36 * 24);
        }
      }),
      { numRuns: Math.min(300, RUNS.numRuns) },
    );
  });

  it("are drawn by Vega without a complaint, of whatever customers", async () => {
    await fc.assert(
      fc.asyncProperty(someOrNone, fc.string(), async (rows, title) => {
        const segmented = segmentCustomers(scoreCustomers(rows));
        const summary = summarizeSegments(segmented).map((row) => ({
          ...row,
          revenue: Math.abs(row.revenue),
        }));
        const specs = [
          charts.segmentTreemapChart(summary, { title }),
          charts.segmentBarsChart(summary, { title }),
          charts.rfHeatMapChart(segmented),
          charts.rfmHistogramChart(rows),
          charts.rfmScatterChart(segmented, { colour: "segment" }),
        ];
        for (const spec of specs) {
          const { svg, complaints } = await renderSvg(spec);
          expect(complaints).toEqual([]);
          expect(svg).not.toMatch(/NaN|undefined|Infinity/);
          if (rows.length === 0) expect(svg).toContain(en.chart.words.noData);
        }
      }),
      { numRuns: process.env.RFM_KIT_MUTANT === undefined ? 40 : 200 },
    );
  });

  it("lay a Sankey diagram out on one scale, each node as high as its streams, and inside", () => {
    const stream = fc.record({ from: fc.nat(4), to: fc.nat(4), value: fc.integer({ min: 1, max: 5000 }) });
    fc.assert(
      fc.property(fc.array(stream, { minLength: 1, maxLength: 25 }), (drawn: Stream[]) => {
        const { left, right, ribbons } = layOut(drawn, [5, 5], { line: 0.03, gap: 0.01 });
        const scale = (ribbons[0].s1 - ribbons[0].s0) / drawn[0].value;
        for (const [i, { s0, s1, t0, t1 }] of ribbons.entries()) {
          expect(s1 - s0).toBeCloseTo(drawn[i].value * scale, 9);
          expect(t1 - t0).toBeCloseTo(drawn[i].value * scale, 9);
          expect(s0).toBeGreaterThanOrEqual(left[drawn[i].from].top - 1e-9);
          expect(s1).toBeLessThanOrEqual(left[drawn[i].from].bottom + 1e-9);
          expect(t1).toBeLessThanOrEqual(right[drawn[i].to].bottom + 1e-9);
        }
        for (const nodes of [left, right]) {
          for (const [i, { top, bottom, middle, value }] of nodes.entries()) {
            expect(bottom - top).toBeCloseTo(value * scale, 9);
            expect(top).toBeGreaterThanOrEqual(-1e-9);
            expect(bottom).toBeLessThanOrEqual(1 + 1e-9);
            if (i > 0) expect(middle - nodes[i - 1].middle).toBeGreaterThanOrEqual(0.04 - 1e-9);
          }
        }
      }),
      RUNS,
    );
  });
});
