import { RfmError } from "./error.js";

/** A time zone as the only thing asked of one: how far its clocks are ahead of UTC, and from when to when. */
export interface Zone {
  readonly name: string;
  stretchAt(time: number): Stretch;
}

/** Instants, in epoch milliseconds, between which the clocks of a zone are known not to change. */
export interface Stretch {
  /** Milliseconds east of UTC. */
  readonly offset: number;
  readonly from: number;
  /** The first instant that is no longer in it. */
  readonly to: number;
}

/**
 * A zone by its IANA name. Asking Intl costs microseconds, so offsets are remembered at every sixth hour: where
 * two of them are equal the clocks did not change in between.
 */
export function openZone(caller: string, name: unknown): Zone {
  if (name === "UTC") return UTC;
  const format = openFormat(caller, name);
  const remembered = new Map<number, number>();
  const atSlot = (slot: number): number => {
    let offset = remembered.get(slot);
    if (offset === undefined) {
      offset = askOffset(format, slot * SLOT);
      remembered.set(slot, offset);
    }
    return offset;
  };
  return {
    name: name as string,
    stretchAt(time) {
      const slot = Math.floor(time / SLOT);
      const offset = atSlot(slot);
      return offset === atSlot(slot + 1)
        ? { offset, from: slot * SLOT, to: (slot + 1) * SLOT }
        : { offset: askOffset(format, time), from: time, to: time };
    },
  };
}

const ALWAYS: Stretch = { offset: 0, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** One for all: engines forget code that they made for an object of its own when that object is gone. */
const UTC: Zone = { name: "UTC", stretchAt: () => ALWAYS };

const SLOT = 6 * 3_600_000;

function openFormat(caller: string, name: unknown): Intl.DateTimeFormat {
  const refusal = {
    caller,
    code: "invalidTimeZone",
    path: "timeZone",
    expected: 'an IANA time zone such as "Europe/London"',
    received: name,
  } as const;
  if (typeof name !== "string") throw new RfmError(refusal);
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    throw new RfmError(refusal);
  }
}

/** The wall clock Intl shows at an instant, less the instant. */
function askOffset(format: Intl.DateTimeFormat, time: number): number {
  const wholeSeconds = Math.floor(time / 1000) * 1000;
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(wholeSeconds)) parts[type] = value;
  const year = parts.era === "BC" ? 1 - Number(parts.year) : Number(parts.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  wall.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return wall.getTime() - wholeSeconds;
}
