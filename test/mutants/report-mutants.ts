import { type Mutant, mutantsIn } from "./mutant.js";

const PARSED =
  "reportHtml is parsed to the names it was given, in elements and attributes of its own, without a fault";
const REGIONS = "reportHtml gives a region of a table the name that its caption has";
const SAME =
  "reportMarkdown says line by line what reportHtml says, and whatever names hold makes no element of its own";

const mutant = mutantsIn("report");

/** Mistakes in how a report is written. */
export const reportMutants: readonly Mutant[] = [
  mutant("report-opens-a-tag", "markup", "[&<>\"'`=]", "[&>\"'`=]", PARSED),
  mutant("report-lets-a-reference-in", "markup", "[&<>\"'`=]", "[<>\"'`=]", PARSED),
  mutant("report-ends-an-attribute", "markup", "[&<>\"'`=]", "[&<>'`=]", PARSED),
  mutant("report-holds-controls", "markup", "[\\p{Cc}\\p{Surrogate}", "[\\p{Surrogate}", PARSED),
  mutant(
    "report-names-a-region-otherwise",
    "html-blocks",
    '"string" ? inline : inline.name)',
    '"string" ? inline : "")',
    REGIONS,
  ),
  mutant("report-splits-a-cell", "markdown-text", "[\\\\`*_[\\]<>|~&#$@]", "[\\\\`*_[\\]<>~&#$@]", SAME),
  mutant("report-lets-emphasis-in", "markdown-text", "[\\\\`*_[\\]<>|~&#$@]", "[\\\\`_[\\]<>|~&#$@]", SAME),
  mutant("report-lets-html-in", "markdown-text", "[\\\\`*_[\\]<>|~&#$@]", "[\\\\`*_[\\]>|~&#$@]", SAME),
  mutant("report-lets-a-backslash-in", "markdown-text", "[\\\\`*_[\\]<>|~&#$@]", "[`*_[\\]<>|~&#$@]", SAME),
  mutant("report-links-addresses", "markdown-text", "|:(?=\\/\\/)", "", SAME),
  mutant("report-links-www", "markdown-text", "|(?<=www)\\.", "", SAME),
  mutant(
    "report-keeps-line-breaks",
    "markdown-text",
    'readable(text).replace(/\\s+/g, " ")',
    "readable(text)",
    SAME,
  ),
  mutant(
    "report-loses-notes-in-markdown",
    "markdown-page",
    "return [line(block.text)]",
    "return block.isNote ? [] : [line(block.text)]",
    SAME,
  ),
  mutant("report-joins-lists", "markdown-page", "md`* ${entry", "md`- ${entry", SAME),
];
