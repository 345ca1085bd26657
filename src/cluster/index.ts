export { assignClusters, type Clustered, type ClusteredColumns, type ClusterPlace } from "./assign.js";
export {
  type ClusterComparison,
  type ClusterCount,
  type CompareOptions,
  compareClusterCounts,
} from "./compare.js";
export type { ClusterCustomers, FeatureColumns, FeatureRow, RfmFeature } from "./features.js";
export { fitClusters } from "./fit.js";
export type { FitClustersOptions, SpaceOptions } from "./fit-options.js";
export { type LabelledCluster, type LabelOptions, labelClusters, type NameableModel } from "./label.js";
export type { ByCluster } from "./label-texts.js";
export type { GroupLabels } from "./labels.js";
export type { MeasureOptions } from "./measured.js";
export type {
  ClusterModel,
  ClusterPreparation,
  ClusterScale,
  ClusterTransform,
  ModelCluster,
  RankKnots,
} from "./model.js";
export { adjustedRandIndex } from "./rand-index.js";
export type { Recommendation } from "./recommend.js";
export {
  type ClusteredSegment,
  type ClusterSegments,
  compareWithSegments,
  type SegmentComparison,
} from "./segments.js";
export { type Silhouette, type SilhouetteOptions, silhouette } from "./silhouette.js";
export { calinskiHarabasz, daviesBouldin } from "./spread.js";
