import type { LocaleOf } from "./locale.js";

/** How a language calls a segment or a cluster's label; a segment of a scheme of the caller's own by its own name. */
export function segmentName(
  { clusters, segments }: LocaleOf<"clusters" | "segments">,
  segment: string,
): string {
  if (Object.hasOwn(clusters, segment)) return clusters[segment as keyof typeof clusters].name;
  return Object.hasOwn(segments, segment) ? segments[segment as keyof typeof segments] : segment;
}
