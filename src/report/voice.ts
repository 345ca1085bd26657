import type { Formats } from "../locale/formats.js";
import type { Locale } from "../locale/locale.js";
import type { ReportHead } from "../locale/report-heads.js";
import type { ReportTexts } from "../locale/report-texts.js";
import { segmentName } from "../locale/segment-name.js";
import type { Narrative, Sentence } from "../narrative/sentence.js";
import {
  type Block,
  type Cell,
  type ColumnOf,
  figures,
  type Inline,
  list,
  name,
  note,
  paragraph,
  words,
} from "./blocks.js";
import type { Draw } from "./draw.js";

/** What every section speaks with. */
export interface Voice {
  readonly locale: Locale;
  readonly formats: Formats;
  readonly narrative: Narrative;
  /** Charts; none where nobody renders them. */
  readonly draw: Draw;
  /** The most rows of a list that can be long. */
  readonly rows: number;
  /** The most customers that are listed. */
  readonly listCustomers: number;
  /** The attributes of the log whose values are told. */
  readonly attributes: readonly string[];
}

/** How figures are shown: what is not known as a dash. */
export interface Shown {
  readonly count: (value: number | null) => string;
  readonly share: (value: number | null) => string;
  readonly money: (value: number | null) => string;
  readonly decimal: (value: number | null, digits?: number) => string;
  /** With so many decimals, so that points stand below each other. */
  readonly fixed: (value: number | null, digits: number) => string;
  /** Of a test: three decimals, and no 0 where it is less. */
  readonly chance: (value: number | null) => string;
  readonly range: (low: string, high: string) => string;
}

export const UNKNOWN = "–";

export function shownBy({ formats, locale }: Pick<Voice, "formats" | "locale">): Shown {
  const { count, share, money, decimal } = formats;
  const or = (show: (value: number) => string) => (value: number | null) =>
    value === null ? UNKNOWN : show(value);
  const fixed = (digits: number) =>
    new Intl.NumberFormat(locale.language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  return {
    count: or(count),
    share: or(share),
    money: or(money),
    decimal: (value, digits = 1) => or((known) => decimal(known, digits))(value),
    fixed: (value, digits) => or((known) => fixed(digits).format(known))(value),
    chance: or((p) => (p < 0.001 ? `< ${decimal(0.001, 3)}` : fixed(3).format(p))),
    range: (low, high) => (low === UNKNOWN && high === UNKNOWN ? UNKNOWN : `${low} – ${high}`),
  };
}

/** How the language calls a segment; one of the shop's own is a name. */
export function segmentOf({ locale }: Voice, segment: string): Inline {
  const called = segmentName(locale, segment);
  return called === segment ? name(segment) : called;
}

/** Sentences of these names, such as `gateway` of `products.gateway`; of other names where `isOf` is false. */
export function pick(sentences: readonly Sentence[], names: readonly string[], isOf = true): Sentence[] {
  return sentences.filter(({ id }) => names.includes(id.slice(id.indexOf(".") + 1)) === isOf);
}

/** The sentences of a part, in a paragraph. */
export function told(sentences: readonly Sentence[]): Block[] {
  return sentences.length === 0 ? [] : [paragraph([sentences.map(({ text }) => text).join(" ")])];
}

/** The same, one below the other. */
export function listed(sentences: readonly Sentence[]): Block[] {
  return sentences.length === 0 ? [] : [list(sentences.map(({ text }) => text))];
}

/** The first rows of a list that is longer, and a note that says so. */
export function firstOf<Row>(
  { rows: most, formats, locale }: Voice,
  rows: readonly Row[],
  show: (rows: readonly Row[]) => readonly Block[],
  limit = most,
): Block[] {
  const { first } = locale.report.notes;
  const shown = show(rows.slice(0, limit));
  const isCut = rows.length > limit && shown.length > 0;
  return [...shown, ...(isCut ? [note(first(formats.count(limit), formats.count(rows.length)))] : [])];
}

/** Columns that take their heads from the language. */
export function columnsOf({ heads }: ReportTexts) {
  return {
    text: <Row>(head: ReportHead, cell: (row: Row) => Cell): ColumnOf<Row> => words(heads[head], cell),
    figure: <Row>(head: ReportHead, cell: (row: Row) => Cell): ColumnOf<Row> => figures(heads[head], cell),
  };
}

/** Sentences about one thing after another, those about one in a line. */
export function byThing(sentences: readonly Sentence[], key: string): Block[] {
  const lines = new Map<unknown, string[]>();
  for (const { facts, text } of sentences) {
    const line = lines.get(facts[key]);
    if (line === undefined) lines.set(facts[key], [text]);
    else line.push(text);
  }
  return lines.size === 0 ? [] : [list(Array.from(lines.values(), (texts) => texts.join(" ")))];
}

/** A text of the language around a piece that is no text of its own. */
export function around(say: (piece: string) => string, piece: Inline): Inline[] {
  if (typeof piece === "string") return [say(piece)];
  // No text of a language holds this character.
  return say("\0")
    .split("\0")
    .flatMap((words, i) => [...(i === 0 ? [] : [piece]), ...(words === "" ? [] : [words])]);
}
