import type { SegmentSummary } from "rfm-kit";
import * as charts from "rfm-kit/chart";
import { fitClusters } from "rfm-kit/cluster";
import { es, pt } from "rfm-kit/locale";
import type { Migration } from "rfm-kit/migration";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";
import { countMarks, render, textsOf } from "./render.js";
import { comparison, productOf, segmented, steps } from "./samples.js";

const EMPTY = { meanRecency: null, meanFrequency: null, medianFrequency: null, meanMonetary: null };
const row = (
  segment: string,
  customers: number,
  revenue: number,
  medianRecency: number | null,
): SegmentSummary => ({
  segment,
  customers,
  share: customers / 10,
  revenue,
  revenueShare: revenue / 10_000,
  medianRecency,
  medianMonetary: customers === 0 ? null : revenue / customers,
  averageOrderValue: null,
  ...EMPTY,
});
/** Ten customers who brought 10,000 together. */
const summary = [row("champions", 2, 7500, 4), row("hibernating", 8, 2500, 200), row("new", 0, 0, null)];

const shown = async (spec: charts.ChartSpec) => textsOf(await render(spec));
type Rows = readonly Readonly<Record<string, unknown>>[];
const valuesOf = (spec: charts.ChartSpec, at = 0): Rows => {
  const found: Rows[] = [];
  JSON.stringify(spec, (key, value) => {
    if (key === "values" && Array.isArray(value) && typeof value[0] === "object") found.push(value);
    return value;
  });
  return found[at];
};

