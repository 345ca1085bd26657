import type { Locale } from "../locale.js";
import { chart } from "./chart.js";
import { clusters } from "./clusters.js";
import { narrative } from "./narrative/index.js";
import { report } from "./report.js";
import { request } from "./request.js";
import { segmentAdvice } from "./segment-advice.js";
import { segments } from "./segments.js";

/**
 * Portuguese, in words that Portugal and Brazil share.
 *
 * @example
 * ```ts
 * import { pt } from "rfm-kit/locale";
 *
 * pt.clusters["at-risk"].name; // => "Em risco"
 * ```
 */
export const pt: Locale = {
  language: "pt",
  clusters,
  segments,
  segmentAdvice,
  request,
  narrative,
  chart,
  report,
};
