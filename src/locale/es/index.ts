import type { Locale } from "../locale.js";
import { chart } from "./chart.js";
import { clusters } from "./clusters.js";
import { narrative } from "./narrative/index.js";
import { report } from "./report.js";
import { request } from "./request.js";
import { segmentAdvice } from "./segment-advice.js";
import { segments } from "./segments.js";

/**
 * Spanish.
 *
 * @example
 * ```ts
 * import { es } from "rfm-kit/locale";
 *
 * es.clusters["at-risk"].name; // => "En riesgo"
 * ```
 */
export const es: Locale = {
  language: "es",
  clusters,
  segments,
  segmentAdvice,
  request,
  narrative,
  chart,
  report,
};
