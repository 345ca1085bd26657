/** What a recommendation looks at. */
interface Judged {
  readonly k: number;
  readonly silhouette: number | null;
  readonly gap: number;
  readonly gapStandardError: number;
  readonly stability: number;
}

/** A number of clusters and why, or none and why not. */
export interface Recommendation {
  readonly k: number | null;
  readonly reason: string;
}

/** Groups that come back less than this in resamples are an accident of the sample. */
const STABLE = 0.95;
/** So many standard errors is a gap, as several numbers are tried, above that of one group before groups are seen in it. */
const ERRORS = 3;

/**
 * Of the numbers of clusters whose groups come back in resamples, and tell more of the customers than as many groups
 * tell of points without any, that with the greatest silhouette; none where there is no such number.
 */
export function recommend(counts: readonly Judged[], gapOfOne: number): Recommendation {
  const several = counts.filter(({ k }) => k > 1);
  const grouped = several.filter(({ gap, gapStandardError }) => gap > gapOfOne + ERRORS * gapStandardError);
  const stable = grouped.filter(({ stability }) => stability >= STABLE);
  if (stable.length > 0) {
    const best = stable.reduce((a, b) => ((b.silhouette ?? -1) > (a.silhouette ?? -1) ? b : a));
    return { k: best.k, reason: reasonFor(best, stable.length) };
  }
  if (grouped.length === 0) {
    const reason =
      "No number of clusters divides these customers better than it divides evenly spread points.";
    return { k: null, reason };
  }
  const best = grouped.reduce((a, b) => (b.stability > a.stability ? b : a));
  const reason =
    "No number of clusters that divides these customers better than evenly spread points comes back in resamples with " +
    `an adjusted Rand index of ${STABLE} or more: the steadiest, ${best.k}, with ${best.stability.toFixed(2)}.`;
  return { k: null, reason };
}

function reasonFor({ k, silhouette, stability }: Judged, among: number): string {
  const figures = `adjusted Rand index ${stability.toFixed(2)}) with a silhouette of ${(silhouette ?? 0).toFixed(2)}`;
  const others =
    among === 1
      ? "no other number comes back and divides better than evenly spread points."
      : `the greatest of the ${among} numbers that come back and divide better than evenly spread points.`;
  return `${k} clusters come back in resamples (${figures}, ${others}`;
}
