export type { BinCounts } from "../core/bin-counts.js";
export type { Bins, ScoreColumns, ScoredWith } from "../core/bins.js";
export type { CutPoints } from "../core/cuts.js";
export type { ScoreModel } from "../core/score-model.js";
export type { RecencyForm } from "../transactions/window.js";
export { rfmAccumulator } from "./accumulator.js";
export type {
  AccumulatedId,
  AccumulatorBatch,
  AccumulatorOptions,
  RfmAccumulator,
} from "./accumulator-types.js";
export type { Customers, RfmColumns, RfmValues } from "./columns.js";
export { sumScores, weighScores } from "./composite.js";
export type { CustomerColumns, RfmAnswer, RfmCustomer } from "./customer.js";
export { describeFeatures } from "./describe.js";
export type {
  DescribeOptions,
  FeatureFinding,
  FeatureKey,
  FeatureReport,
  FeatureSummary,
} from "./describe-types.js";
export type { CustomerFeatures, FeatureOptions } from "./feature-types.js";
export { customerFeatures } from "./features.js";
export type { BinsOf, BinsOption, CutsOption, FitOptions, NoCuts } from "./fit-options.js";
export { fitScores } from "./fit-scores.js";
export { computeRfmFromSummary, type RfmSummaryOptions, type SummaryCustomer } from "./from-summary.js";
export { computeRfm, type RfmOptions } from "./rfm.js";
export { type Score, type Scored, type ScoredColumns, type Scores, scoreCustomers } from "./score.js";
export type { Ruler, Scorer } from "./scorer.js";
export type { CountOptions, RfmOutput } from "./settings.js";
export type { RfmState, StoredId, StoredTotals } from "./state.js";
