import { clusters as english } from "../locale/en/clusters.js";
import { request as inEnglish } from "../locale/en/request.js";
import { clusters as spanish } from "../locale/es/clusters.js";
import { request as inSpanish } from "../locale/es/request.js";
import type { LocaleOf } from "../locale/locale.js";
import { clusters as portuguese } from "../locale/pt/clusters.js";
import { request as inPortuguese } from "../locale/pt/request.js";

/** What an answer says in a language. */
export type RequestLocale = LocaleOf<"clusters" | "request">;

/** The languages there are, without the parts that no answer needs. */
export const LANGUAGES: readonly RequestLocale[] = [
  { language: "en", clusters: english, request: inEnglish },
  { language: "es", clusters: spanish, request: inSpanish },
  { language: "pt", clusters: portuguese, request: inPortuguese },
];
