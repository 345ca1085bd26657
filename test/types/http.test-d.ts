import { type ClusterModel, type LabelledCluster, labelClusters } from "rfm-kit/cluster";
import {
  type ClusterAnswer,
  type ClusterHandlerOptions,
  type ClusterRefusal,
  clusterHandler,
  type OpenApiDocument,
  openApi,
} from "rfm-kit/http";
import { type ClusterLabel, en, es, type Locale } from "rfm-kit/locale";
import { describe, expectTypeOf, it } from "vitest";

type Feature = "recency" | "frequency" | "monetary";
declare const model: ClusterModel<Feature>;
declare const withTenure: ClusterModel<Feature | "tenure">;
declare const withoutMoney: ClusterModel<"recency" | "frequency">;
declare const stored: ClusterModel;
declare const answer: ClusterAnswer;
declare const refusal: ClusterRefusal;

describe("clusterHandler", () => {
  it("has the signature of the web", () => {
    expectTypeOf(clusterHandler(model)).toEqualTypeOf<(request: Request) => Promise<Response>>();
    clusterHandler(model, { path: "/groups", locales: [es], names: { 0: "VIP" }, maxBodyBytes: 1e5 });
    // @ts-expect-error
    clusterHandler(withTenure);
    // @ts-expect-error
    clusterHandler(withoutMoney);
    // @ts-expect-error
    clusterHandler({ ...model, kind: "scoreModel" });
    // @ts-expect-error
    clusterHandler();
  });

  it("takes a model that was read from JSON, whose features are checked when it runs", () => {
    expectTypeOf(clusterHandler(stored)).toEqualTypeOf<(request: Request) => Promise<Response>>();
    clusterHandler(stored, { path: "/groups" });
  });

  it("refuses misspelt options, and options of another type", () => {
    expectTypeOf<ClusterHandlerOptions["path"]>().toEqualTypeOf<string | undefined>();
    // @ts-expect-error
    clusterHandler(model, { locale: es });
    // @ts-expect-error
    clusterHandler(model, { locales: es });
    // @ts-expect-error
    clusterHandler(model, { locales: ["es"] });
    // @ts-expect-error
    clusterHandler(model, { names: { champions: "VIP" } });
    // @ts-expect-error
    clusterHandler(model, { maxBodyBytes: "1mb" });
  });

  it("answers with the keys and types of its description", () => {
    expectTypeOf(answer.clusterId).toEqualTypeOf<number>();
    expectTypeOf(answer.clusterLabel).toEqualTypeOf<string>();
    expectTypeOf(answer.error).toEqualTypeOf<"">();
    expectTypeOf(answer.inputValues.monetaryValue).toEqualTypeOf<number>();
    expectTypeOf(answer.suggestions).toEqualTypeOf<string>();
    expectTypeOf(answer.cluster.margin).toEqualTypeOf<number | null>();
    expectTypeOf(answer.cluster.label).toEqualTypeOf<LabelledCluster["label"]>();
    expectTypeOf<keyof ClusterRefusal>().toEqualTypeOf<keyof ClusterAnswer>();
    expectTypeOf(refusal.inputValues.recency).toEqualTypeOf<number | null>();
  });

  it("tells an answer from a refusal", () => {
    const either = answer as ClusterAnswer | ClusterRefusal;
    if (either.cluster === null) expectTypeOf(either).toEqualTypeOf<ClusterRefusal>();
    else expectTypeOf(either).toEqualTypeOf<ClusterAnswer>();
  });
});

describe("openApi", () => {
  it("gives a document, for a path", () => {
    expectTypeOf(openApi({ path: "/groups" })).toEqualTypeOf<OpenApiDocument>();
    expectTypeOf(openApi().openapi).toEqualTypeOf<"3.1.1">();
    // @ts-expect-error
    openApi("/groups");
  });
});

describe("labelClusters", () => {
  it("takes models with recency, frequency and monetary among their features, as far as these are known", () => {
    expectTypeOf(labelClusters(withTenure)).toEqualTypeOf<LabelledCluster[]>();
    expectTypeOf(labelClusters(stored)).toEqualTypeOf<LabelledCluster[]>();
    // @ts-expect-error
    labelClusters(withoutMoney);
    const [{ label, name }] = labelClusters(model, { locale: es });
    expectTypeOf(label).toEqualTypeOf<ClusterLabel | `${ClusterLabel}-${number}`>();
    expectTypeOf(name).toEqualTypeOf<string>();
  });

  it("takes texts by number, and languages that have them all", () => {
    labelClusters(model, { names: { 0: "Wholesale" }, advice: { 3: "Let them be." } });
    // @ts-expect-error
    labelClusters(model, { locale: "es" });
    // @ts-expect-error
    labelClusters(model, { names: { 0: 7 } });
    // @ts-expect-error
    labelClusters(model, { name: { 0: "Wholesale" } });
    const { loyal: _, ...clusters } = en.clusters;
    // @ts-expect-error
    expectTypeOf({ ...en, clusters }).toExtend<Locale>();
  });
});
