import { RfmError } from "../core/error.js";
import { checkChoice } from "../core/options.js";
import type { TrackedStep } from "../lifetime/track.js";
import { greatest, least } from "./bands.js";
import { emptyChart, legendOf, liteChart } from "./frame.js";
import { type ChartOptions, type Look, openLook } from "./options.js";
import { checkTable } from "./rows.js";
import type { ChartObject, ChartSpec } from "./spec.js";

/** A step of `trackForecast`, with the ends of an interval of what is drawn where there is one. */
export interface ChartStep extends TrackedStep {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** How {@link forecastTrackingChart} looks. */
export interface ForecastTrackingOptions extends ChartOptions {
  /** Purchases of each step, or all so far. Default: `"step"`. */
  readonly measure?: "step" | "total" | undefined;
}

/**
 * Repeat purchases beside those that a model expects, step by step: actual ones as a whole line, expected ones dashed, and a
 * rule where the calibration ends and the forecast begins. Steps with `low` and `high` have a band between them.
 *
 * Cost: O(steps).
 *
 * @param steps rows of `trackForecast`.
 * @returns a specification of Vega-Lite with two rows a step.
 * @throws RfmError on rows that are no steps, and on an unknown option.
 * @see Fader, Hardie and Lee (2005), figures 2 and 3.
 * @example
 * ```ts
 * import { forecastTrackingChart } from "rfm-kit/chart";
 *
 * const steps = [
 *   { day: "2024-01-08", isHoldout: false, actual: 3, expected: 2.6, actualTotal: 3, expectedTotal: 2.6 },
 *   { day: "2024-01-15", isHoldout: true, actual: 2, expected: 2.4, actualTotal: 5, expectedTotal: 5 },
 * ];
 * forecastTrackingChart(steps).description;
 * // => "Repeat purchases and their forecast. Repeat purchases by January 15, 2024: 5; expected: 5."
 * ```
 */
export function forecastTrackingChart(
  steps: readonly ChartStep[],
  options: ForecastTrackingOptions = {},
): ChartSpec {
  const look = openLook(CALLER, options, ["measure"]);
  const measure = checkChoice(CALLER, "measure", options.measure ?? "step", ["step", "total"]);
  checkTable(CALLER, "steps", steps, COLUMNS);
  checkDays(steps);
  const { titles, words, says } = look.texts;
  if (steps.length === 0) return emptyChart(look, titles.tracking);
  const isStep = measure === "step";
  const values = steps.flatMap((step) => [
    { day: timeOf(step.day), kind: words.actual, value: isStep ? step.actual : step.actualTotal },
    { day: timeOf(step.day), kind: words.expected, value: isStep ? step.expected : step.expectedTotal },
  ]);
  const last = steps[steps.length - 1];
  const { count, day } = look.formats;
  const said = says.tracked(day(last.day), count(last.actualTotal), count(last.expectedTotal));
  const caption = { title: titles.tracking, note: said, says: [said], height: 340, besidePlot: true };
  return liteChart(look, caption, { layer: layersOf(look, steps, values, isStep) });
}

const CALLER = "forecastTrackingChart";

const COLUMNS = {
  day: "text",
  isHoldout: "boolean",
  actual: "number",
  expected: "number",
  actualTotal: "number",
  expectedTotal: "number",
  low: "number?",
  high: "number?",
} as const;

/** As Vega has dates: milliseconds. */
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function checkDays(steps: readonly ChartStep[]): void {
  const row = steps.findIndex(({ day }) => !/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)));
  if (row === -1) return;
  const refusal = {
    caller: CALLER,
    code: "invalidValue",
    path: "day",
    row,
    received: steps[row].day,
  } as const;
  throw new RfmError({ ...refusal, expected: 'a day as trackForecast gives it, such as "2024-01-08"' });
}

function layersOf(
  look: Look,
  steps: readonly ChartStep[],
  values: readonly ChartObject[],
  isStep: boolean,
): ChartObject[] {
  const { words } = look.texts;
  const kinds = [words.actual, words.expected];
  const [blue, orange] = look.theme.categories;
  const x = { field: "day", type: "temporal", scale: { type: "utc" }, axis: timeAxis(look) };
  const numbers = [
    ...values.map(({ value }) => Number(value)),
    ...steps.flatMap(({ low, high }) => [low ?? 0, high ?? 0]),
  ];
  const domain = [Math.min(0, least(numbers)), greatest(numbers) * 1.12 || 1];
  const title = isStep ? words.repeatPurchases : words.allPurchases;
  const y = {
    field: "value",
    type: "quantitative",
    scale: { domain, nice: false },
    axis: { title, format: ",.0f", tickCount: 5, domain: false, ticks: false },
  };
  const legend = legendOf(look, {
    direction: "horizontal",
    symbolType: "stroke",
    symbolSize: 500,
    symbolStrokeWidth: 2,
  });
  const by = (range: readonly (string | readonly number[])[]) => ({
    field: "kind",
    type: "nominal",
    scale: { domain: kinds, range },
    legend,
  });
  const banded = steps.flatMap(({ day, low, high }) =>
    low == null || high == null ? [] : [{ day: timeOf(day), low, high }],
  );
  const start = steps.findLast(({ isHoldout }) => !isHoldout);
  const isForecast = steps.some(({ isHoldout }) => isHoldout);
  return [
    ...(banded.length > 0
      ? [
          {
            data: { values: banded },
            mark: { type: "area", color: orange, opacity: 0.25 },
            encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
          },
        ]
      : []),
    {
      data: { values },
      mark: { type: "line", strokeWidth: 2 },
      encoding: {
        x,
        y,
        color: by([blue, orange]),
        strokeDash: by([
          [1, 0],
          [6, 3],
        ]),
      },
    },
    ...(start !== undefined && isForecast ? holdoutOf(look, start.day, x) : []),
  ];
}

function timeAxis(look: Look): ChartObject {
  return { title: null, format: "%b %Y", tickCount: look.isNarrow ? 3 : 6, labelOverlap: true, grid: false };
}

function holdoutOf(look: Look, day: string, x: ChartObject): ChartObject[] {
  const data = { values: [{ day: timeOf(day) }] };
  return [
    {
      data,
      mark: { type: "rule", color: look.theme.muted, strokeDash: [3, 3], strokeWidth: 1.5 },
      encoding: { x },
    },
    {
      data,
      mark: {
        type: "text",
        align: "right",
        baseline: "top",
        dx: -5,
        dy: 2,
        fontSize: 11,
        color: look.theme.muted,
      },
      encoding: { x, y: { value: 0 }, text: { value: `${look.texts.words.holdout} →` } },
    },
  ];
}
