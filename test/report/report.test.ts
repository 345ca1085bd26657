import { en, es, pt } from "rfm-kit/locale";
import { type HtmlReportOptions, reportCharts, reportHtml, reportMarkdown } from "rfm-kit/report";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";
import { type Facts, fullFacts } from "./facts.js";

/** Two customers of ten hold half of the revenue. */
const pareto = {
  customers: 10,
  top: 0.2,
  topCustomers: 2,
  topShare: 0.5,
  share: 0.8,
  customersForShare: 5,
  customerShare: 0.5,
  gini: 0.4,
};
const segments = [
  {
    segment: "champions",
    customers: 3,
    share: 0.3,
    revenue: 1200.5,
    revenueShare: 0.75,
    meanRecency: 4,
    medianRecency: 4.5,
    meanFrequency: 5,
    medianFrequency: 5,
    meanMonetary: 400,
    medianMonetary: 380,
    averageOrderValue: 80,
  },
  {
    segment: "Wholesale <1>",
    customers: 7,
    share: 0.7,
    revenue: 400,
    revenueShare: 0.25,
    meanRecency: null,
    medianRecency: null,
    meanFrequency: 1,
    medianFrequency: 1,
    meanMonetary: 57,
    medianMonetary: 50,
    averageOrderValue: 57,
  },
];
const small: Facts = { asOf: "2024-06-30", pareto, segments };
const headings = (markdown: string) => markdown.match(/^## .*$/gm)?.map((line) => line.slice(3));
const svg = (text: string): HtmlReportOptions => ({ renderChart: () => text });

describe("a report", () => {
  it("holds the parts that there are facts of, each with a line in the contents", () => {
    const text = reportMarkdown(small);
    const parts = ["Summary", "Segments", "How concentrated revenue is", "Method and definitions"];
    expect(headings(text)).toEqual(["Contents", ...parts]);
    for (const part of parts)
      expect(text).toContain(`\n- [${part}](#${part.toLowerCase().replaceAll(" ", "-")})`);
    const page = reportHtml(small);
    for (const id of ["summary", "segments", "pareto", "method"]) {
      expect(page).toContain(`<li><a href="#${id}">`);
      expect(page).toContain(`<section id="${id}">`);
    }
    expect(page).not.toContain("Loyalty programme");
  });

  it("of nothing is a title", () => {
    expect(reportMarkdown({})).toBe("# Customer report\n");
    expect(reportHtml({})).not.toMatch(/<nav|<section|<h2/);
  });

  it("holds every part of a shop of which all is known, in the order of reading", () => {
    const parts = headings(reportMarkdown(fullFacts()));
    expect(parts).toEqual(["Contents", ...Object.values(en.report.sections)]);
  });

  it("shows figures as the language writes them, and what cannot be known as a dash", () => {
    const text = reportMarkdown(small, { currency: "EUR" });
    expect(text).toContain("| Champions | 3 | 30.0% | €1,201 | 75.0% | 4.5 | 5 | €380.00 | €80.00 |");
    expect(text).toContain("| Wholesale \\<1\\> | 7 | 70.0% | €400.00 | 25.0% | – | 1 | €50.00 | €57.00 |");
    const spanish = reportMarkdown(small, { locale: es, currency: "EUR" });
    expect(spanish).toContain("| Campeones | 3 | 30,0\u00a0% |".replace("\u00a0", " "));
    expect(reportMarkdown(small, { locale: pt })).toContain("\n## Segmentos\n");
  });

  it("defines the words that it uses, and no others", () => {
    const text = reportMarkdown({ pareto });
    expect(text).toContain("- **Gini coefficient:** ");
    expect(text).not.toContain("**Lift:**");
    expect(reportMarkdown(fullFacts())).toContain("- **Lift:** ");
  });

  it("lists no customers, and where it is asked for some those who have least to spare as they come", () => {
    const { programme } = fullFacts();
    const ids = (programme?.eligible ?? []).map(({ customerId }) => String(customerId));
    expect(ids.length).toBeGreaterThan(20);
    const silent = reportMarkdown({ programme });
    for (const id of ids) expect(silent).not.toContain(id);
    expect(silent).toContain(`Customers chosen: ${ids.length}.`);
    const listing = reportMarkdown({ programme }, { listCustomers: 2 });
    for (const [i, id] of ids.entries()) expect(listing.includes(`\n| ${id} |`)).toBe(i < 2);
    expect(listing).toContain(`The first 2 of ${ids.length}.`);
  });

  it("says nothing of attributes that nobody asked for", () => {
    const { log } = fullFacts();
    expect(reportMarkdown({ log })).not.toContain("United Kingdom");
    expect(reportMarkdown({ log }, { attributes: ["country", "colour"] })).toContain("United Kingdom");
  });

  it("calls clusters in its language where they were named in English, and as they were named otherwise", () => {
    const { clusters } = fullFacts();
    const spanish = reportMarkdown({ clusters }, { locale: es });
    expect(spanish).toContain("| Campeones |");
    expect(spanish).not.toContain("Champions");
    const own = (clusters?.labels ?? []).map((label, i) => ({ ...label, name: `Team ${i}` }));
    expect(
      reportMarkdown({ clusters: { ...clusters, labels: own } as Facts["clusters"] }, { locale: es }),
    ).toContain("| Team 0 |");
  });

  it("tells groups that were merged without medians, and lets no withheld ones through", () => {
    const merged = {
      ...segments[0],
      segment: "others",
      medianRecency: null,
      medianFrequency: null,
      medianMonetary: null,
    };
    const text = reportMarkdown({ segments: [merged] });
    expect(text).toContain("3 customers");
    expect(text).not.toContain("no customer");
    const withheld = { segment: "new", customers: null } as unknown as (typeof segments)[number];
    expectRefusal(() => reportMarkdown({ segments: [withheld] }), {
      code: "invalidInput",
      path: "facts.segments[0].customers",
    });
  });

  it("puts first products that are beyond chance before those that most came by", () => {
    const { gateways } = fullFacts();
    const found =
      gateways?.products.map((row, i) => (i === 20 ? { ...row, qValue: 0.001 } : { ...row, qValue: 0.9 })) ??
      [];
    const text = reportMarkdown(
      { gateways: { ...gateways, products: found } as Facts["gateways"] },
      { rows: 1 },
    );
    expect(text).toContain(`(${found[20].product}) |`);
    expect(text).not.toContain(`(${found[0].product}) |`);
  });

  it("cuts long lists where it is told to", () => {
    const { products } = fullFacts();
    const [all, sure] = [products?.byRevenue.length ?? 0, products?.found ?? 0];
    expect(all).toBeGreaterThan(12);
    expect(sure).toBeGreaterThan(3);
    const rowsOf = (text: string) => text.match(/^\| [^|]+ \([A-Z]\d+\) \|/gm)?.length;
    // Those by revenue, and those with a lift that is no chance.
    expect(rowsOf(reportMarkdown({ products }, { rows: 3 }))).toBe(3 + 3);
    expect(rowsOf(reportMarkdown({ products }))).toBe(10 + Math.min(10, sure));
    expect(rowsOf(reportMarkdown({ products }, { rows: 999 }))).toBe(all + sure);
  });

  it("takes what it was given as it is, and gives the same again", () => {
    const before = JSON.stringify(small);
    expect(reportHtml(small)).toBe(reportHtml(small));
    expect(JSON.stringify(small)).toBe(before);
  });

  it("refuses facts and options that are unknown or senseless", () => {
    const of = (options: object) => () => reportHtml(small, options);
    expectRefusal(() => reportHtml({ segment: [] } as Facts), {
      code: "unknownOption",
      path: "facts.segment",
      message: 'did you mean "segments"?',
    });
    expectRefusal(() => reportMarkdown(null as unknown as Facts), { code: "invalidOption", path: "facts" });
    expectRefusal(of({ titel: "a" }), { code: "unknownOption", path: "titel", message: '"title"' });
    expectRefusal(of({ title: " " }), { code: "invalidOption", path: "title" });
    expectRefusal(of({ rows: 0 }), { code: "invalidOption", path: "rows" });
    expectRefusal(of({ rows: 1.5 }), { code: "invalidOption", path: "rows" });
    expectRefusal(of({ listCustomers: -1 }), { code: "invalidOption", path: "listCustomers" });
    expectRefusal(of({ currency: "euro" }), { code: "invalidOption", path: "currency" });
    expectRefusal(of({ locale: { ...en, report: { ...en.report, title: "" } } }), {
      code: "invalidOption",
      path: "locale.report.title",
    });
    expectRefusal(() => reportMarkdown(small, { renderChart: () => "" } as object), {
      code: "unknownOption",
      path: "renderChart",
    });
  });
});

describe("charts of reportHtml", () => {
  it("are asked for in the order of reportCharts, four times each, and have a description", () => {
    const specs = reportCharts(small);
    const asked: unknown[] = [];
    const page = reportHtml(small, {
      renderChart: (spec) => {
        asked.push(spec);
        return '<svg xmlns="http://www.w3.org/2000/svg"/>';
      },
    });
    expect(specs.length).toBe(4 * 3);
    expect(asked).toEqual(specs);
    expect(page.match(/<figure>/g)?.length).toBe(3);
    expect(page.match(/<figcaption>[^<]+<\/figcaption>/g)?.length).toBe(3);
    expect(page).toContain(
      `<img role="img" alt="${specs[0].description.replace(/["<>&'=]/g, (c) => `&#${c.charCodeAt(0)};`)}"`,
    );
  });

  it("become images, in which nothing runs", () => {
    const page = reportHtml(small, svg('<svg onload="alert(1)"><script>alert(1)</script></svg>'));
    expect(page).not.toMatch(/<script|<svg|onload="/);
    const opening = encodeURIComponent('<svg xmlns="').replaceAll("%3D", "=");
    expect(page).toMatch(/src="data:image\/svg\+xml,%3Csvg%20xmlns/);
    expect(opening).toContain("xmlns");
  });

  it("leave the namespace that they have", () => {
    const page = reportHtml(small, svg('<svg width="1" xmlns="http://www.w3.org/2000/svg"></svg>'));
    expect(page).toContain("data:image/svg+xml,%3Csvg%20width");
    expect(page.match(/xmlns/g)?.length).toBe(12);
  });

  it("are refused where they are no SVG", () => {
    for (const text of ["", " <svg>", "<svgx>", '<img src="x">', "<!-- --><svg>", 7 as unknown as string])
      expectRefusal(() => reportHtml(small, svg(text)), {
        code: "invalidOption",
        path: "renderChart",
        message: "<svg",
      });
    const promised = (() => Promise.resolve("<svg>")) as unknown as () => string;
    expectRefusal(() => reportHtml(small, { renderChart: promised }), {
      code: "invalidOption",
      path: "renderChart",
    });
    expectRefusal(() => reportHtml({}, { renderChart: "svg" as unknown as () => string }), {
      code: "invalidOption",
      path: "renderChart",
      message: "a function",
    });
  });
});
