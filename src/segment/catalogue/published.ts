import { deepFreeze } from "../../core/model.js";
import { klaviyo } from "./klaviyo.js";
import { list125 } from "./list-125.js";
import { putler } from "./putler.js";
import { pymc } from "./pymc.js";
import { pypiRfm } from "./pypi-rfm.js";
import { quartiles, quartilesAsPublished } from "./quartiles.js";
import { rRfm02 } from "./r-rfm-0.2.js";
import { rRfm03 } from "./r-rfm-0.3.js";
import { shopify } from "./shopify.js";
import { rfTen } from "./ten-segments.js";

/**
 * Published segment schemes by id, each with its source and with what {@link checkScheme} finds in it. Segments
 * have the names, and stand in the order, that were published. Importing it brings all of them; rules and verdicts
 * are data, checked by the tests against an enumeration of every cell.
 *
 * @example
 * ```ts
 * import { publishedSchemes, segmentCustomers } from "rfm-kit";
 *
 * const { scheme, verdict } = publishedSchemes["klaviyo-6"];
 * segmentCustomers([{ r: 3, f: 3, m: 2 }], scheme)[0].segment; // => "Champions"
 * verdict.clean; // => true
 * publishedSchemes["putler-11"].verdict.overlaps; // => 20
 * ```
 */
export const publishedSchemes = /* @__PURE__ */ deepFreeze({
  "rf-10": rfTen,
  "r-rfm-0.3.0": rRfm03,
  "r-rfm-0.2": rRfm02,
  "putler-11": putler,
  "klaviyo-6": klaviyo,
  "shopify-10": shopify,
  "pymc-5": pymc,
  "list-125": list125,
  quartiles,
  "quartiles-as-published": quartilesAsPublished,
  "pypi-rfm-10": pypiRfm,
});

/** The ids of the {@link publishedSchemes}. */
export type PublishedSchemeId = keyof typeof publishedSchemes;
