/**
 * The languages of rfm-kit: English, Spanish and Portuguese. A language is a plain object, so one of your own needs
 * nothing but the same texts.
 *
 * @module rfm-kit/locale
 */
export { en } from "./en.js";
export { es } from "./es.js";
export type { ClusterLabel, LabelText, Locale, RequestTexts } from "./locale.js";
export { pt } from "./pt.js";
