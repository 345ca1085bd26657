/**
 * The languages of rfm-kit: English, Spanish and Portuguese. A language is a plain object, so one of your own needs
 * nothing but the same texts.
 *
 * @module rfm-kit/locale
 */
export type { ClusterLabel, ClusterTexts, LabelText } from "./cluster-texts.js";
export { en } from "./en/index.js";
export { es } from "./es/index.js";
export type { Locale, LocaleOf } from "./locale.js";
export { pt } from "./pt/index.js";
export type { RequestTexts } from "./request-texts.js";
export type { SegmentAdvice, SegmentTexts } from "./segment-texts.js";
