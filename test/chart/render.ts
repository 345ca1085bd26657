import type { ChartSpec } from "rfm-kit/chart";
import { expect } from "vitest";
import { renderSvg } from "./svg.js";

/** A chart as SVG; whatever Vega or Vega-Lite warn of fails the test. */
export async function render(spec: ChartSpec): Promise<string> {
  const { svg, complaints } = await renderSvg(spec);
  expect(complaints).toEqual([]);
  return svg;
}

/** The texts of a chart, as they are read. */
export function textsOf(svg: string): string[] {
  const texts = Array.from(svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs), ([, inner]) =>
    inner.replace(/<\/tspan>/g, "\n").replace(/<[^>]+>/g, ""),
  );
  return texts.map((text) => unescaped(text.trim())).filter((text) => text !== "");
}

/** How many marks of a kind there are, of those that stand for data. */
export function countMarks(
  svg: string,
  kind: "rect" | "symbol" | "text" | "line" | "rule" | "area" | "path",
): number {
  const groups = svg.matchAll(new RegExp(`<g class="mark-${kind} role-mark[^"]*"[^>]*>(.*?)</g>`, "gs"));
  return Array.from(groups, ([, inner]) => inner.match(/<(path|text|line)\b/g)?.length ?? 0).reduce(
    (a, b) => a + b,
    0,
  );
}

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
const unescaped = (text: string) => text.replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]);