describe("segmentTreemapChart", () => {
  it("gives each segment with revenue a tile in proportion, and tells name, share and days", async () => {
    const svg = await render(charts.segmentTreemapChart(summary, { width: 600, height: 400 }));
    const texts = textsOf(svg);
    expect(texts).toContain("Champions");
    expect(texts.some((text) => text.includes("75.0%") && text.includes("4 d"))).toBe(true);
    expect(texts).not.toContain("New customers");
    const tiles = Array.from(
      svg.matchAll(/d="M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+Z" fill="#(?!fff)/g),
    );
    const areas = tiles.map(([, , , width, height]) => Number(width) * Number(height)).sort((a, b) => b - a);
    // The gap of 2 pixels takes a little from both.
    expect(areas[0] / areas[1]).toBeCloseTo(3, 1);
  });
});

describe("segmentBarsChart", () => {
  it("puts the longest bar first, and a dash where there is no figure", async () => {
    const texts = await shown(charts.segmentBarsChart(summary, { measure: "medianRecency" }));
    const names = texts.filter((text) => ["Champions", "Hibernating", "New customers"].includes(text));
    expect(names).toEqual(["Hibernating", "Champions", "New customers"]);
    expect(texts).toEqual(expect.arrayContaining(["200", "4", "–"]));
  });

  it("writes money, shares and names as the language does", async () => {
    const spanish = await shown(charts.segmentBarsChart(summary, { locale: es, currency: "EUR" }));
    expect(spanish).toEqual(expect.arrayContaining(["Ingresos por segmento", "Campeones", "7.500\u00a0€"]));
    const portuguese = await shown(charts.segmentBarsChart(summary, { locale: pt, measure: "revenueShare" }));
    expect(portuguese).toEqual(expect.arrayContaining(["Campeões", "75,0%"]));
    const english = await shown(charts.segmentBarsChart(summary, { currency: "EUR" }));
    expect(english).toContain("€7,500");
  });

  it("speaks a language of the user's own, with its numbers", async () => {
    const german = { ...es, language: "de-CH" };
    const texts = await shown(charts.segmentBarsChart(summary, { locale: german, currency: "CHF" }));
    expect(texts).toEqual(expect.arrayContaining([expect.stringMatching(/^CHF\u00a07['’]500$/)]));
  });

  it("refuses a measure that is none, and rows that are none", () => {
    const bars = charts.segmentBarsChart as (rows: unknown, options?: object) => unknown;
    expectRefusal(() => bars(summary, { measure: "medianRecenc" }), {
      code: "invalidOption",
      path: "measure",
      message: /medianRecency/,
    });
    expectRefusal(() => bars({}), { code: "invalidInput", path: "summary" });
    expectRefusal(() => bars([null]), { code: "invalidInput", path: "summary", row: 0 });
    expectRefusal(() => bars([{ ...summary[0], revenue: "7" }]), {
      code: "invalidValue",
      path: "revenue",
      row: 0,
    });
    expectRefusal(() => bars([summary[0], { ...summary[0], segment: 7 }]), {
      code: "invalidValue",
      path: "segment",
      row: 1,
    });
  });
});

describe("revenueShareChart", () => {
  it("tells both shares of each segment", async () => {
    const texts = await shown(charts.revenueShareChart(summary));
    expect(texts).toEqual(expect.arrayContaining(["20.0%", "75.0%", "80.0%", "25.0%", "0.0%"]));
    expect(texts).toEqual(expect.arrayContaining(["Share of customers", "Share of revenue"]));
  });
});

describe("rfHeatMapChart", () => {
  const scored = [
    { r: 2, f: 1, m: 2, monetary: 100 },
    { r: 2, f: 1, m: 1, monetary: 50 },
    { r: 1, f: 2, m: 1, monetary: 30 },
  ];

  it("tells the mean and the number of each cell, the highest recency score on top", async () => {
    const texts = await shown(charts.rfHeatMapChart(scored));
    // (100 + 50) / 2 of two customers, and 30 of one.
    expect(texts).toEqual(expect.arrayContaining(["75", "n = 2", "30", "n = 1"]));
    expect(countMarks(await render(charts.rfHeatMapChart(scored)), "rect")).toBe(2);
    const counts = valuesOf(charts.rfHeatMapChart(scored, { measure: "count" }));
    expect(counts.map(({ x, y, text, note }) => [x, y, text, note])).toEqual([
      [1, 2, "n = 2", "75"],
      [2, 1, "n = 1", "30"],
    ]);
  });

  it("refuses what is no score", () => {
    const one = { r: 1, f: 1, m: 1, monetary: 1 };
    expectRefusal(() => charts.rfHeatMapChart([one, { ...one, f: 0 }]), {
      code: "invalidValue",
      path: "f",
      row: 1,
    });
    expectRefusal(() => charts.rfHeatMapChart([{ ...one, r: 1.5 }]), {
      code: "invalidValue",
      path: "r",
      row: 0,
    });
  });
});

describe("scoreBarsChart", () => {
  it("has a bar for each score that occurs, in proportion to its customers", () => {
    const scored = [1, 1, 2].map((m) => ({ r: 1, f: 1, m, monetary: 1 }));
    const bars = valuesOf(charts.scoreBarsChart(scored), 1);
    const heights = bars.map(({ top, bottom }) => Number(top) - Number(bottom));
    expect(bars.map(({ m, customers }) => [m, customers])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(heights[0] / heights[1]).toBeCloseTo(2, 9);
  });
});

describe("rfmHistogramChart", () => {
  const values = [1, 1, 4, 5, 12].map((value) => ({
    recency: 10 * value,
    frequency: value,
    monetary: value - 1,
  }));
  const bins = (spec: charts.ChartSpec, panel: number) =>
    valuesOf(spec)
      .filter(({ left }) => Math.floor(Number(left) / 1.2 + 1e-9) === panel)
      .map(({ customers }) => customers);

  it("counts purchases from 1, 2, 5 and 10 on, and what is below 1 by itself", () => {
    // Purchases 1 and 1; 4; 5; 12. Monetary 0 and 0; none from 1; 3 and 4; none from 5; 11.
    expect(bins(charts.rfmHistogramChart(values), 1)).toEqual([2, 1, 1, 1]);
    expect(bins(charts.rfmHistogramChart(values), 2)).toEqual([2, 0, 2, 0, 1]);
  });

  it("counts evenly where it is asked to", () => {
    // Steps of 2 from 0 on: 1 and 1; none; 4 and 5; none; none; none; 12.
    const even = charts.rfmHistogramChart(values, { scale: "linear", bins: 5 });
    expect(bins(even, 1)).toEqual([2, 0, 2, 0, 0, 0, 1]);
    // Steps of 20 from 0 on: 10 and 10; none; 40 and 50; none; none; none; 120.
    expect(bins(even, 0)).toEqual([2, 0, 2, 0, 0, 0, 1]);
  });

  it("counts the greatest value in the last bar where rounding puts it on the end of that", () => {
    // A step of 0.010000000000000002 fits twelve times between 0.02 and 0.14.
    const cents = [0.03, 0.14].map((monetary) => ({ recency: 0, frequency: 1, monetary }));
    const even = charts.rfmHistogramChart(cents, { scale: "linear" });
    expect(bins(even, 2)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe("orderDistributionChart", () => {
  it("counts once, twice and so on, and the rest together", async () => {
    const customers = [1, 1, 2, 3, 9].map((frequency) => ({ frequency }));
    const texts = await shown(charts.orderDistributionChart(customers, { most: 3 }));
    expect(texts).toEqual(expect.arrayContaining(["1", "2", "3+", "40.0%", "20.0%"]));
    expect(
      valuesOf(charts.orderDistributionChart(customers, { most: 3 })).map((bar) => bar.customers),
    ).toEqual([2, 1, 2]);
  });
});

describe("rfmScatterChart", () => {
  it("counts every customer in one bubble, and shows no row", () => {
    const customers = Array.from({ length: 3000 }, (_, i) => ({
      recency: i % 300,
      frequency: 1 + (i % 7),
      monetary: 3 * i,
    }));
    const bubbles = valuesOf(charts.rfmScatterChart(customers));
    expect(bubbles.length).toBeLessThanOrEqual(36 * 24);
    expect(bubbles.reduce((sum, { customers: count }) => sum + Number(count), 0)).toBe(3000);
    const narrow = valuesOf(charts.rfmScatterChart(customers, { width: "container" }));
    expect(narrow.length).toBeLessThanOrEqual(20 * 22);
  });

  it("takes the commonest segment of a cell, in the language", async () => {
    const at = (segment: string) => ({ recency: 1, frequency: 1, monetary: 1, segment });
    const customers = [at("new"), at("loyal"), at("loyal"), { ...at("new"), recency: 90, monetary: 50 }];
    const spec = charts.rfmScatterChart(customers, { colour: "segment", locale: es });
    expect(valuesOf(spec).map(({ group, customers: count }) => [group, count])).toEqual([
      ["Clientes leales", 3],
      ["Clientes nuevos", 1],
    ]);
    expect(await shown(spec)).toEqual(expect.arrayContaining(["Clientes leales", "Clientes nuevos"]));
  });

  it("refuses one figure against itself, and customers without the segment", () => {
    const customers = [{ recency: 1, frequency: 1, monetary: 1 }];
    expectRefusal(() => charts.rfmScatterChart(customers, { y: "recency" }), {
      code: "invalidOption",
      path: "y",
    });
    expectRefusal(() => charts.rfmScatterChart(customers, { colour: "segment" }), {
      code: "invalidValue",
      path: "segment",
      row: 0,
    });
  });
});

describe("lorenzChart", () => {
  it("marks what the top holds, of customers and of a curve", async () => {
    const customers = [50, 20, 15, 10, 5].map((monetary) => ({ monetary }));
    const texts = await shown(charts.lorenzChart(customers));
    expect(texts.join(" ").replace(/\s+/g, " ")).toContain(
      "The top 20.0% of customers hold 50.0% of revenue.",
    );
    const curve = [
      { population: 0, share: 0 },
      { population: 0.5, share: 0.1 },
      { population: 1, share: 1 },
    ];
    // Three fifths of the way from 0.1 to 1.
    const spec = charts.lorenzChart(curve);
    expect(spec.description).toContain("hold 36.0% of revenue");
    expect(await shown(spec)).toContain("64.0%");
  });

  it("thins long curves, and keeps their ends", () => {
    const curve = Array.from({ length: 5001 }, (_, i) => ({ population: i / 5000, share: (i / 5000) ** 3 }));
    const points = valuesOf(charts.lorenzChart(curve), 2);
    expect(points.length).toBe(101);
    expect([points[0], points[50], points[100]]).toEqual([
      { population: 0, share: 0 },
      { population: 0.5, share: 0.125 },
      { population: 1, share: 1 },
    ]);
  });
});

describe("abcChart", () => {
  it("tells how many rows each class has", async () => {
    const rows = [
      { abc: "C", cumulativeShare: 1 },
      { abc: "A", cumulativeShare: 0.7 },
      { abc: "B", cumulativeShare: 0.9 },
      { abc: "C", cumulativeShare: 0.96 },
    ] as const;
    const spec = charts.abcChart(rows);
    expect(spec.description).toContain("Rows in class A: 1 (25.0%); B: 1 (25.0%); C: 2 (50.0%).");
    expect(await shown(spec)).toEqual(expect.arrayContaining(["A", "B", "C"]));
    expect(valuesOf(spec)).toEqual([
      { abc: "A", share: 0, held: 0 },
      { abc: "A", share: 0.25, held: 0.7 },
      { abc: "B", share: 0.25, held: 0.7 },
      { abc: "B", share: 0.5, held: 0.9 },
      { abc: "C", share: 0.5, held: 0.9 },
      { abc: "C", share: 0.75, held: 0.96 },
      { abc: "C", share: 1, held: 1 },
    ]);
    const wrong = [{ abc: "D" as "A", cumulativeShare: 1 }];
    expectRefusal(() => charts.abcChart(wrong), { code: "invalidValue", path: "abc", row: 0 });
  });
});

describe("charts of clusters", () => {
  const customers = [
    { recency: 3, frequency: 9, monetary: 900 },
    { recency: 5, frequency: 7, monetary: 700 },
    { recency: 200, frequency: 1, monetary: 30 },
  ];
  const model = fitClusters(customers, { k: 2 });

  it("name clusters by labels, and have a point for each cluster and feature", async () => {
    const labels = [{ cluster: 0, name: "Whales" }];
    const svg = await render(charts.clusterProfileChart(model, { labels }));
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(["Whales", "Cluster 1", "Recency (days)", "Purchases"]),
    );
    expect(countMarks(svg, "symbol")).toBe(6);
  });

  it("refuse a cluster or a feature that the model has not, and what is no model", () => {
    const clustered = customers.map((customer) => ({ ...customer, cluster: 0 }));
    const scatter = charts.clusterScatterChart as (
      rows: unknown,
      model: unknown,
      options?: object,
    ) => unknown;
    expectRefusal(() => scatter([...clustered, { ...clustered[0], cluster: 2 }], model), {
      code: "invalidValue",
      path: "cluster",
      row: 3,
    });
    expectRefusal(() => scatter(clustered, model, { x: "tenure" }), { code: "unknownColumn", path: "x" });
    expectRefusal(() => scatter(clustered, { kind: "scoreModel" }), {
      code: "modelKind",
      path: "model.kind",
    });
    const one = fitClusters(customers, { k: 2, features: ["recency"] });
    expectRefusal(() => charts.clusterScatterChart(clustered, one), {
      code: "invalidModel",
      path: "model.features",
    });
  });

  it("say which number of clusters is recommended, or none", () => {
    expect(charts.elbowChart(comparison(2)).description).toContain("Recommended number of clusters: 2.");
    expect(charts.silhouetteChart(comparison(null)).description).toContain(
      "No number of clusters is recommended.",
    );
    const wrong = { groups: 7 } as never;
    expectRefusal(() => charts.silhouetteChart(wrong), { code: "invalidInput", path: "silhouette" });
    expectRefusal(() => charts.elbowChart([] as never), { code: "invalidInput", path: "comparison" });
  });
});

describe("charts of movement", () => {
  const flow = (from: string | null, to: string | null, customers: number, share: number) => ({
    from,
    to,
    customers,
    share,
    moved: 0,
    drifted: 0,
    revenueBefore: 0,
    revenueAfter: 0,
  });
  const migration = {
    segments: ["loyal", "new"].map((segment) => ({ segment })),
    flows: [flow("loyal", "loyal", 6, 0.6), flow("loyal", null, 4, 0.4), flow(null, "new", 2, 1)],
  } as unknown as Migration;

  it("tell who stayed, left and came, with ribbons on one scale", async () => {
    const spec = charts.migrationFlowChart(migration);
    expect(spec.description).toContain(
      "Customers before: 10. In the same segment: 6; in another: 0; gone: 4; new: 2.",
    );
    const sizes = valuesOf(spec).map(({ s0, s1 }) => Number(s1) - Number(s0));
    expect(sizes[0] / sizes[1]).toBeCloseTo(6 / 4, 9);
    expect(sizes[0] / sizes[2]).toBeCloseTo(6 / 2, 9);
    const texts = await shown(spec);
    expect(texts).toEqual(expect.arrayContaining(["Loyal customers", "Gone", "New", "10", "6", "4", "2"]));
    expect(texts).not.toContain("Other segment");
  });

  it("show shares in per cent in the matrix", async () => {
    expect(await shown(charts.migrationMatrixChart(migration))).toEqual(
      expect.arrayContaining(["60", "40", "100"]),
    );
  });

  it("refuse flows to segments that are not listed", () => {
    const lost = { ...migration, flows: [flow("loyal", "gone", 1, 1)] } as unknown as Migration;
    expectRefusal(() => charts.migrationFlowChart(lost), { code: "unknownSegment", path: "to" });
    expectRefusal(() => charts.migrationMatrixChart({} as never), {
      code: "invalidInput",
      path: "migration",
    });
  });

  it("show the share of each cohort, with a star where a period is not over", async () => {
    const at = (cohort: string, period: number, customers: number, complete: boolean) => {
      const revenue = { orders: customers, revenue: 1, periodStart: `${cohort}-01` };
      return { cohort, period, size: 8, customers, retained: customers / 8, complete, ...revenue };
    };
    const rows = [
      at("2024-01", 0, 8, true),
      at("2024-01", 1, 2, true),
      at("2024-01", 2, 4, false),
      at("2024-02", 0, 8, true),
      at("2024-02", 1, 6, false),
    ];
    const spec = charts.cohortRetentionChart(rows);
    expect(await shown(spec)).toEqual(
      expect.arrayContaining(["2024-01 (8)", "2024-02 (8)", "25", "50*", "75*"]),
    );
    expect(spec.description).toContain("In the period after the first, 25.0% came back (cohorts: 1).");
  });
});

describe("charts of forecasts", () => {
  it("mark where the forecast begins, at the last day of the calibration", async () => {
    const spec = charts.forecastTrackingChart(steps);
    expect(await shown(spec)).toContain("Forecast begins →");
    expect(JSON.stringify(spec)).toContain(JSON.stringify([{ day: Date.UTC(2024, 0, 8 + 7 * 4) }]));
    const past = charts.forecastTrackingChart(steps.filter(({ isHoldout }) => !isHoldout));
    expect(await shown(past)).not.toContain("Forecast begins →");
    const wrong = [{ ...steps[0], day: "8 January" }];
    expectRefusal(() => charts.forecastTrackingChart(wrong), { code: "invalidValue", path: "day", row: 0 });
  });

  it("write months in the language", async () => {
    expect((await shown(charts.forecastTrackingChart(steps, { locale: es }))).join()).toContain("ene 2024");
  });

  it("lift: the product that is lifted most is told with its interval, and names are cut nowhere but on the chart", async () => {
    const spec = charts.productLiftChart({
      segment: "loyal",
      byLift: [productOf("Mug", 4), productOf(null, 2)],
    });
    expect(spec.description).toContain("Loyal customers. Highest: Mug, 4 (between 2 and 6).");
    expect(await shown(spec)).toEqual(expect.arrayContaining(["Mug", "P2", "4 (2 – 6)", "2 (1 – 3)"]));
    const top = charts.productLiftChart(
      { segment: "loyal", byLift: [productOf("Mug", 4), productOf(null, 2)] },
      { top: 1 },
    );
    expect(await shown(top)).not.toContain("P2");
  });
});

describe("hostile names", () => {
  const names = [
    "<script>alert(1)</script>",
    "a\"b'c\\d",
    "datum['x']; width",
    "__proto__",
    "שלום 👋",
    "x.y[0]",
    "",
    "A".repeat(400),
  ];

  it("are shown as text, on every chart of segments", async () => {
    const rows = names.map((name, i) => ({ ...row(name, 1, 1000 + i, i), share: 0.1 }));
    for (const draw of [charts.segmentTreemapChart, charts.segmentBarsChart, charts.revenueShareChart]) {
      const svg = await render(draw(rows, { width: 2000, height: 900 }));
      expect(svg).not.toContain("<script>");
      expect(textsOf(svg).join("\n")).toContain("<script>alert(1)");
      expect(textsOf(svg).join("\n")).toContain("a\"b'c\\d");
      expect(textsOf(svg).join("\n")).toContain("x.y[0]");
    }
  });

  it("are shown as text where they are products, and where they are clusters", async () => {
    const byLift = names.map((name, i) => productOf(name, 9 - i));
    const svg = await render(charts.productLiftChart({ segment: names[0], byLift }, { width: 900 }));
    expect(svg).not.toContain("<script>");
    expect(textsOf(svg)).toEqual(expect.arrayContaining([names[0], names[1], names[4], names[5]]));
    const model = fitClusters(segmented, { k: 2 });
    const labels = [
      { cluster: 0, name: names[2] },
      { cluster: 1, name: names[2] },
    ];
    // Two of one name are told apart.
    expect(await shown(charts.clusterProfileChart(model, { labels, width: 1200 }))).toEqual(
      expect.arrayContaining([names[2], `${names[2]} 2`]),
    );
  });

  it("stand in no expression that Vega runs", () => {
    const rows = [row("datum.pwned", 1, 10, 1), row("signal('x')", 1, 20, 2)];
    const spec = charts.segmentTreemapChart(rows);
    const expressions: string[] = [];
    JSON.stringify(spec, (key, value) => {
      if (["expr", "signal", "update", "init"].includes(key) && typeof value === "string")
        expressions.push(value);
      return value;
    });
    expect(expressions.length).toBeGreaterThan(3);
    expect(expressions.join()).not.toMatch(/pwned|signal\(/);
  });
});
