/**
 * Who belongs in a loyalty programme, on what evidence, and what would have become of its members.
 *
 * @module rfm-kit/loyalty
 */
export type { Estimate, GroupMean, MeanComparison } from "../core/two-groups.js";
export type { ActionGroup, ProgrammeAction } from "./actions.js";
export type { ConditionName, MemberFigures, ProgrammeConditions } from "./conditions.js";
export { defineProgramme, type ProgrammeOptions, type ProgrammeTerms } from "./define.js";
export type { EligibleCustomer } from "./eligible.js";
export {
  evaluateProgramme,
  type ProgrammeEntry,
  type ProgrammeEvaluation,
  type ProgrammeExit,
  type ProgrammeProfile,
} from "./evaluate.js";
export type { EvaluationOptions } from "./evaluation-options.js";
export type { LaterEvidence, ProgrammeEvidence } from "./evidence.js";
export type { ExpectedRevenue, HorizonForecast, ProgrammeForecast } from "./forecast.js";
export { type HoldBackDesign, holdBackDesign } from "./hold-back.js";
export { testHypothesis } from "./hypothesis.js";
export type {
  ClaimName,
  HypothesisEffect,
  HypothesisOptions,
  HypothesisTest,
  TestOptions,
} from "./hypothesis-types.js";
export type { OverRepresented, Representation } from "./over-represented.js";
export type { FigureComparison, GroupQuartiles, ProfileFigure } from "./profile.js";
export type { LoyaltyProgramme, ProgrammeSelection } from "./programme-types.js";
export type { HoldBackOptions } from "./read-trial.js";
export { replayProgramme } from "./replay.js";
export type {
  Membership,
  ProgrammeCourse,
  ProgrammeMonth,
  ProgrammeReplay,
  ReplayOptions,
} from "./replay-types.js";
export type { ProgrammeRevenue, RevenueSplit, WindowRevenue } from "./revenue.js";
export type { ProgrammeCustomer } from "./select.js";
export type { ThresholdSensitivity } from "./sensitivity.js";
export type { ProgrammeSize } from "./size.js";
