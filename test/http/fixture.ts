import type { ClusterModel } from "rfm-kit/cluster";

export type Feature = "recency" | "frequency" | "monetary";

/** Scaled is the value divided by this. */
const FACTORS = { recency: 10, frequency: 8, monetary: 25_000 };

/** 20 × 300,924 + 30 × 200,924 + 30 × 25,924 + 20 × 924. */
const REVENUE = 12_842_400;

/**
 * Four groups made by hand. From the customer of recency 64, frequency 32 and monetary value 100,924 the scaled
 * steps to the centroids are (-6, 5, 8), (3, 0, 4), (-6, -2, -3) and (7, -3.5, -4): cluster 1 is at the distance 5,
 * the next one, cluster 2, at 7, so the margin is 2.
 *
 * The means of the population, scaled, are 5.7, 3.7 and 5.13696; the deviations that count (from 0.77 on, a tenth of
 * the largest) are in R -5.3, 3.7, -5.3, 7.7, in F 5.3, none, -1.7, -3.2, in M 6.9, 2.9, -4.1, -5.1. As parts of the
 * furthest on their side, recency turned round: recent, away (-0.48), recent, away; often, between, seldom (-0.53),
 * seldom; much, much (0.42), little, little. So they are champions, at risk, new and hibernating.
 */
export const fixture: ClusterModel<Feature> = {
  kind: "clusterModel",
  version: 1,
  k: 4,
  features: ["recency", "frequency", "monetary"],
  transform: "none",
  scale: "standard",
  preparation: (["recency", "frequency", "monetary"] as const).map((feature) => {
    return { feature, offset: 0, factor: FACTORS[feature] };
  }),
  clusters: [
    group(0, 20, { recency: 4, frequency: 72, monetary: 300_924 }),
    group(1, 30, { recency: 94, frequency: 32, monetary: 200_924 }),
    group(2, 30, { recency: 4, frequency: 16, monetary: 25_924 }),
    group(3, 20, { recency: 134, frequency: 4, monetary: 924 }),
  ],
  customers: 100,
  inertia: 40,
  iterations: 5,
  converged: true,
  starts: 1,
  seed: 1,
};

function group(cluster: number, customers: number, centroid: Record<Feature, number>) {
  return {
    cluster,
    customers,
    share: customers / 100,
    revenueShare: (customers * centroid.monetary) / REVENUE,
    center: (["recency", "frequency", "monetary"] as const).map(
      (feature) => centroid[feature] / FACTORS[feature],
    ),
    centroid,
    mean: centroid,
    median: { recency: centroid.recency - 1, frequency: centroid.frequency, monetary: centroid.monetary / 2 },
  };
}
