import { forecastTrackingChart } from "../chart/forecast-tracking.js";
import type { TrackedStep } from "../lifetime/track.js";
import type { ForecastFacts } from "../narrative/facts.js";
import { type Block, heading, note, table } from "./blocks.js";
import { columnsOf, pick, shownBy, told, type Voice } from "./voice.js";

const OF_TRACKING = ["trackedHigh", "trackedLow", "trackedClose", "trackedNone", "untracked"];

/** What is expected of the customers, and how the model has done so far. */
export function forecast(
  voice: Voice,
  expected: ForecastFacts | undefined,
  steps: readonly TrackedStep[] | undefined,
): Block[] {
  const { headings } = voice.locale.report;
  const said = voice.narrative.forecast;
  return [
    ...told(pick(said, OF_TRACKING, false)),
    ...(expected === undefined ? [] : outlook(voice, expected)),
    ...(steps === undefined || steps.length === 0
      ? []
      : [
          heading(headings.tracking),
          ...told(pick(said, OF_TRACKING)),
          ...voice.draw((look) => forecastTrackingChart(steps, { ...look, measure: "total" })),
          ...tracking(voice, steps),
        ]),
  ];
}

function outlook(voice: Voice, facts: ForecastFacts): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, money, share, range } = shownBy(voice);
  const between = (
    show: (value: number | null) => string,
    low: number | null | undefined,
    high: number | null | undefined,
  ) => range(show(low ?? null), show(high ?? null));
  const rows = [
    {
      label: report.heads.expectedPurchases,
      value: count(facts.expectedPurchases),
      interval: between(count, facts.purchasesLow, facts.purchasesHigh),
    },
    {
      label: report.heads.expectedRevenue,
      value: money(facts.expectedRevenue),
      interval: between(money, facts.revenueLow, facts.revenueHigh),
    },
    {
      label: report.heads.presentValue,
      value: money(facts.value),
      interval: between(money, facts.valueLow, facts.valueHigh),
    },
  ];
  return [
    ...table(report.forecastCaption(count(facts.days)), rows, [
      text("measure", ({ label }) => label),
      figure("expected", ({ value }) => value),
      figure("interval", ({ interval }) => interval),
    ]),
    ...(facts.level === undefined ? [] : [note(report.notes.interval(share(facts.level)))]),
  ];
}

/** The most steps of a table; a longer course is told in wider steps. */
const STEPS = 26;

/** The course in at most so many rows, those that close a stretch of steps: what is added up stays exact. */
function tracking(voice: Voice, steps: readonly TrackedStep[]): readonly Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, share } = shownBy(voice);
  const width = Math.ceil(steps.length / STEPS);
  const rows = steps.filter((_, i) => (steps.length - 1 - i) % width === 0);
  const difference = ({ actualTotal, expectedTotal }: TrackedStep) =>
    expectedTotal === 0 ? null : actualTotal / expectedTotal - 1;
  return table(report.captions.tracking, rows, [
    text("upTo", ({ day }) => voice.formats.day(day)),
    text("afterCalibration", ({ isHoldout }) => (isHoldout ? report.yes : report.no)),
    figure("actualTotal", ({ actualTotal }) => count(actualTotal)),
    figure("expectedTotal", ({ expectedTotal }) => count(expectedTotal)),
    figure("difference", (step) => share(difference(step))),
  ]);
}
