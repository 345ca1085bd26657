import type { ClusterLabel } from "./cluster-texts.js";

/** The names of segments that are no label of a cluster: those of the value tiers and of the quartile segments. */
export type SegmentTexts = Readonly<
  Record<"lost" | "others" | "platinum-elite" | "gold" | "silver" | "bronze" | "inactive", string>
>;

/** What to do for the customers of each of the ten segments, which are not those of the clusters of the same name. */
export type SegmentAdvice = Readonly<Record<ClusterLabel, string>>;
