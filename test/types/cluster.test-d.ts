import { computeRfm, scoreCustomers, segmentCustomers, type TenSegment } from "rfm-kit";
import {
  assignClusters,
  type ClusterModel,
  type ClusterTransform,
  compareClusterCounts,
  compareWithSegments,
  fitClusters,
  type RfmFeature,
  type SegmentComparison,
  silhouette,
} from "rfm-kit/cluster";
import { describe, expectTypeOf, it } from "vitest";

type Id = `c-${number}`;
declare const orders: { customerId: Id; date: string; amount: number }[];
declare const columns: {
  recency: Float64Array;
  frequency: Float64Array;
  monetary: Float64Array;
  name: string[];
};
const customers = computeRfm(orders);
const model = fitClusters(customers, { k: 3 });

describe("fitClusters", () => {
  it("knows its features", () => {
    expectTypeOf(model).toEqualTypeOf<ClusterModel<"recency" | "frequency" | "monetary">>();
    const own = fitClusters(customers, { k: 2, features: ["tenure", "monetary"] });
    expectTypeOf(own).toEqualTypeOf<ClusterModel<"tenure" | "monetary">>();
    expectTypeOf(own.clusters[0].median.tenure).toEqualTypeOf<number>();
    expectTypeOf(own.transform).toEqualTypeOf<ClusterTransform>();
    expectTypeOf(own.clusters[0].revenueShare).toEqualTypeOf<number | null>();
    // @ts-expect-error
    own.clusters[0].median.recency;
  });

  it("refuses features that are missing or no numbers, and misspelt options", () => {
    // @ts-expect-error
    fitClusters(customers, { k: 2, features: ["tenur"] });
    // @ts-expect-error
    fitClusters(customers, { k: 2, features: ["customerId"] });
    // @ts-expect-error
    fitClusters([{ recency: 1, frequency: 2 }], { k: 1 });
    // @ts-expect-error
    fitClusters(customers, {});
    // @ts-expect-error
    fitClusters(customers, { k: 2, transform: "sqrt" });
    // @ts-expect-error
    fitClusters(customers, { k: 2, scale: "none" });
    // @ts-expect-error
    fitClusters(customers, { k: 2, start: 3 });
  });
});

describe("assignClusters", () => {
  it("keeps the columns and ids of rows, and answers columns in columns", () => {
    const [first] = assignClusters(customers, model);
    expectTypeOf(first.customerId).toEqualTypeOf<Id>();
    expectTypeOf(first.cluster).toEqualTypeOf<number>();
    expectTypeOf(first.margin).toEqualTypeOf<number>();
    const placed = assignClusters(columns, model);
    expectTypeOf(placed.cluster).toEqualTypeOf<Uint16Array>();
    expectTypeOf(placed.name).toEqualTypeOf<string[]>();
    // @ts-expect-error
    assignClusters([{ recency: 1, frequency: 2 }], model);
    // @ts-expect-error
    assignClusters(customers, { k: 3 });
  });
});

interface Shopper {
  readonly id: string;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}
interface Unpaid {
  readonly recency: number;
  readonly frequency: number;
}
declare const shoppers: Shopper[];
declare const unpaid: Unpaid[];
declare const stored: ClusterModel;

describe("a model that was read from JSON", () => {
  it("takes any rows and columns, which are checked when they are read", () => {
    const [first] = assignClusters(shoppers, stored);
    expectTypeOf(first.id).toEqualTypeOf<string>();
    expectTypeOf(first.distance).toEqualTypeOf<number>();
    expectTypeOf(assignClusters(columns, stored).cluster).toEqualTypeOf<Uint16Array>();
    assignClusters(unpaid, stored);
    silhouette(shoppers, [0, 1], { model: stored });
    // @ts-expect-error
    assignClusters([1, 2], stored);
  });

  it("still has its rows checked as they are written where its features are known", () => {
    const known = stored as ClusterModel<RfmFeature>;
    expectTypeOf(assignClusters(shoppers, known)[0].cluster).toEqualTypeOf<number>();
    // @ts-expect-error
    assignClusters(unpaid, known);
    // @ts-expect-error
    assignClusters({ recency: columns.recency, frequency: columns.frequency }, known);
    // @ts-expect-error
    silhouette(unpaid, [0, 1], { model: known });
  });

  it("lets features that are known only later name the columns", () => {
    const names: string[] = ["recency", "tenure"];
    expectTypeOf(fitClusters(shoppers, { k: 2, features: names })).toEqualTypeOf<ClusterModel>();
  });
});

describe("the measures", () => {
  it("take labels of any kind, and keep them", () => {
    const { groups } = silhouette(customers, ["a", "b"] as ("a" | "b")[]);
    expectTypeOf(groups[0].label).toEqualTypeOf<"a" | "b">();
    silhouette(columns, new Uint8Array(3), { scale: "none" });
    // @ts-expect-error
    silhouette(customers, [true]);
    const { counts, recommended } = compareClusterCounts(customers, { from: 2, to: 4 });
    expectTypeOf(recommended.k).toEqualTypeOf<number | null>();
    expectTypeOf(counts[0].silhouette).toEqualTypeOf<number | null>();
    // @ts-expect-error
    compareClusterCounts(customers, { k: 3 });
  });

  it("name segments as the rules do", () => {
    const segmented = assignClusters(segmentCustomers(scoreCustomers(customers)), model);
    expectTypeOf(compareWithSegments(segmented)).toEqualTypeOf<SegmentComparison<TenSegment>>();
    // @ts-expect-error
    compareWithSegments(customers);
  });
});
