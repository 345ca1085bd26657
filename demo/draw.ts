import type { ChartSpec } from "rfm-kit/chart";
import { parse, type Spec, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** A chart as SVG, by Vega. */
export function drawSvg(spec: ChartSpec): Promise<string> {
  const isLite = spec.$schema.includes("/vega-lite/");
  const full = isLite ? compile(spec as unknown as TopLevelSpec).spec : (spec as unknown as Spec);
  return new View(parse(full), { renderer: "none" }).toSVG();
}
