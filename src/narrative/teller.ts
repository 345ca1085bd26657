import { RfmError } from "../core/error.js";
import { greatestOfFinding } from "../core/false-discovery.js";
import { openFormats } from "../locale/formats.js";
import type { NarrativeSentences, NarrativeTexts } from "../locale/narrative-texts.js";
import { segmentName } from "../locale/segment-name.js";
import type { Shown } from "../locale/shown.js";
import { plainName } from "./name.js";
import type { NarrativeLocale } from "./options.js";
import type { Sentence, SentenceFacts, SentenceId, Topic } from "./sentence.js";

type Fact = number | string | null;

/** What a sentence shows, and the fact that it shows; a phrase shows facts that are given beside it. */
export interface Piece extends Shown {
  readonly fact: Fact | undefined;
}

/** The pieces of one sentence. */
type PiecesOf<Say> = Say extends (pieces: infer Named) => string
  ? { readonly [Name in keyof Named]: Piece }
  : never;

/** Makes sentences of a language. */
export interface Teller {
  readonly locale: NarrativeLocale;
  readonly texts: NarrativeTexts;
  /** 1 − level: what is claimed has a q-value of at most this. */
  readonly alpha: number | undefined;
  readonly count: (value: number) => Piece;
  /** Whole from a hundred up, with a decimal below. */
  readonly quantity: (value: number) => Piece;
  readonly decimal: (value: number, digits: number) => Piece;
  readonly share: (value: number) => Piece;
  readonly percent: (value: number) => Piece;
  readonly money: (value: number) => Piece;
  readonly day: (value: string) => Piece;
  /** A segment or a label by the name that the language has for it. */
  readonly segment: (id: string) => Piece;
  readonly segments: (ids: readonly string[]) => Piece;
  /** A name from data: `id` is the fact. */
  readonly name: (id: unknown, name?: string | null) => Piece;
  /** Several phrases as one. */
  readonly phrases: (texts: readonly string[]) => Piece;
  readonly phrase: (text: string) => Piece;
  /** A sentence; `more` are facts beside those of the pieces. */
  readonly say: <T extends Topic, K extends keyof NarrativeSentences[T] & string>(
    topic: T,
    key: K,
    pieces: PiecesOf<NarrativeSentences[T][K]>,
    more?: SentenceFacts,
  ) => Sentence;
}

/** Opens the formats of a language, and its sentences. */
export function openTeller(
  caller: string,
  {
    locale,
    currency,
    level,
  }: { locale: NarrativeLocale; currency: string | undefined; level: number | undefined },
): Teller {
  const formats = openFormats(caller, locale.language, currency);
  const texts = locale.narrative;
  const decimal = (value: number, digits: number) => number(value, formats.decimal(value, digits), digits);
  const quoted = (name: string) => texts.quote(plainName(name));
  const named = (id: string) => quoted(segmentName(locale, id));
  const phrase = (text: string) => ({ text, number: Number.NaN, fact: undefined });
  return {
    locale,
    texts,
    alpha: level === undefined ? undefined : greatestOfFinding(level),
    count: (value) => number(value, formats.count(value), 0),
    quantity: (value) => decimal(value, digitsOf(value)),
    decimal,
    share: (value) => number(value, formats.share(value), 3),
    percent: (value) => number(value, formats.percent(value), 3),
    money: (value) => word(value, formats.money(value)),
    day: (value) => word(value, formats.day(checkDay(caller, value))),
    segment: (id) => word(id, named(id)),
    segments: (ids) => ({ ...word(ids.join(", "), formats.list(ids.map(named))), number: ids.length }),
    name: (id, name) => word(factOf(id), quoted(name ?? String(id))),
    phrases: (parts) => phrase(formats.list(parts)),
    phrase,
    say: (topic, key, pieces, more = {}) => {
      const id = `${topic}.${key}` as SentenceId;
      const facts = { ...factsOf(caller, id, pieces), ...more };
      const say = texts.sentences[topic][key] as (pieces: object) => string;
      return { id, text: say(pieces), facts };
    },
  };
}

const number = (fact: number, text: string, digits: number): Piece => {
  return { fact, text, number: Number(Number(fact).toFixed(digits)) };
};
const word = (fact: Fact, text: string): Piece => ({ fact, text, number: Number.NaN });

/** Small numbers keep a digit that is not 0. */
function digitsOf(value: number): number {
  const size = Math.abs(value);
  if (size >= 100) return 0;
  return size >= 0.1 || size === 0 ? 1 : 3;
}

function factOf(id: unknown): Fact {
  return typeof id === "number" || id === null ? id : String(id);
}

function factsOf(caller: string, id: SentenceId, pieces: Readonly<Record<string, Piece>>) {
  const facts: Record<string, Fact> = {};
  for (const [name, { fact }] of Object.entries(pieces)) {
    if (fact === undefined) continue;
    if (typeof fact === "number" && !Number.isFinite(fact)) throw notFinite(caller, `${id}.${name}`, fact);
    facts[name] = fact;
  }
  return facts;
}

function notFinite(caller: string, path: string, received: unknown): RfmError {
  const expected = "a finite number, as the functions of rfm-kit return them";
  return new RfmError({ caller, code: "invalidInput", path, expected, received });
}

function checkDay(caller: string, day: unknown): string {
  if (typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))) return day;
  const refusal = { caller, code: "invalidInput", path: "facts", received: day } as const;
  throw new RfmError({ ...refusal, expected: "days as YYYY-MM-DD" });
}
