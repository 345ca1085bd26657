import type { ClusterModel } from "rfm-kit/cluster";

/** The nearest cluster by the definition: every distance computed, of logarithms scaled as the model says. */
export function nearestSlowly<F extends string>(
  customer: Readonly<Record<F, number>>,
  model: ClusterModel<F>,
) {
  const at = model.preparation.map(({ feature, offset, factor }) => {
    return (Math.log(1 + customer[feature]) - offset) / factor;
  });
  const distances = model.clusters.map(({ center }) =>
    Math.hypot(...center.map((place, j) => place - at[j])),
  );
  const [distance, next = Number.POSITIVE_INFINITY] = [...distances].sort((a, b) => a - b);
  return { cluster: distances.indexOf(distance), distance, margin: next - distance };
}
