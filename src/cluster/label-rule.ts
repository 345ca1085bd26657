import type { ClusterLabel } from "../locale/cluster-texts.js";
import type { Level, Standing } from "./standing.js";

/** The label where monetary value is low, in the middle, and high. */
type ByMonetary = readonly [low: ClusterLabel, middle: ClusterLabel, high: ClusterLabel];

const always = (label: ClusterLabel): ByMonetary => [label, label, label];

/**
 * The label by recency, then by frequency, then by monetary value. On recency and frequency the words mean what
 * they mean in the ten segments of `rfm-kit/segment`.
 */
const RULE: Readonly<Record<Level, Readonly<Record<Level, ByMonetary>>>> = {
  high: {
    high: ["loyal", "champions", "champions"],
    middle: always("potential-loyalists"),
    low: ["new", "new", "promising"],
  },
  middle: {
    high: always("loyal"),
    middle: always("need-attention"),
    low: always("about-to-sleep"),
  },
  low: {
    high: ["at-risk", "at-risk", "cant-lose"],
    middle: always("at-risk"),
    low: ["hibernating", "hibernating", "at-risk"],
  },
};

const COLUMN = { low: 0, middle: 1, high: 2 } as const;

/** What all but the best cluster of a label are called, where no cluster has this label by the rule. */
const NEXT: Readonly<Partial<Record<ClusterLabel, ClusterLabel>>> = {
  champions: "loyal",
  "cant-lose": "at-risk",
};

/** A label, and its number among the clusters that share it, the best being number 1. */
export interface Numbered {
  readonly label: ClusterLabel;
  readonly number: number;
}

/** What clusters of these standings are called, each differently. O(clusters²). */
export function labelAll(standings: readonly Standing[]): Numbered[] {
  const ruled = standings.map(({ r, f, m }) => RULE[r][f][COLUMN[m]]);
  const labels = ruled.map((label, i) => {
    const next = NEXT[label];
    const free = next !== undefined && !ruled.includes(next);
    return free && placeAmong(standings, ruled, i) > 1 ? next : label;
  });
  return labels.map((label, i) => ({ label, number: placeAmong(standings, labels, i) }));
}

/** The place of a cluster among those of its label, from 1 for the best on. */
function placeAmong(standings: readonly Standing[], labels: readonly ClusterLabel[], i: number): number {
  const own = standings[i];
  return 1 + standings.filter((other, j) => labels[j] === labels[i] && goesBefore(other, own)).length;
}

function goesBefore(a: Standing, b: Standing): boolean {
  return a.total > b.total || (a.total === b.total && a.cluster < b.cluster);
}
