/** A text that a language lacks, or has something else in the place of. */
export interface Lack {
  /** Such as `"clusters.loyal.name"`; empty where the whole is no language. */
  readonly path: string;
  readonly expected: string;
  readonly received: unknown;
}

/** The first text that a value lacks beside a language that has them; `undefined` where it has them all. */
export function lackOf(locale: unknown, sample: object): Lack | undefined {
  return lackBeside(locale, sample, "");
}

/** Whether a value has all that a sample has, text for text and sentence for sentence. */
function lackBeside(received: unknown, sample: unknown, path: string): Lack | undefined {
  if (typeof received !== typeof sample || received === null || received === "") {
    return { path, expected: NAMES[typeof sample as keyof typeof NAMES], received };
  }
  if (typeof sample !== "object" || sample === null) return undefined;
  const texts = received as Readonly<Record<string, unknown>>;
  for (const [key, part] of Object.entries(sample)) {
    const lack = lackBeside(texts[key], part, path === "" ? key : `${path}.${key}`);
    if (lack !== undefined) return lack;
  }
  return undefined;
}

const NAMES = {
  object: "an object with the texts of a language, such as `en`",
  string: "a text",
  function: "a function that gives a sentence",
} as const;
