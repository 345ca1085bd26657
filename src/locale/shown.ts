/** A piece of a sentence as its readers see it, and what the words around it agree with. */
export interface Shown {
  /** As the language writes it; a name in its quotation marks. */
  readonly text: string;
  /** The number that the text shows, rounded as it is there; NaN for a name, a day or a phrase. */
  readonly number: number;
}

/** A sentence, made of pieces. */
export type Text<Piece extends string = never> = (pieces: Readonly<Record<Piece, Shown>>) => string;

/** A number with its noun, `zero` where there is none. */
type Counted = (count: Shown) => string;

/** The words of a language that agree with a number. */
export interface Plural {
  /** A word beside a counted noun, such as a verb. Of none it is that of one: "no customer was". */
  readonly word: (count: Shown, one: string, other: string) => string;
  /** The number and its noun: `noun("customer", "customers", "no customer")`; without `zero` like every other number. */
  readonly noun: (one: string, other: string, zero?: string) => Counted;
}

/** The plurals of a language that has two forms, by `Intl.PluralRules`. */
export function openPlural(language: string): Plural {
  const rules = new Intl.PluralRules(language);
  // Portuguese rules call 0 one, which it is not where it is written as a figure.
  const isOne = (number: number) => number !== 0 && rules.select(Math.abs(number)) === "one";
  return {
    word: ({ number }, one, other) => (number === 0 || isOne(number) ? one : other),
    noun: (one, other, zero) => (count) =>
      count.number === 0 && zero !== undefined ? zero : `${count.text} ${isOne(count.number) ? one : other}`,
  };
}

/** The words alone, for a module that is dropped where nobody asks for it. */
export function openWord(language: string): Plural["word"] {
  return openPlural(language).word;
}

/** The nouns alone, likewise. */
export function openNoun(language: string): Plural["noun"] {
  return openPlural(language).noun;
}
