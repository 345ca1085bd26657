import { tenSegments } from "../ten-segments.js";
import { publish } from "./entry.js";

/** The pattern table of Python notebooks, which is the library's default scheme. */
export const rfTen = /* @__PURE__ */ publish({
  id: "rf-10",
  title: "Ten segments on recency and frequency",
  source: {
    publisher: "Python notebooks; no first author is known",
    title: "seg_map, a table of patterns from [1-2][1-2] to 5[4-5]",
    url: "https://github.com/SaadAbdElGhaffar/customer-segmentation-rfm-kmeans",
  },
  date: null,
  axes: ["r", "f"],
  scheme: tenSegments,
  verdict: { cells: 25, uncovered: 0, overlaps: 0, deadSegments: [], dominance: 1, clean: true },
  note:
    "The address is that of one notebook with this table. Notebooks write hibernating, at_Risk, cant_loose, " +
    "about_to_sleep, need_attention, loyal_customers, promising, new_customers, potential_loyalists, champions.",
});
