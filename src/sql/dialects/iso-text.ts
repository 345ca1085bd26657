import { sql } from "../text.js";

/** What the library reads as a date, to stand in a pattern. Whether there is such a day is another question. */
export const ISO = sql`[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?(Z| ?[+-]([01][0-9]|2[0-3])(:?[0-5][0-9])?)?)?`;

/** What tells an instant among these, at their end. */
export const OFFSET = sql`:.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)`;
