import { type ClusterModel, labelClusters } from "rfm-kit/cluster";
import { en, es, type Locale, pt } from "rfm-kit/locale";
import { describe, expect, it } from "vitest";
import { fixture } from "../http/fixture.js";
import { expectRefusal } from "../refusal.js";

type Place = readonly [recency: number, frequency: number, monetary: number];

/** A model whose centroids stand here, in a space without transform or scale; customers by default one each. */
function modelOf(places: readonly Place[], customers = places.map(() => 1)): ClusterModel {
  const features = ["recency", "frequency", "monetary"];
  return {
    ...{ kind: "clusterModel", version: 1, k: places.length, features, transform: "none", scale: "standard" },
    preparation: features.map((feature) => ({ feature, offset: 0, factor: 1 })),
    clusters: places.map(([recency, frequency, monetary], cluster) => {
      const values = { recency, frequency, monetary };
      const figures = { centroid: values, mean: values, median: values };
      const size = { customers: customers[cluster], share: 1 / places.length, revenueShare: null };
      return { cluster, ...size, center: [recency, frequency, monetary], ...figures };
    }),
    ...{ customers: places.length, inertia: 1, iterations: 1, converged: true, starts: 1, seed: 1 },
  };
}
const labelsOf = (...args: Parameters<typeof modelOf>) =>
  labelClusters(modelOf(...args)).map(({ label }) => label);

