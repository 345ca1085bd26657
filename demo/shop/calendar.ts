/** Moments are days since 1970-01-01 with a fraction, on the wall clock of the shop. */
export type Moment = number;

const DAY = 86_400_000;

/** January to December, 1 on average: few buy in August, many before Christmas. */
const MONTHS = [0.85, 0.85, 0.95, 0.95, 0.95, 0.95, 0.9, 0.6, 0.95, 1.05, 1.4, 1.6];

/** Sunday to Saturday, 1 on average. */
const WEEKDAYS = [0.4, 1, 1, 1.05, 1.1, 1.2, 1.25];

/** How fast people buy on a day, 1 on average over a year. */
export function paceOn(moment: Moment): number {
  const date = new Date(Math.floor(moment) * DAY);
  return MONTHS[date.getUTCMonth()] * WEEKDAYS[date.getUTCDay()];
}

export const BUSIEST = Math.max(...MONTHS) * Math.max(...WEEKDAYS);

/** A day written `YYYY-MM-DD` as the moment it begins. */
export function startOf(day: string): Moment {
  return Date.parse(day) / DAY;
}

const [OPENS, CLOSES] = [8 / 24, 20 / 24];

/**
 * The moment as the till prints it, to the second. The day's moments are squeezed into opening hours,
 * most of them around noon, and keep their order.
 */
export function printMoment(moment: Moment): string {
  const day = Math.floor(moment);
  const noonish = Math.acos(1 - 2 * (moment - day)) / Math.PI;
  const clock = new Date((day + OPENS + (CLOSES - OPENS) * noonish) * DAY);
  return clock.toISOString().slice(0, 19).replace("T", " ");
}
