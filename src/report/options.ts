import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { checkWholeFrom } from "../core/whole.js";
import { checkLocale } from "../locale/check-locale.js";
import { en } from "../locale/en/index.js";
import type { Locale } from "../locale/locale.js";
import { checkFacts } from "../narrative/options.js";
import type { RenderChart } from "./draw.js";

/** How a report is written. */
export interface ReportOptions {
  /** The language. Default: `en` of `rfm-kit/locale`. */
  readonly locale?: Locale | undefined;
  /** The currency of the amounts, such as `"EUR"`. Default: amounts without a sign. */
  readonly currency?: string | undefined;
  /** What the report is called. Default: that of the language, such as "Customer report". */
  readonly title?: string | undefined;
  /** The most rows of a list that can be long, such as the products. Default: 10. */
  readonly rows?: number | undefined;
  /**
   * The most customers that are listed with their ids, which are personal data: those whom a programme admits.
   * Default: 0.
   */
  readonly listCustomers?: number | undefined;
  /** Attributes of the log whose values are told, such as the country; one may hold personal data. Default: none. */
  readonly attributes?: readonly string[] | undefined;
}

/** How a page is written. */
export interface HtmlReportOptions extends ReportOptions {
  /** Draws the charts: gets a specification of Vega or Vega-Lite, and gives it as SVG. Default: no charts. */
  readonly renderChart?: RenderChart | undefined;
}

/** The options with what they leave open. */
export interface ReportSettings {
  readonly locale: Locale;
  readonly currency: string | undefined;
  readonly title: string | undefined;
  readonly rows: number;
  readonly listCustomers: number;
  readonly attributes: readonly string[];
}

/** Refuses facts that are none, and options that are unknown or senseless. */
export function readReportOptions(
  caller: string,
  facts: unknown,
  options: ReportOptions,
  more: readonly string[] = [],
): ReportSettings {
  checkFacts(caller, facts);
  checkOptions(caller, options, [
    "locale",
    "currency",
    "title",
    "rows",
    "listCustomers",
    "attributes",
    ...more,
  ]);
  const locale: unknown = options.locale ?? en;
  checkLocale(caller, "locale", locale, en);
  const { currency, title, rows = 10, listCustomers = 0 } = options;
  if (title !== undefined && (typeof title !== "string" || title.trim() === "")) {
    throw new RfmError({ caller, code: "invalidOption", path: "title", expected: "a text", received: title });
  }
  return {
    locale,
    currency,
    title,
    rows: checkWholeFrom(caller, "rows", rows, 1),
    listCustomers: checkWholeFrom(caller, "listCustomers", listCustomers, 0),
    attributes: checkNames(caller, options.attributes ?? []),
  };
}

function checkNames(caller: string, received: unknown): readonly string[] {
  if (Array.isArray(received) && received.every((name) => typeof name === "string")) return received;
  const expected = "a list of names of attributes";
  throw new RfmError({ caller, code: "invalidOption", path: "attributes", expected, received });
}
