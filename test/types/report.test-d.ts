import { summarizePareto, summarizeSegments } from "rfm-kit";
import { es } from "rfm-kit/locale";
import { type ChartSpec, type RenderChart, reportCharts, reportHtml, reportMarkdown } from "rfm-kit/report";
import { describe, expectTypeOf, it } from "vitest";

const customers = [{ segment: "new", recency: 1, frequency: 1, monetary: 20 }] as const;

describe("reports", () => {
  it("take what functions of rfm-kit return", () => {
    const facts = { segments: summarizeSegments(customers), pareto: summarizePareto(customers) };
    expectTypeOf(reportHtml(facts, { locale: es, currency: "EUR" })).toEqualTypeOf<string>();
    expectTypeOf(reportMarkdown(facts, { rows: 3, listCustomers: 2 })).toEqualTypeOf<string>();
    expectTypeOf(reportCharts(facts)).toEqualTypeOf<ChartSpec[]>();
  });

  it("refuse what is no fact or no option", () => {
    // @ts-expect-error A part is called segments.
    reportHtml({ segment: [] });
    // @ts-expect-error Rows are a number.
    reportMarkdown({}, { rows: "3" });
    // @ts-expect-error Markdown has no charts.
    reportMarkdown({}, { renderChart: () => "" });
    // @ts-expect-error A renderer does not let wait.
    reportHtml({}, { renderChart: async () => "<svg>" });
    // @ts-expect-error A language has all its texts.
    reportHtml({}, { locale: { language: "fr" } });
  });

  it("give a renderer a specification", () => {
    expectTypeOf<RenderChart>().parameters.toEqualTypeOf<[ChartSpec]>();
    expectTypeOf<RenderChart>().returns.toEqualTypeOf<string>();
  });
});
