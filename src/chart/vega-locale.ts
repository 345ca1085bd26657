import type { ChartObject } from "./spec.js";

/** How Vega writes numbers and dates in a language, found by `Intl`. */
export function vegaLocale(language: string, currency: string | undefined): ChartObject {
  return { number: numbersOf(language, currency), time: timesOf(language) };
}

const AMOUNT = 1_234_567.5;

function numbersOf(language: string, currency: string | undefined): ChartObject {
  const style =
    currency === undefined
      ? {}
      : { style: "currency" as const, currency, currencyDisplay: "narrowSymbol" as const };
  const parts = new Intl.NumberFormat(language, { ...style, minimumFractionDigits: 1 }).formatToParts(AMOUNT);
  const partOf = (type: string) => parts.find((part) => part.type === type)?.value;
  const text = (from: number, to?: number) =>
    parts
      .slice(from, to)
      .map(({ value }) => value)
      .join("");
  const isDigits = ({ type }: Intl.NumberFormatPart) => type === "integer" || type === "fraction";
  const percent = new Intl.NumberFormat(language, { style: "percent" }).formatToParts(0.5);
  const last = percent.findLastIndex(isDigits);
  const numerals = Array.from({ length: 10 }, (_, digit) => new Intl.NumberFormat(language).format(digit));
  return {
    decimal: partOf("decimal") ?? ".",
    thousands: partOf("group") ?? ",",
    grouping: [3],
    currency: [text(0, parts.findIndex(isDigits)), text(parts.findLastIndex(isDigits) + 1)],
    percent:
      percent
        .slice(last + 1)
        .map(({ value }) => value)
        .join("") || "%",
    ...(numerals.join("") !== "0123456789" && { numerals }),
  };
}

function timesOf(language: string): ChartObject {
  const names = (options: Intl.DateTimeFormatOptions, days: readonly number[]) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
    return days.map((day) => format.format(day));
  };
  // The first of each month of 2023, and the week from Sunday, 1 January 2023 on.
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 1));
  const week = Array.from({ length: 7 }, (_, day) => Date.UTC(2023, 0, 1 + day));
  const date = dateOrder(language);
  return {
    dateTime: `${date} %H:%M:%S`,
    date,
    time: "%H:%M:%S",
    periods: ["AM", "PM"],
    days: names({ weekday: "long" }, week),
    shortDays: names({ weekday: "short" }, week),
    months: names({ month: "long" }, months),
    shortMonths: names({ month: "short" }, months),
  };
}

const DIRECTIVES: Readonly<Record<string, string>> = { day: "%d", month: "%m", year: "%Y" };

/** Day, month and year as a language orders them, such as `%d/%m/%Y`. */
function dateOrder(language: string): string {
  const options = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" } as const;
  const parts = new Intl.DateTimeFormat(language, options).formatToParts(0);
  return parts.map(({ type, value }) => DIRECTIVES[type] ?? value.replaceAll("%", "%%")).join("");
}
