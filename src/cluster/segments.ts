import { RfmError } from "../core/error.js";
import { checkRows } from "../core/values.js";
import { codeLabels } from "./labels.js";
import { crossCounts, randIndex } from "./rand-index.js";

/** A customer with both a cluster and a segment. */
export interface ClusteredSegment<Name extends string = string> {
  readonly cluster: number;
  readonly segment: Name;
}

/** One cluster in terms of segments. */
export interface ClusterSegments<Name extends string = string> {
  readonly cluster: number;
  readonly customers: number;
  /** The segment that most of its customers are in; of several the first by name. */
  readonly mostly: Name;
  /** The part of its customers who are in that segment, 0 to 1. */
  readonly share: number;
  /** Its customers in each segment that occurs. */
  readonly segments: Readonly<Record<Name, number>>;
}

/** Clusters against the segments of rules. */
export interface SegmentComparison<Name extends string = string> {
  /** A row a cluster, ascending. */
  readonly crosstab: readonly ClusterSegments<Name>[];
  /** How far the two agree, corrected for chance: 1 for the same groups, 0 for nothing to do with each other. */
  readonly adjustedRandIndex: number;
}

/**
 * Clusters against the rule segments of the same customers: how many of each cluster are in each segment, and the
 * adjusted Rand index of the two.
 *
 * Cost: O(n).
 *
 * @param customers rows with `cluster` and `segment`, such as `assignClusters` gives for segmented customers.
 * @returns an empty crosstab and an index of 1 for no customers.
 * @throws RfmError on a cluster that is no finite number, and on a segment that is no name.
 * @see {@link adjustedRandIndex}
 * @example
 * ```ts
 * import { compareWithSegments } from "rfm-kit/cluster";
 *
 * const { crosstab, adjustedRandIndex } = compareWithSegments([
 *   { cluster: 0, segment: "loyal" },
 *   { cluster: 0, segment: "loyal" },
 *   { cluster: 0, segment: "new" },
 *   { cluster: 1, segment: "new" },
 * ]);
 * crosstab[0].segments; // => { loyal: 2, new: 1 }
 * crosstab[0].mostly; // => "loyal"
 * adjustedRandIndex; // => 0
 * ```
 */
export function compareWithSegments<Name extends string>(
  customers: readonly ClusteredSegment<Name>[],
): SegmentComparison<Name> {
  checkRows(CALLER, customers);
  const clusters = codeLabels(CALLER, "cluster", column(customers, "cluster", "number"));
  const segments = codeLabels(CALLER, "segment", column(customers, "segment", "string"));
  const cells = crossCounts(clusters, segments);
  const crosstab = clusters.names.map((cluster, i): ClusterSegments<Name> => {
    const counts = segments.names.map((_, j) => cells.get(i * segments.names.length + j) ?? 0);
    const most = Math.max(...counts);
    return {
      cluster: cluster as number,
      customers: clusters.counts[i],
      mostly: segments.names[counts.indexOf(most)] as Name,
      share: most / clusters.counts[i],
      segments: Object.fromEntries(segments.names.map((name, j) => [name, counts[j]])) as Record<
        Name,
        number
      >,
    };
  });
  return { crosstab, adjustedRandIndex: randIndex(clusters, segments) };
}

const CALLER = "compareWithSegments";

/** A column of labels of one kind. */
function column(
  customers: readonly ClusteredSegment[],
  path: keyof ClusteredSegment,
  kind: "number" | "string",
): (number | string)[] {
  return customers.map((customer, row) => {
    const label: unknown = customer?.[path];
    if (typeof label === kind) return label as number | string;
    const expected = kind === "number" ? "the number of a cluster" : "the name of a segment";
    throw new RfmError({ caller: CALLER, code: "invalidValue", path, row, expected, received: label });
  });
}
