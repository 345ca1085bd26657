import { RfmError } from "../core/error.js";

/** Numbers, money and days as a language writes them. */
export interface Formats {
  /** `4339` → `"4,339"`. */
  readonly count: (count: number) => string;
  /** `0.483` → `"48.3%"`. */
  readonly share: (share: number) => string;
  /** The same without an idle decimal, as shares that were asked for are said: `0.2` → `"20%"`. */
  readonly percent: (share: number) => string;
  /** Whole from a thousand up, with cents below; with the sign of the currency, where one is given. */
  readonly money: (amount: number) => string;
  /** With at most so many decimals. Default: 1. */
  readonly decimal: (value: number, digits?: number) => string;
  /** `"2011-12-09"` → `"December 9, 2011"`. */
  readonly day: (day: string) => string;
  /** `["a", "b", "c"]` → `"a, b, and c"`. */
  readonly list: (items: readonly string[]) => string;
}

/** The formats of a language, by `Intl`. Refuses a tag or a currency that `Intl` does not take for one. */
export function openFormats(caller: string, language: string, currency?: string): Formats {
  const tag = 'a language tag, such as "es" or "pt-BR"';
  orRefuse(caller, "locale.language", tag, language, () => new Intl.NumberFormat(language));
  const decimals = (digits: number, style: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, signDisplay: "negative", ...style });
  const count = decimals(0);
  const share = decimals(1, { style: "percent", minimumFractionDigits: 1 });
  const percent = decimals(1, { style: "percent" });
  const money = (digits: number) =>
    decimals(digits, {
      minimumFractionDigits: digits,
      ...(currency !== undefined && { style: "currency", currency }),
    });
  const code = 'an ISO 4217 code, such as "EUR"';
  const [whole, withCents] = orRefuse(caller, "currency", code, currency, () => [money(0), money(2)]);
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const list = new Intl.ListFormat(language);
  return {
    count: (value) => count.format(value),
    share: (value) => share.format(value),
    percent: (value) => percent.format(value),
    money: (amount) => (Math.abs(amount) >= 1000 ? whole : withCents).format(amount),
    decimal: (value, digits = 1) => decimals(digits).format(value),
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    list: (items) => list.format(items),
  };
}

/** What `open` gives; where it throws, as `Intl` does at a text that it does not know, the refusal of that text. */
function orRefuse<T>(caller: string, path: string, expected: string, received: unknown, open: () => T): T {
  try {
    return open();
  } catch {
    throw new RfmError({ caller, code: "invalidOption", path, expected, received });
  }
}
