import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kmeans } from "ml-kmeans";
import { assignClusters, type ClusterModel, fitClusters, type RfmFeature } from "rfm-kit/cluster";
import { makeCustomers } from "../data/customers.js";
import type { Flags } from "../flags.js";
import { grouped, type Pair, type Section, timesSection } from "../harness/section.js";
import { inTurns, type Task, timed } from "../harness/turns.js";
import { openScikit } from "../peers/scikit.js";

const CUSTOMERS = 1e6;
const K = 5;
const SCIKIT = "scikit-learn, n_init=10";
const ML_KMEANS = "ml-kmeans, one start";
const GOALS: Readonly<Record<string, number>> = { [SCIKIT]: 4, [ML_KMEANS]: 6 };

/** Customers in five clusters by three features, until nothing moves. */
export async function* clusters(flags: Flags): AsyncGenerator<Section> {
  const customers = makeCustomers(CUSTOMERS);
  const ours = () => fitClusters(customers, { k: K });
  const model = ours();
  if (!model.converged) throw new Error("the fit has not come to rest");
  checkModel(customers, model);
  const points = scaled(customers, model);
  // Made anew each time: a million arrays that stay would slow every collection of garbage down, ours included.
  const runMlKmeans = () => {
    const rows = Array.from({ length: CUSTOMERS }, (_, i) => Array.from(points.subarray(3 * i, 3 * i + 3)));
    return kmeans(rows, K, { seed: 1, maxIterations: 0 });
  };
  const peers: Record<string, Task> = {
    [ML_KMEANS]: timed(runMlKmeans),
  };
  const inertias: Record<string, number> = { ours: model.inertia };

  const folder = mkdtempSync(join(tmpdir(), "rfm-kit-clusters-"));
  try {
    const file = join(folder, "points.f64");
    writeFileSync(file, points);
    const scikit = await openScikit(file);
    if (scikit !== undefined) {
      const theirs = await scikit.fit(K);
      inertias[SCIKIT] = theirs.inertia;
      const own = inertiaOf(points, theirs.centers);
      if (model.inertia > Math.min(own, theirs.inertia) * (1 + 1e-12))
        throw new Error(`${SCIKIT} finds an inertia of ${own}, less than our ${model.inertia}`);
      peers[SCIKIT] = async () => (await scikit.fit(K)).ms;
    }
    const found = runMlKmeans();
    inertias[ML_KMEANS] = inertiaOf(points, found.centroids);
    const times = await inTurns(flags.rounds, { ours: timed(ours), ...peers });
    scikit?.close();
    const pairs = Object.keys(peers).map(
      (peer): Pair => ({ work: "fit", ours: "ours", peer, goal: GOALS[peer] }),
    );
    const sizes = { customers: CUSTOMERS, k: K, inertias, versions: scikit?.versions };
    const title = `clusters: ${grouped(CUSTOMERS)} customers, 3 features, k = ${K}; inertias ${JSON.stringify(inertias)}`;
    yield timesSection(title, sizes, times, pairs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The logarithms of the figures, scaled as the model says: what all sides are given. */
function scaled(
  customers: ReturnType<typeof makeCustomers>,
  { preparation }: ClusterModel<RfmFeature>,
): Float64Array {
  const points = new Float64Array(3 * CUSTOMERS);
  for (const [j, { feature, offset, factor }] of preparation.entries()) {
    const column = customers[feature];
    for (let i = 0; i < CUSTOMERS; i++) points[3 * i + j] = (Math.log1p(column[i]) - offset) / factor;
  }
  return points;
}

/** Σ squared distances to the nearest center. */
function inertiaOf(points: Float64Array, centers: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 0; i < points.length; i += 3) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const [x, y, z] of centers) {
      nearest = Math.min(nearest, (points[i] - x) ** 2 + (points[i + 1] - y) ** 2 + (points[i + 2] - z) ** 2);
    }
    sum += nearest;
  }
  return sum;
}

/** The model's own figures, from the customers placed by it. */
function checkModel(customers: ReturnType<typeof makeCustomers>, model: ClusterModel<RfmFeature>): void {
  const { cluster, distance } = assignClusters(customers, model);
  const counts = model.clusters.map(() => 0);
  let inertia = 0;
  for (let i = 0; i < CUSTOMERS; i++) {
    counts[cluster[i]]++;
    inertia += distance[i] ** 2;
  }
  if (
    model.clusters.some(({ customers }, i) => customers !== counts[i]) ||
    Math.abs(inertia / model.inertia - 1) > 1e-9
  )
    throw new Error("the model does not say what placing its customers gives");
}
