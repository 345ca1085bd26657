import { cohortRetentionChart } from "../chart/cohort-retention.js";
import { migrationFlowChart } from "../chart/migration-flow.js";
import { migrationMatrixChart } from "../chart/migration-matrix.js";
import type { CohortPeriod } from "../migration/cohort-types.js";
import type { MigrationFlow, Told } from "../migration/migration-types.js";
import type { MigrationFacts } from "../narrative/facts.js";
import { type Block, figures, heading, type Inline, note, table } from "./blocks.js";
import { columnsOf, firstOf, pick, segmentOf, shownBy, told, type Voice } from "./voice.js";

const OF_COHORTS = ["retentionMonth", "retentionWeek"];

/** Who went where between two days, and how many of each cohort came back. */
export function migration(
  voice: Voice,
  moved: MigrationFacts | undefined,
  cohorts: readonly CohortPeriod[] | undefined,
): Block[] {
  const { captions, headings } = voice.locale.report;
  const said = voice.narrative.migration;
  return [
    ...told(pick(said, OF_COHORTS, false)),
    ...(moved === undefined
      ? []
      : [
          ...voice.draw((look) => migrationFlowChart(moved, look)),
          ...movements(voice, moved),
          ...flows(voice, moved),
          ...voice.draw((look) => migrationMatrixChart(moved, look)),
        ]),
    ...(cohorts === undefined || cohorts.length === 0
      ? []
      : [
          heading(headings.retention),
          ...told(pick(said, OF_COHORTS)),
          ...voice.draw((look) => cohortRetentionChart(cohorts, look)),
          ...retention(voice, cohorts, captions.retention),
        ]),
  ];
}

function movements(voice: Voice, { segments }: MigrationFacts): readonly Block[] {
  const { text, figure } = columnsOf(voice.locale.report);
  const { count, money } = shownBy(voice);
  return table(voice.locale.report.captions.movements, segments, [
    text("segment", ({ segment }) => segmentOf(voice, segment)),
    figure("before", ({ before }) => count(before)),
    figure("entered", ({ entered }) => count(entered)),
    figure("movedIn", ({ movedIn }) => count(movedIn)),
    figure("movedOut", ({ movedOut }) => count(movedOut)),
    figure("left", ({ left }) => count(left)),
    figure("drift", ({ drift }) => count(drift)),
    figure("after", ({ after }) => count(after)),
    figure("revenueBefore", ({ revenueBefore }) => money(revenueBefore)),
    figure("revenueAfter", ({ revenueAfter }) => money(revenueAfter)),
  ]);
}

/** The largest flows to another segment. */
function flows(voice: Voice, { flows }: MigrationFacts): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, share } = shownBy(voice);
  const called = (segment: string | null): Inline =>
    segment === null ? report.heads.absent : segmentOf(voice, segment);
  const between = flows.filter(({ from, to }) => from !== to).sort(byFallingCustomers);
  return firstOf(voice, between, (rows) =>
    table(report.captions.flows, rows, [
      text("from", ({ from }) => called(from)),
      text("to", ({ to }) => called(to)),
      figure("customers", ({ customers }) => count(customers)),
      figure("shareOfFrom", (row) => share(row.share)),
    ]),
  );
}

const byFallingCustomers = (a: MigrationFlow<string, Told>, b: MigrationFlow<string, Told>): number =>
  b.customers - a.customers;

/** As many periods as fit beside each other on paper. */
const PERIODS = 13;

interface Cohort {
  readonly cohort: string;
  readonly size: number;
  readonly periods: ReadonlyMap<number, CohortPeriod>;
}

/** A row a cohort, a column a period since that of the first purchase. */
function retention(voice: Voice, cohorts: readonly CohortPeriod[], caption: string): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, share } = shownBy(voice);
  const rows = byCohort(cohorts);
  const last = Math.max(...cohorts.map(({ period }) => period));
  const periods = Array.from({ length: Math.min(last + 1, PERIODS) }, (_, period) =>
    figures<Cohort>(count(period), (row) => {
      const found = row.periods.get(period);
      if (found === undefined) return "";
      return `${share(found.retained)}${found.complete ? "" : "*"}`;
    }),
  );
  const isIncomplete = cohorts.some(({ complete, period }) => !complete && period < PERIODS);
  return [
    ...table(caption, rows, [
      text("cohort", ({ cohort }) => cohort),
      figure("customers", ({ size }) => count(size)),
      ...periods,
    ]),
    ...(isIncomplete ? [note(report.notes.incomplete)] : []),
    ...(last >= PERIODS ? [note(report.notes.first(count(PERIODS), count(last + 1)))] : []),
  ];
}

function byCohort(cohorts: readonly CohortPeriod[]): Cohort[] {
  const found = new Map<string, { cohort: string; size: number; periods: Map<number, CohortPeriod> }>();
  for (const row of cohorts) {
    const known = found.get(row.cohort);
    if (known === undefined) {
      const periods = new Map([[row.period, row]]);
      found.set(row.cohort, { cohort: row.cohort, size: row.size, periods });
    } else known.periods.set(row.period, row);
  }
  return [...found.values()];
}
