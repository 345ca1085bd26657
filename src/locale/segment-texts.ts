/** The names of segments that are no label of a cluster: those of the value tiers and of the quartile segments. */
export type SegmentTexts = Readonly<
  Record<"lost" | "others" | "platinum-elite" | "gold" | "silver" | "bronze" | "inactive", string>
>;
