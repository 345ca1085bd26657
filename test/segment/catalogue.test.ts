import { readFileSync } from "node:fs";
import { checkScheme, type PublishedScheme, publishedSchemes, segmentCustomers } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { hasData, readExpectedJson } from "../data.js";

const entries = Object.entries(publishedSchemes) as [string, PublishedScheme][];

/** The names of the published files, and of their schemes here. */
const FILED: Readonly<Record<string, string>> = {
  "r-rfm-0.3.0": "r-rfm-0.3.0",
  "r-rfm-0.2": "r-rfm-0.2",
  "putler-11": "putler-11",
  "regex-10": "rf-10",
  "klaviyo-6": "klaviyo-6",
  "shopify-10-port": "shopify-10",
  "pymc-5": "pymc-5",
  "list-125": "list-125",
  "pypi-rfm-10": "pypi-rfm-10",
};
/** How the pattern table of the notebooks writes the ten segments. */
const NOTEBOOK: Readonly<Record<string, string>> = {
  hibernating: "hibernating",
  at_Risk: "at-risk",
  cant_loose: "cant-lose",
  about_to_sleep: "about-to-sleep",
  need_attention: "need-attention",
  loyal_customers: "loyal",
  promising: "promising",
  new_customers: "new",
  potential_loyalists: "potential-loyalists",
  champions: "champions",
};

interface Filed {
  readonly scale: number | string;
  readonly fallback?: string;
  readonly rules?: ({ name: string } & Partial<Record<"R" | "F" | "M" | "FM", [number, number]>>)[];
  readonly cells?: Record<string, string>;
}
type Cell = { r: number; f: number; m: number };

/** The segments that claim a cell, first to last, straight from the file. */
function claims({ rules, cells }: Filed, { r, f, m }: Cell): string[] {
  const scores = { R: r, F: f, M: m, FM: Math.floor((f + m) / 2) };
  if (rules) {
    return rules
      .filter((rule) =>
        (["R", "F", "M", "FM"] as const).every((axis) => {
          const [low, high] = rule[axis] ?? [0, 9];
          return low <= scores[axis] && scores[axis] <= high;
        }),
      )
      .map(({ name }) => name);
  }
  return Object.entries(cells ?? {})
    .filter(([, list]) =>
      /[[]|^\d\d$/.test(list)
        ? new RegExp(`^(?:${list})$`).test(`${r}${f}`)
        : list.split(" ").includes(`${r}${f}${m}`),
    )
    .map(([name]) => NOTEBOOK[name] ?? name);
}

function gridOf({ scale }: Filed): Cell[] {
  const top = typeof scale === "number" ? scale : 5;
  const scores = Array.from({ length: top }, (_, i) => i + 1);
  return scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => ({ r, f, m }))));
}

describe("publishedSchemes", () => {
  it.each(entries)("have the checker's verdict: %s", (_, { scheme, axes, verdict }) => {
    const report = checkScheme(scheme);
    expect(axes).toEqual(report.axes);
    expect({
      cells: report.cells,
      uncovered: report.uncovered.length,
      overlaps: report.overlaps.length,
      deadSegments: report.deadSegments,
      dominance: report.dominance.length,
      clean: report.clean,
    }).toEqual(verdict);
  });

  it("have the verdicts that are known of them", () => {
    const { "r-rfm-0.3.0": three, "r-rfm-0.2": two, "putler-11": putler, "pymc-5": pymc } = publishedSchemes;
    expect(three.verdict).toMatchObject({ cells: 125, uncovered: 10, overlaps: 58 });
    expect(two.verdict).toMatchObject({ uncovered: 36, overlaps: 39 });
    expect(two.verdict.deadSegments).toHaveLength(3);
    expect(putler.verdict).toMatchObject({ cells: 25, overlaps: 20 });
    expect(putler.verdict.deadSegments).toHaveLength(4);
    expect(pymc.verdict).toMatchObject({ cells: 64, uncovered: 18 });
    const clean = entries.filter(([, { verdict }]) => verdict.clean).map(([id]) => id);
    expect(clean).toEqual(["rf-10", "klaviyo-6", "shopify-10"]);
    expect(publishedSchemes["klaviyo-6"].verdict.cells).toBe(27);
    expect(publishedSchemes["quartiles-as-published"].verdict.deadSegments).toEqual(["lost"]);
  });

  it("stand in the guide as they are", () => {
    const guide = readFileSync(new URL("../../docs/guide/scheme.md", import.meta.url), "utf8");
    for (const [id, { date, verdict }] of entries) {
      const { cells, uncovered, overlaps, deadSegments, dominance, clean } = verdict;
      const told = [
        date ?? "",
        cells,
        uncovered,
        overlaps,
        deadSegments.join(", "),
        dominance,
        clean ? "yes" : "no",
      ];
      const line = guide.split("\n").find((one) => one.startsWith(`| \`${id}\``));
      expect(
        line
          ?.split("|")
          .slice(2, -1)
          .map((part) => part.trim()),
      ).toEqual(told.map(String));
    }
  });

  it("name a source that can be looked up, and a date or none", () => {
    for (const [, { source, date }] of entries) {
      if (source.url !== null) expect(new URL(source.url).protocol).toBe("https:");
      expect(date ?? "2000").toMatch(/^20\d\d(-\d\d(-\d\d)?)?$/);
    }
    expect(Object.isFrozen(publishedSchemes["shopify-10"].source)).toBe(true);
    expect(publishedSchemes["shopify-10"].withoutOrders).toBe("PROSPECTS");
  });

  describe.runIf(hasData)("beside the files of published schemes", () => {
    const filed = (): [string, Filed][] =>
      Object.entries(readExpectedJson("../design/published-schemes.json"));

    it("have each of them, and each cell as published", () => {
      expect(filed().map(([name]) => name)).toEqual(Object.keys(FILED));
      for (const [name, file] of filed()) {
        const { scheme } = publishedSchemes[FILED[name] as "rf-10"] as PublishedScheme;
        const cells = gridOf(file);
        const found = segmentCustomers(cells, scheme).map(({ segment }) => segment);
        const expected = cells.map((cell) => claims(file, cell)[0] ?? file.fallback ?? "none");
        expect({ name, found }).toEqual({ name, found: expected });
      }
    });

    it("have as many uncovered cells and overlaps as an enumeration of the files finds", () => {
      for (const [name, file] of filed()) {
        const { verdict } = publishedSchemes[FILED[name] as "rf-10"] as PublishedScheme;
        const seen = new Map<string, string[]>();
        for (const cell of gridOf(file)) {
          const onMean = file.rules?.some(({ FM }) => FM) ?? false;
          const place = onMean ? [cell.r, Math.floor((cell.f + cell.m) / 2)] : [cell.r, cell.f, cell.m];
          seen.set((name === "regex-10" ? place.slice(0, 2) : place).join(), claims(file, cell));
        }
        const claimed = [...seen.values()];
        const wins = new Set(claimed.map(([first]) => first));
        const named =
          file.rules?.map((rule) => rule.name) ??
          Object.keys(file.cells ?? {}).map((key) => NOTEBOOK[key] ?? key);
        expect({
          name,
          cells: seen.size,
          uncovered: claimed.filter(({ length }) => length === 0).length,
          overlaps: claimed.filter(({ length }) => length > 1).length,
          deadSegments: named.filter((segment) => !wins.has(segment)),
        }).toEqual({
          name,
          cells: verdict.cells,
          uncovered: verdict.uncovered,
          overlaps: verdict.overlaps,
          deadSegments: verdict.deadSegments,
        });
      }
    });
  });
});
