import type { Facts } from "../narrative/facts.js";
import { documentOf } from "./document.js";
import { markdownOf } from "./markdown-page.js";
import { type ReportOptions, readReportOptions } from "./options.js";

/**
 * The report of {@link reportHtml} as GitHub-flavoured Markdown, without charts: the same parts, sentences and tables.
 * Whatever a name holds, it is shown as it is.
 *
 * Cost: O(facts).
 *
 * @param facts what functions of rfm-kit returned, as they returned it.
 * @throws RfmError on unknown facts or options, on a language that lacks texts, and on an unknown currency.
 * @see GitHub Flavored Markdown Spec, version 0.29.
 * @example
 * ```ts
 * import { summarizePareto } from "rfm-kit";
 * import { reportMarkdown } from "rfm-kit/report";
 *
 * const pareto = summarizePareto([{ monetary: 80 }, { monetary: 10 }, { monetary: 6 }, { monetary: 4 }]);
 * const text = reportMarkdown({ pareto }, { title: "Shop #1" });
 * text.split("\n")[0]; // => "# Shop \\#1"
 * text.includes("| Revenue of the top 20.0% | 1 | 20.0% | 80.0% |"); // => true
 * ```
 */
export function reportMarkdown(facts: Facts, options: ReportOptions = {}): string {
  const settings = readReportOptions(CALLER, facts, options);
  return markdownOf(documentOf(CALLER, facts, settings, () => []));
}

const CALLER = "reportMarkdown";
