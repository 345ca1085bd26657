import type { ClusterComparison } from "../cluster/compare.js";
import type { LabelledCluster } from "../cluster/label.js";
import type { ClusterModel } from "../cluster/model.js";
import type { GroupForecast, GroupForecastRange } from "../lifetime/forecast-group.js";
import type { TrackedStep } from "../lifetime/track.js";
import type { ProgrammeEvaluation } from "../loyalty/evaluate.js";
import type { CohortPeriod } from "../migration/cohort-types.js";
import type { Migration, Told } from "../migration/migration-types.js";
import type { ParetoSummary } from "../pareto/summary.js";
import type { GatewayProducts } from "../products/gateway-types.js";
import type { SegmentProducts } from "../products/product-types.js";
import type { SegmentSummary } from "../segment/summary.js";
import type { LogReport } from "../transactions/log-types.js";

/** A forecast of a group, and what it is of. */
export interface ForecastFacts extends GroupForecast, Partial<Omit<GroupForecastRange, keyof GroupForecast>> {
  /** Days that are looked ahead. */
  readonly days: number;
  /** The level of the intervals, such as 0.95, where there are any. */
  readonly level?: number | undefined;
  /** `identified` of the model of purchases; where it is `false`, the forecast is said to be rough. */
  readonly identified?: boolean | undefined;
}

/** A migration, and the days it lies between. */
export interface MigrationFacts extends Migration<string, unknown, Told> {
  /** `YYYY-MM-DD`. */
  readonly before: string;
  readonly after: string;
}

/** The clusters of a model, with names, and how their number was chosen. */
export interface ClusterFacts {
  readonly model: ClusterModel;
  readonly labels?: readonly LabelledCluster[] | undefined;
  readonly comparison?: ClusterComparison | undefined;
}

/**
 * What is known of a shop. Each part is what a function of rfm-kit returned, as it returned it; a part that is left out is
 * not spoken of.
 */
export interface Facts {
  /** The day recency is counted to, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
  /** `report` of `transactionLog`. */
  readonly log?: LogReport | undefined;
  /** Of `summarizeSegments`. */
  readonly segments?: readonly SegmentSummary[] | undefined;
  /** Of `summarizePareto`. */
  readonly pareto?: ParetoSummary | undefined;
  readonly clusters?: ClusterFacts | undefined;
  /** `{ before, after, ...migrateSegments(…) }`. */
  readonly migration?: MigrationFacts | undefined;
  /** Of `cohortRetention`. */
  readonly retention?: readonly CohortPeriod[] | undefined;
  /** `{ days, level, ...forecastGroup(…) }`. */
  readonly forecast?: ForecastFacts | undefined;
  /** Of `trackForecast`. */
  readonly tracking?: readonly TrackedStep[] | undefined;
  /** Of `evaluateProgramme`. */
  readonly programme?: ProgrammeEvaluation<unknown> | undefined;
  /** Of `segmentProducts`. */
  readonly products?: SegmentProducts | undefined;
  /** Of `gatewayProducts`. */
  readonly gateways?: GatewayProducts | undefined;
}
