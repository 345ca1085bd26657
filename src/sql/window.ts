import { DATE_EXPECTED, type DateInput, formatDay, readMoment } from "../core/day.js";
import { RfmError } from "../core/error.js";
import type { Zone } from "../core/zone.js";
import type { RecencyForm } from "../transactions/window.js";
import { type Asker, literal, ownText } from "./doors.js";
import type { Context } from "./names.js";
import { join, type Sql, sql } from "./text.js";

/** What of the transactions is seen, and how days are counted to its end. */
export interface SqlWindow {
  /** Whether a line is seen. */
  readonly sees: Sql;
  /** The same without its beginning. */
  readonly knows: Sql;
  /** Whole days from a point of the clock to `asOf`. */
  daysSince(point: Sql): Sql;
  readonly clock: Sql;
}

interface Bounds {
  readonly asOf?: DateInput | undefined;
  readonly since?: DateInput | undefined;
}

const DAY = 86_400_000;

/** Reads `asOf` and `since`, both inclusive. */
export function readWindow(
  { asker, names }: Context,
  zone: Zone,
  recency: RecencyForm,
  { asOf, since }: Bounds,
  path = "asOf",
): SqlWindow {
  const { caller, dialect } = asker;
  const elapsed = recency === "elapsed";
  if (elapsed && zone.name !== "UTC") {
    const expected = '"UTC" where recency is "elapsed": periods of 24 hours are the same in every zone';
    throw new RfmError({ caller, code: "mixedClocks", path: "timeZone", expected, received: zone.name });
  }
  const point = (name: string, value: DateInput | undefined) => {
    const moment = readMoment(value, zone);
    if (moment === undefined)
      throw new RfmError({
        caller,
        code: "invalidDate",
        path: name,
        expected: DATE_EXPECTED,
        received: value,
      });
    return elapsed ? moment.time : moment.day;
  };
  const write = (at: number) =>
    elapsed ? literal(asker, path, at) : dialect.dayLiteral(ownText(dialect, formatDay(at)));
  const to = point(path, asOf);
  const from = since === undefined ? undefined : point("since", since);
  if (from !== undefined && from > to) {
    const expected = `a date on or before ${path}`;
    throw new RfmError({ caller, code: "invalidOption", path: "since", expected, received: since });
  }
  const clock = elapsed ? names.time : names.day;
  const knows = sql`${clock} <= ${write(to)}`;
  return {
    clock,
    knows,
    sees: from === undefined ? knows : join([sql`${clock} >= ${write(from)}`, knows], " AND "),
    daysSince: (at) =>
      elapsed
        ? dialect.quotient(sql`(${write(to)} - ${at})`, sql`${DAY}`)
        : dialect.daysBetween(at, write(to)),
  };
}

/** Refuses an earlier day that is not. */
export function checkOrder(
  { caller }: Asker,
  zone: Zone,
  { before, asOf }: { readonly before: DateInput; readonly asOf: DateInput },
): void {
  const [earlier, later] = [readMoment(before, zone), readMoment(asOf, zone)];
  if (earlier === undefined || later === undefined || earlier.time <= later.time) return;
  const expected = "a date on or before asOf";
  throw new RfmError({ caller, code: "invalidOption", path: "before", expected, received: before });
}