describe("labelClusters(model, options)", () => {
  it("names each cluster by its place on recency, frequency and monetary value", () => {
    expect(labelClusters(fixture)).toEqual([
      { cluster: 0, label: "champions", ...en.clusters.champions },
      { cluster: 1, label: "at-risk", ...en.clusters["at-risk"] },
      { cluster: 2, label: "new", ...en.clusters.new },
      { cluster: 3, label: "hibernating", ...en.clusters.hibernating },
    ]);
  });

  it("does so in three languages", () => {
    const namesIn = (locale: Locale) => labelClusters(fixture, { locale }).map(({ name }) => name);
    expect(namesIn(en)).toEqual(["Champions", "At risk", "New customers", "Hibernating"]);
    expect(namesIn(es)).toEqual(["Campeones", "En riesgo", "Clientes nuevos", "Hibernando"]);
    expect(namesIn(pt)).toEqual(["Campeões", "Em risco", "Clientes novos", "Em hibernação"]);
    expect(labelClusters(fixture, { locale: es })[1]).toEqual({
      cluster: 1,
      label: "at-risk",
      name: "En riesgo",
      advice: "Escríbales de forma personal, con un motivo para volver: una novedad o una buena oferta.",
    });
  });

  /** Two clusters at the ends of each measure keep the mean in the middle, at 0. */
  it.each([
    // recency, frequency and monetary value from -1 to 1; recency -1 is recent
    [[-1, 1, 1], "champions"],
    [[-1, 1, 0], "champions"],
    [[-1, 1, -1], "loyal"],
    [[-1, 0, 1], "potential-loyalists"],
    [[-1, 0, -1], "potential-loyalists"],
    [[-1, -1, 1], "promising"],
    [[-1, -1, 0], "new"],
    [[-1, -1, -1], "new"],
    [[0, 1, 1], "loyal"],
    [[0, 1, -1], "loyal"],
    [[0, 0, 1], "need-attention"],
    [[0, 0, 0], "need-attention"],
    [[0, -1, 1], "about-to-sleep"],
    [[0, -1, -1], "about-to-sleep"],
    [[1, 1, 1], "cant-lose"],
    [[1, 1, 0], "at-risk"],
    [[1, 1, -1], "at-risk"],
    [[1, 0, 1], "at-risk"],
    [[1, 0, -1], "at-risk"],
    [[1, -1, 1], "at-risk"],
    [[1, -1, 0], "hibernating"],
    [[1, -1, -1], "hibernating"],
  ] as const)("calls %j %s", ([r, f, m], label) => {
    const found = labelClusters(
      modelOf([
        [r, f, m],
        [-r, -f, -m],
        [1, 1, 1],
        [-1, -1, -1],
      ]),
    );
    expect(found[0].label.replace(/-\d$/, "")).toBe(label);
  });

  it("draws the line at a third of the way to the furthest cluster of the same side", () => {
    // The mean is 0, the furthest recent cluster at -3 or beyond, the furthest away at 6.
    const kindAt = (recency: number, others: readonly number[]) => {
      const places = [recency, ...others].map((place): Place => [place, 0, 0]);
      return labelsOf(places)[0].replace(/-\d$/, "");
    };
    expect(kindAt(-1, [-2, -3, 6])).toBe("potential-loyalists");
    expect(kindAt(-0.9, [-2.1, -3, 6])).toBe("need-attention");
    expect(kindAt(2, [-5, -3, 6])).toBe("at-risk");
    expect(kindAt(1.9, [-4.9, -3, 6])).toBe("need-attention");
  });

  it("measures from the mean of the customers, not of the clusters", () => {
    // Of 100 customers 98 are at 10, so that the mean is 10.
    const places: Place[] = [
      [10, 10, 10],
      [0, 20, 20],
      [20, 0, 0],
    ];
    expect(labelsOf(places, [98, 1, 1])).toEqual(["need-attention", "champions", "hibernating"]);
    // With most of them at the end, the mean is 19, and who is at 10 is far below it.
    expect(labelsOf(places, [2, 90, 2])[0]).toBe("hibernating");
  });

  it("takes no measure for a difference that hardly told the clusters apart", () => {
    // Recency differs by 0.09 to each side of its mean, money by 1.
    expect(
      labelsOf([
        [50.09, 1, 1],
        [49.91, -1, -1],
      ]),
    ).toEqual(["loyal", "about-to-sleep"]);
    expect(
      labelsOf([
        [50.11, 1, 1],
        [49.89, -1, -1],
      ]),
    ).toEqual(["cant-lose", "new"]);
  });

  it("finds nothing above or below in one cluster, or in clusters at one place", () => {
    expect(labelsOf([[3.3, 0.1, 7.7]], [7])).toEqual(["need-attention"]);
    const same: Place = [0.1, 0.7, 1e15 / 3];
    expect(labelsOf([same, same, same], [3, 7, 11])).toEqual([
      "need-attention",
      "need-attention-2",
      "need-attention-3",
    ]);
  });

  it("numbers clusters of one label, the best first", () => {
    const found = labelClusters(
      modelOf([
        [5, -3, -3],
        [4, -2, -2],
        [-9, 5, 5],
      ]),
    );
    expect(found.map(({ label, name }) => [label, name])).toEqual([
      ["hibernating-2", "Hibernating 2"],
      ["hibernating", "Hibernating"],
      ["champions", "Champions"],
    ]);
    expect(found[0].advice).toBe(found[1].advice);
  });

  it("calls further champions loyal, and further ones not to lose at risk, where nobody else is", () => {
    const weak: Place = [9, -9, -9];
    const best: Place[] = [
      [-2, 2, 2],
      [-4, 4, 4],
      [-3, 3, 3],
    ];
    expect(labelsOf([...best, weak])).toEqual(["loyal-2", "champions", "loyal", "hibernating"]);
    // The last of these is loyal by itself: neither recent nor away.
    expect(labelsOf([...best, weak, [0, 3, 3]])).toEqual([
      "champions-3",
      "champions",
      "champions-2",
      "hibernating",
      "loyal",
    ]);
    const away: Place[] = [
      [3, 3, 3],
      [3, 3, 4],
      [-6, -6, -7],
    ];
    expect(labelsOf(away)).toEqual(["at-risk", "cant-lose", "new"]);
  });

  it("does not depend on the order of the features, nor on the ones beside them", () => {
    const turned = {
      ...fixture,
      features: ["monetary", "tenure", "recency", "frequency"],
      preparation: ["monetary", "tenure", "recency", "frequency"].map((feature) => {
        return { feature, offset: 0, factor: 1 };
      }),
      clusters: fixture.clusters.map((cluster) => {
        const [recency, frequency, monetary] = cluster.center;
        const withTenure = (figures: Record<string, number>) => ({ ...figures, tenure: 1 });
        return {
          ...cluster,
          center: [monetary, 9 * cluster.cluster, recency, frequency],
          centroid: withTenure(cluster.centroid),
          mean: withTenure(cluster.mean),
          median: withTenure(cluster.median),
        };
      }),
    };
    expect(labelClusters(turned)).toEqual(labelClusters(fixture));
  });

  it("takes names and advice of the caller's own, by cluster", () => {
    const found = labelClusters(fixture, { names: { 1: "Sleepers" }, advice: { 0: "Call them." } });
    expect(found[1]).toEqual({ cluster: 1, label: "at-risk", ...en.clusters["at-risk"], name: "Sleepers" });
    expect(found[0]).toEqual({ cluster: 0, label: "champions", name: "Champions", advice: "Call them." });
  });

  it("gives the same after JSON", () => {
    expect(labelClusters(JSON.parse(JSON.stringify(fixture)))).toEqual(labelClusters(fixture));
  });

  it("refuses a model without recency, frequency and monetary value, and says what is missing", () => {
    const [preparation] = fixture.preparation;
    const clusters = fixture.clusters.map((cluster) => ({ ...cluster, center: [1] }));
    const lone: ClusterModel = { ...fixture, features: ["recency"], preparation: [preparation], clusters };
    expectRefusal(() => labelClusters(lone), {
      code: "invalidModel",
      path: "model.features",
      message: 'expected "frequency" and "monetary" among the features, received ["recency"]',
    });
    expectRefusal(() => labelClusters({ ...fixture, kind: "scoreModel" } as never), {
      code: "modelKind",
      path: "model.kind",
    });
  });

  it("refuses texts for a cluster that is not there, and two clusters of one name", () => {
    const call = (options: object) => () => labelClusters(fixture, options);
    const refused = { code: "invalidOption" } as const;
    expectRefusal(call({ names: { 4: "X" } }), { ...refused, path: "names.4", message: "from 0 to 3" });
    expectRefusal(call({ names: { "01": "X" } }), { ...refused, path: "names.01" });
    expectRefusal(call({ names: { champions: "X" } }), { ...refused, path: "names.champions" });
    expectRefusal(call({ advice: { "-1": "X" } }), { ...refused, path: "advice.-1" });
    expectRefusal(call({ names: { 1: " " } }), { ...refused, path: "names.1", message: "a text" });
    expectRefusal(call({ names: ["X"] }), { ...refused, path: "names" });
    expectRefusal(call({ names: { 1: "Champions" } }), {
      ...refused,
      path: "names.1",
      message: "another name than that of cluster 0",
    });
    expectRefusal(call({ name: {} }), { code: "unknownOption", path: "name", message: '"names"' });
  });

  it("refuses what is no language, and says which text it lacks", () => {
    const refused = { code: "invalidOption" } as const;
    const call = (locale: unknown) => () => labelClusters(fixture, { locale: locale as Locale });
    expectRefusal(call("es"), { ...refused, path: "locale", message: "such as `en`" });
    const { loyal: _, ...clusters } = en.clusters;
    expectRefusal(call({ ...en, clusters }), { ...refused, path: "locale.clusters.loyal" });
    expectRefusal(call({ ...en, language: "" }), { ...refused, path: "locale.language", message: "a text" });
    expect(call({ language: "en", clusters: en.clusters })).not.toThrow();
  });
});
