import { RfmError } from "../core/error.js";
import { checkChoice, checkOptions } from "../core/options.js";
import type { ChartTexts } from "../locale/chart-texts.js";
import { checkLocale } from "../locale/check-locale.js";
import { chart } from "../locale/en/chart.js";
import { clusters } from "../locale/en/clusters.js";
import { segments } from "../locale/en/segments.js";
import { type Formats, openFormats } from "../locale/formats.js";
import type { LocaleOf } from "../locale/locale.js";
import { segmentName } from "../locale/segment-name.js";
import type { ChartObject } from "./spec.js";
import { THEMES, type Theme } from "./theme.js";
import { vegaLocale } from "./vega-locale.js";

/** The parts of a language that charts speak with. */
export type ChartLocale = LocaleOf<"chart" | "clusters" | "segments">;

/** How every chart looks. */
export interface ChartOptions {
  /** The language. Default: `en` of `rfm-kit/locale`. */
  readonly locale?: ChartLocale | undefined;
  /** An ISO 4217 code, such as `"EUR"`. Default: money without a sign. */
  readonly currency?: string | undefined;
  /** Default: what the chart shows, in the language. */
  readonly title?: string | undefined;
  /** Default: `"light"`. */
  readonly theme?: keyof typeof THEMES | undefined;
  /** Of the whole picture in pixels, or `"container"` to fill the element it stands in. Default: 640. */
  readonly width?: number | "container" | undefined;
  /** Of the whole picture in pixels. Default: what the chart needs. */
  readonly height?: number | undefined;
}

const CHART_OPTIONS = ["locale", "currency", "title", "theme", "width", "height"] as const;

/** The options of a chart, opened. */
export interface Look {
  readonly texts: ChartTexts;
  readonly formats: Formats;
  /** A number in little room: `20K` in English. */
  readonly compact: (value: number) => string;
  /** How the language calls a segment. */
  readonly nameOf: (segment: string) => string;
  readonly theme: Theme;
  /** The format of an axis of money, and of an amount with cents. */
  readonly money: string;
  readonly title: string | undefined;
  readonly width: number | "container";
  readonly height: number | undefined;
  /** Whether it may be as narrow as a phone, so that what stands side by side has to go below each other. */
  readonly isNarrow: boolean;
  /** The pixels that are there at least. */
  readonly leastWidth: number;
  /** The sign of the currency, in parentheses after a space; nothing without one. */
  readonly sign: string;
  /** Numbers and dates of the language, as Vega wants them. */
  readonly locale: ChartObject;
}

const ENGLISH: ChartLocale = { language: "en", clusters, segments, chart };

/** Checks the options of a chart, and those of its own by their names. */
export function openLook(caller: string, options: ChartOptions, more: readonly string[] = []): Look {
  checkOptions(caller, options, [...CHART_OPTIONS, ...more]);
  const locale: unknown = options.locale ?? ENGLISH;
  checkLocale(caller, "locale", locale, ENGLISH);
  const { currency, title, width = 640, height } = options;
  const formats = openFormats(caller, locale.language, currency);
  const compact = new Intl.NumberFormat(locale.language, { notation: "compact" });
  const moneyOf = moneyFormat(locale.language, currency);
  const theme = THEMES[checkChoice(caller, "theme", options.theme ?? "light", ["light", "dark"])];
  if (width !== "container") checkSize(caller, "width", width);
  if (height !== undefined) checkSize(caller, "height", height);
  if (title !== undefined && typeof title !== "string") {
    const expected = "a text";
    throw new RfmError({ caller, code: "invalidOption", path: "title", expected, received: title });
  }
  return {
    texts: locale.chart,
    formats: { ...formats, money: (amount) => moneyOf(amount).format(amount) },
    compact: (value) => compact.format(value),
    nameOf: (segment) => segmentName(locale, segment),
    theme,
    money: currency === undefined ? ",.0f" : "$,.0f",
    title,
    width,
    height,
    isNarrow: width === "container" || width < 480,
    leastWidth: width === "container" ? PHONE : width,
    sign: currency === undefined ? "" : ` (${signOf(locale.language, currency)})`,
    locale: vegaLocale(locale.language, currency),
  };
}

/** A page on a phone, less its margins. */
const PHONE = 340;

/** Money as `openFormats` has it, with the shortest sign of the currency, since charts have little room. */
function moneyFormat(language: string, currency: string | undefined) {
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  const digits = (count: number) =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: count,
      maximumFractionDigits: count,
      ...(currency !== undefined && { ...style, currency }),
    });
  const [whole, withCents] = [digits(0), digits(2)];
  return (amount: number) => (Math.abs(amount) >= 1000 ? whole : withCents);
}

function signOf(language: string, currency: string): string {
  const parts = new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(1);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}

function checkSize(caller: string, path: string, size: unknown): void {
  if (typeof size === "number" && size >= 100 && size <= 10_000) return;
  const expected = `pixels from 100 to 10000${path === "width" ? ', or "container"' : ""}`;
  throw new RfmError({ caller, code: "invalidOption", path, expected, received: size });
}
