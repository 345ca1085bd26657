import { computeRfm, scoreCustomers, segmentCustomers, summarizeSegments } from "rfm-kit";
import * as charts from "rfm-kit/chart";
import { assignClusters, fitClusters } from "rfm-kit/cluster";
import { es, type Locale } from "rfm-kit/locale";
import { migrateSegments } from "rfm-kit/migration";
import { describe, expectTypeOf, it } from "vitest";

declare const orders: { customerId: string; date: string; amount: number }[];
const customers = computeRfm(orders);
const segmented = segmentCustomers(scoreCustomers(customers));
const summary = summarizeSegments(segmented);

describe("charts", () => {
  it("take what functions of rfm-kit return, and give a specification", () => {
    expectTypeOf(charts.segmentTreemapChart(summary)).toEqualTypeOf<charts.ChartSpec>();
    expectTypeOf(charts.segmentTreemapChart(summary).description).toEqualTypeOf<string>();
    charts.rfHeatMapChart(segmented, { measure: "count" });
    charts.rfmScatterChart(segmented, { colour: "segment", x: "frequency" });
    charts.migrationFlowChart(migrateSegments({ before: customers, after: customers }));
    const model = fitClusters(customers, { k: 3 });
    charts.clusterScatterChart(assignClusters(customers, model), model);
  });

  it("take the parts of a language that they speak with", () => {
    const parts: Pick<Locale, "language" | "chart" | "clusters" | "segments"> = es;
    charts.lorenzChart(customers, { locale: parts });
    // @ts-expect-error
    charts.lorenzChart(customers, { locale: { language: "es" } });
  });

  it("refuse other input, and options that are none", () => {
    // @ts-expect-error
    charts.segmentTreemapChart(customers);
    // @ts-expect-error
    charts.rfHeatMapChart(customers);
    // @ts-expect-error
    charts.segmentBarsChart(summary, { measure: "segment" });
    // @ts-expect-error
    charts.lorenzChart(customers, { width: "100%" });
    // @ts-expect-error
    charts.abcChart(customers);
  });
});
