import type { Locale } from "../locale.js";
import { chart } from "./chart.js";
import { clusters } from "./clusters.js";
import { narrative } from "./narrative/index.js";
import { report } from "./report.js";
import { request } from "./request.js";
import { segmentAdvice } from "./segment-advice.js";
import { segments } from "./segments.js";

/**
 * English, the default.
 *
 * @example
 * ```ts
 * import { en } from "rfm-kit/locale";
 *
 * en.clusters["at-risk"].name; // => "At risk"
 * ```
 */
export const en: Locale = {
  language: "en",
  clusters,
  segments,
  segmentAdvice,
  request,
  narrative,
  chart,
  report,
};
