import type { ChartSpec } from "rfm-kit/chart";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** A chart as SVG, and what Vega and Vega-Lite complain of. */
export async function renderSvg(spec: ChartSpec): Promise<{ svg: string; complaints: string[] }> {
  const complaints: string[] = [];
  const logger = complainer(complaints);
  const isLite = spec.$schema.includes("vega-lite");
  // It is JSON, so what is drawn is what came through JSON.
  const json = JSON.parse(JSON.stringify(spec));
  const lowered = isLite ? compile(json as TopLevelSpec, { logger }).spec : (json as vega.Spec);
  const view = new vega.View(vega.parse(lowered), { renderer: "none", logger });
  try {
    return { svg: await view.toSVG(), complaints };
  } finally {
    view.finalize();
  }
}

function complainer(complaints: string[]): vega.LoggerInterface {
  const note = (...messages: readonly unknown[]) => {
    const complaint = messages.map(String).join(" ");
    // Charts as wide as a container look at the window, which Node has not.
    if (complaint !== "Can not resolve event source: window") complaints.push(complaint);
    return logger;
  };
  const quiet = () => logger;
  const level = ((next?: number) =>
    next === undefined ? vega.Warn : logger) as vega.LoggerInterface["level"];
  const logger: vega.LoggerInterface = { level, error: note, warn: note, info: quiet, debug: quiet };
  return logger;
}
