import fc from "fast-check";
import { type ClusterModel, labelClusters } from "rfm-kit/cluster";
import { type ClusterLabel, en, es, pt } from "rfm-kit/locale";
import { describe, expect, it } from "vitest";
import { RUNS } from "./runs.js";

interface Group {
  readonly customers: number;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

const FEATURES = ["recency", "frequency", "monetary"] as const;

/** Small whole numbers, so that clusters often stand at one place, and on the lines between places. */
const place = fc.integer({ min: -6, max: 6 });
const groups = fc.array(
  fc.record({
    customers: fc.integer({ min: 1, max: 9 }),
    recency: place,
    frequency: place,
    monetary: place,
  }),
  { minLength: 1, maxLength: 9 },
);

function modelOf(all: readonly Group[]): ClusterModel {
  return {
    ...{ kind: "clusterModel", version: 1, k: all.length, features: FEATURES, transform: "none" },
    ...{ scale: "standard", preparation: FEATURES.map((feature) => ({ feature, offset: 0, factor: 1 })) },
    clusters: all.map(({ customers, ...centroid }, cluster) => ({
      ...{ cluster, customers, share: 1 / all.length, revenueShare: null },
      ...{ center: FEATURES.map((feature) => centroid[feature]), centroid, mean: centroid, median: centroid },
    })),
    ...{ customers: 1, inertia: 1, iterations: 1, converged: true, starts: 1, seed: 1 },
  };
}

/** A label in words of its own, counting one customer after the other, in whole numbers. */
function expectedLabel(all: readonly Group[], own: Group): ClusterLabel {
  const people = all.flatMap((group) => Array.from({ length: group.customers }, () => group));
  // The deviation times the number of people, so that nothing is rounded.
  const above = (group: Group, feature: (typeof FEATURES)[number]) =>
    people.reduce((sum, person) => sum + group[feature] - person[feature], 0);
  const largest = Math.max(
    ...all.flatMap((group) => FEATURES.map((feature) => Math.abs(above(group, feature)))),
  );
  const far = (feature: (typeof FEATURES)[number], side: 1 | -1) => {
    const deviation = side * above(own, feature);
    const furthest = Math.max(...all.map((group) => side * above(group, feature)));
    return deviation > 0 && 10 * deviation >= largest && 3 * deviation >= furthest;
  };
  const [recent, away] = [far("recency", -1), far("recency", 1)];
  const [often, seldom] = [far("frequency", 1), far("frequency", -1)];
  const [much, little] = [far("monetary", 1), far("monetary", -1)];
  if (recent) {
    if (often) return little ? "loyal" : "champions";
    if (seldom) return much ? "promising" : "new";
    return "potential-loyalists";
  }
  if (away) {
    if (often) return much ? "cant-lose" : "at-risk";
    return seldom && !much ? "hibernating" : "at-risk";
  }
  if (often) return "loyal";
  return seldom ? "about-to-sleep" : "need-attention";
}

describe("cluster labels", () => {
  it("say where a cluster stands on recency, frequency and monetary value", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const found = labelClusters(modelOf(all));
        // Where a tenth or a third is hit to the last bit, rounding decides.
        fc.pre(!onALine(all));
        const expected = all.map((group) => expectedLabel(all, group));
        for (const [i, { cluster, label }] of found.entries()) {
          expect(cluster).toBe(i);
          const next = STEPS.get(expected[i]);
          const better = found.some((other) => other.label === expected[i] && other.cluster !== i);
          const down = next !== undefined && better && !expected.includes(next);
          expect(label.replace(/-\d+$/, "")).toBe(down ? next : expected[i]);
        }
      }),
      RUNS,
    );
  });

  it("are unique in every model, in every language", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const languages = [en, es, pt].map((locale) => labelClusters(modelOf(all), { locale }));
        for (const labelled of languages) {
          expect(new Set(labelled.map(({ label }) => label)).size).toBe(all.length);
          expect(new Set(labelled.map(({ name }) => name)).size).toBe(all.length);
          expect(labelled.map(({ label }) => label)).toEqual(languages[0].map(({ label }) => label));
        }
      }),
      RUNS,
    );
  });
});

/** What all but the best are called, where nobody else is. */
const STEPS = new Map<ClusterLabel, ClusterLabel>([
  ["champions", "loyal"],
  ["cant-lose", "at-risk"],
]);

/** Whether a deviation is exactly a tenth of the largest or a third of the furthest. */
function onALine(all: readonly Group[]): boolean {
  const count = all.reduce((sum, { customers }) => sum + customers, 0);
  const deviations = FEATURES.map((feature) => {
    const total = all.reduce((sum, group) => sum + group.customers * group[feature], 0);
    return all.map((group) => count * group[feature] - total);
  });
  const largest = Math.max(...deviations.flat().map(Math.abs));
  return deviations.some((column) => {
    const ends = [Math.max(...column), Math.min(...column)];
    return column.some((deviation) => {
      return deviation !== 0 && (10 * Math.abs(deviation) === largest || ends.includes(3 * deviation));
    });
  });
}
