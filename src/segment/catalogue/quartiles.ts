import { publishedQuartileSegments, quartileSegments } from "../quartile-segments.js";
import { publish } from "./entry.js";

/** The quartile scheme of notebooks, in the order in which they ask. */
export const quartilesAsPublished = /* @__PURE__ */ publish({
  id: "quartiles-as-published",
  title: "Quartile segments as notebooks publish them",
  source: {
    publisher: "Python notebooks; no first author is known",
    title: "a function that asks for 444 first and for 111 last",
    url: null,
  },
  date: null,
  axes: ["r", "f", "m"],
  scheme: publishedQuartileSegments,
  verdict: { cells: 64, uncovered: 44, overlaps: 5, deadSegments: ["lost"], dominance: 14, clean: false },
  note: "Lost stands behind At Risk, which takes its only cell.",
});

/** The same with Lost made reachable. */
export const quartiles = /* @__PURE__ */ publish({
  id: "quartiles",
  title: "Quartile segments with Lost made reachable",
  source: { publisher: "rfm-kit", title: "quartileSegments", url: null },
  date: null,
  axes: ["r", "f", "m"],
  scheme: quartileSegments,
  verdict: { cells: 64, uncovered: 44, overlaps: 5, deadSegments: [], dominance: 15, clean: false },
});
