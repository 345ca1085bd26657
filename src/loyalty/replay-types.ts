import type { DateInput } from "../core/day.js";
import type { ProgrammeConditions } from "./conditions.js";

/** How {@link replayProgramme} goes through a log. */
export interface ReplayOptions {
  /** The first day of the programme; nobody is a member before. Default: the day of the log's first purchase. */
  readonly from?: DateInput | undefined;
  /** The last day, inclusive. Default: that of the log's last row, so that nobody leaves for want of rows. */
  readonly asOf?: DateInput | undefined;
  /** How much stricter and looser the conditions of the variants are, a share from 0.01 to 1. Default: 0.2. */
  readonly step?: number | undefined;
}

/** One time that a customer was a member. */
export interface Membership<Id> {
  readonly customerId: Id;
  /** The first day as a member: `"2011-03-04"`. */
  readonly enteredOn: string;
  /** The first day as a member no more; `null` for who is still one on the last day. */
  readonly leftOn: string | null;
  /** Whether the customer had been a member before. */
  readonly cameBack: boolean;
}

/** What happened in a month. */
export interface ProgrammeMonth {
  /** `"2011-01"`. */
  readonly month: string;
  /** Customers who became members for the first time. */
  readonly entered: number;
  /** Who became members again. */
  readonly cameBack: number;
  /** Memberships that ended. */
  readonly left: number;
  /** Members at the end of the month, or of the last day: those of the month before + entered + cameBack − left. */
  readonly members: number;
  /** Whether every day of the month was replayed; what is not complete cannot be compared. */
  readonly complete: boolean;
}

/** How a programme would have gone with some conditions. */
export interface ProgrammeCourse {
  readonly entry: ProgrammeConditions;
  readonly stay: ProgrammeConditions;
  /** `entry` in one line. */
  readonly text: string;
  /** Every calendar month from the first day to the last. */
  readonly months: readonly ProgrammeMonth[];
  /** Members on the last day. */
  readonly members: number;
  /** Customers who were members at some time. */
  readonly everMembers: number;
  /** Times that a customer became a member again. */
  readonly cameBack: number;
  /** Memberships that ended. */
  readonly left: number;
  /** Mean of leftOn − enteredOn over the memberships that ended, in days; `null` where none did. */
  readonly meanDays: number | null;
}

/** How a programme would have gone: with its own conditions, and with stricter and looser ones. */
export interface ProgrammeReplay<Id> extends ProgrammeCourse {
  /** The first day that was replayed; `null` for a log without a purchase, of which no day is. */
  readonly from: string | null;
  /** The last day that was replayed, inclusive. */
  readonly asOf: string | null;
  /** By the day of entry, those of one day in order of the customers' first appearance. */
  readonly memberships: readonly Membership<Id>[];
  readonly stricter: ProgrammeCourse;
  readonly looser: ProgrammeCourse;
}
