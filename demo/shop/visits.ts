import { BUSIEST, type Moment, paceOn } from "./calendar.js";
import type { Chance } from "./chance.js";

/** A moment between two others, likelier in a busy season. */
export function drawMoment(chance: Chance, from: Moment, to: Moment): Moment {
  for (;;) {
    const moment = from + (to - from) * chance.uniform();
    if (isInSeason(chance, moment)) return moment;
  }
}

/** The moments of a Poisson process of `rate` a day on average, faster in a busy season. */
export function drawVisits(chance: Chance, rate: number, from: Moment, to: Moment): Moment[] {
  const moments: Moment[] = [];
  const next = () => chance.exponential(rate * BUSIEST);
  for (let moment = from + next(); moment < to; moment += next()) {
    if (isInSeason(chance, moment)) moments.push(moment);
  }
  return moments;
}

/** Thins moments at the pace of the busiest day to the pace of their own. */
function isInSeason(chance: Chance, moment: Moment): boolean {
  return chance.happens(paceOn(moment) / BUSIEST);
}
