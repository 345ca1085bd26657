import { type Mutant, mutantsIn } from "./mutant.js";

const READ = "toCsv writes what PapaParse and d3-dsv read back, whatever the texts and options";
const FORMULA =
  "toCsv lets no text and no header pass that a spreadsheet would calculate, and changes no other";
const NUMBERS = "toCsv writes numbers that are the same when they are read, with a point or a comma";
const LINES = "starSchema equals a look at all lines, and every key is unique and in its dimension";
const DAYS = "starSchema has every calendar day once, as the calendar has it";
const FEW =
  "anonymise tells nothing of fewer than k customers, by a group or by what is left of the totals, and no more is withheld";
const MERGED = "anonymise merges segments into what summarizeSegments says of them as one";

const mutant = mutantsIn("export");

/** Mistakes in what leaves for other programs. */
export const exportMutants: readonly Mutant[] = [
  mutant(
    "columns-of-the-first-row",
    "to-csv",
    "const names = namesOf(rows);",
    "const names = namesOf(rows.slice(0, 1));",
    READ,
  ),
  mutant(
    "inherited-cells",
    "to-csv",
    'Object.hasOwn(given, name) ? given[name] : ""',
    "String(given[name])",
    READ,
  ),
  mutant("no-end-of-the-last-line", "to-csv", " + settings.newline;", ";", READ),
  mutant("a-blank-line", "csv-cells", `return '""';`, 'return "";', READ),
  mutant("a-cell-as-byte-order-mark", "csv-cells", "text.startsWith(MARK)", "text === MARK", READ),
  mutant("quotes-once", "csv-cells", `'""')}"`, `'"')}"`, READ),
  mutant("headers-calculate", "to-csv", "harmless(header)", "header", FORMULA),
  mutant("unseen-before-a-formula", "formula", "[\\s\\p{Cc}\\p{Cf}]*", "\\s*", FORMULA),
  mutant("line-breaks-calculate", "formula", "(?:\\p{Cc}|", "(?:", FORMULA),
  mutant("full-width-calculates", "formula", "\\uFF20", "", FORMULA),
  mutant("decimal-point-stays", "csv-cells", '.replace(".", ",")', "", NUMBERS),
  mutant("strangers-twice", "star-members", "if (inLog[at] === 0) list", "list", LINES),
  mutant("absent-are-not-counted", "star-segments", "customers: absent }", "customers: 0 }", LINES),
  mutant(
    "share-of-the-absent-too",
    "star-segments",
    "(segmented.length || 1)",
    "(segmented.length + absent || 1)",
    LINES,
  ),
  mutant("segment-of-the-one-before", "star-customers", "segmentOf[customerKey] =", "segmentOf[at] =", LINES),
  mutant("dropped-rows-sell", "star-sales", "if (days[sale] === NO_DAY) continue;", "", LINES),
  mutant("nothing-is-a-return", "star-sales", "isReturn: amount < 0", "isReturn: amount <= 0", LINES),
  mutant("no-product-is-the-first", "star-sales", "product < 0 ? 0 :", "product < 0 ? 1 :", LINES),
  mutant("a-sale-is-its-place", "star-sales", "      sale,\n", "      sale: sales.length,\n", LINES),
  mutant("rarest-name", "transactions/product-names", "ofB - ofA", "ofA - ofB", LINES),
  mutant("last-name-by-alphabet", "transactions/product-names", "a < b ? -1 : 1", "a < b ? 1 : -1", LINES),
  mutant(
    "names-with-their-spaces",
    "transactions/product-names",
    "String(value).trim()",
    "String(value)",
    LINES,
  ),
  mutant("no-last-day", "star-dates", "length: last - first + 1", "length: last - first", DAYS),
  mutant(
    "week-of-the-calendar-year",
    "star-dates",
    "isoYear, isoWeek, weekday }",
    "isoYear: year, isoWeek, weekday }",
    DAYS,
  ),
  mutant("quarters-of-four", "star-dates", "Math.ceil(month / 3)", "Math.ceil(month / 4)", DAYS),
  mutant("weekdays-from-zero", "star-dates", "number - startOf(week) + 1", "number - startOf(week)", DAYS),
  mutant(
    "one-alone-is-covered",
    "small-groups",
    "(small.size > 1 && together >= k)",
    "together >= k || small.size < k",
    FEW,
  ),
  mutant("two-are-enough", "small-groups", "(small.size > 1 && together >= k)", "small.size > 1", FEW),
  mutant("the-empty-cover", "small-groups", "rows[row].customers > 0", "rows[row].customers >= 0", FEW),
  mutant("one-more-than-needed", "small-groups", "together >= k);", "together > k);", FEW),
  mutant("places-tell", "withhold", "hidden.sort(byTexts)", "hidden", FEW),
  mutant(
    "means-not-weighted",
    "merge-groups",
    "row.customers * (row[name] as number)",
    "(row[name] as number)",
    MERGED,
  ),
  mutant("per-customer-for-per-order", "merge-groups", "revenue / purchases", "revenue / customers", MERGED),
  mutant("too-few-in-all", "anonymise", "others.customers < k ?", "others.customers < 0 ?", MERGED),
];
