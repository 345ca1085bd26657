export type { Bins, ScoredWith } from "../core/bins.js";
export { sumScores, weighScores } from "./composite.js";
export type { CutPoints } from "./cuts.js";
export type { BinsOf, BinsOption, CutsOption, FitOptions, NoCuts } from "./fit-options.js";
export { computeRfmFromSummary, type RfmSummaryOptions, type SummaryCustomer } from "./from-summary.js";
export { computeRfm, type RfmCustomer, type RfmOptions } from "./rfm.js";
export { type Score, type Scored, type Scores, scoreCustomers } from "./score.js";
export { fitScores, type RfmValues, type ScoreModel } from "./score-model.js";
export type { RecencyForm } from "./window.js";
