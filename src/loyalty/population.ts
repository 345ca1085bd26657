import { type DateInput, FIRST_DAY, formatDay, LAST_DAY, NO_DAY } from "../core/day.js";
import { RfmError } from "../core/error.js";
import type { CustomerFeatures } from "../rfm/feature-types.js";
import { customerFeatures } from "../rfm/features.js";
import { checkLog } from "../transactions/check-log.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { type Bounds, openWindow, referenceOf } from "../transactions/window.js";
import { checkProgramme } from "./check-programme.js";
import { checkSelection } from "./check-selection.js";
import type { LoyaltyProgramme } from "./programme-types.js";
import { selectMembers } from "./select.js";

/** The customers that a programme chooses from on a day, and whom it chooses. */
export interface Population<Id> {
  /** The days whose orders and spend count. */
  readonly bounds: Bounds;
  /** In order of first appearance. */
  readonly customers: readonly CustomerFeatures<Id>[];
  /** The code of each of them in the log. */
  readonly codes: Int32Array;
  /** Holds 1 for each of them who is a member. */
  readonly isMember: Uint8Array;
  readonly members: number;
}

/**
 * The customers and the members of a programme on a day, by default the day after the log's last row; refused where nobody is
 * a member or everybody, as there is nobody to hold them against. O(rows), and what the selection costs.
 */
export function openPopulation<Id>(
  caller: string,
  log: TransactionLog<Id>,
  programme: LoyaltyProgramme,
  asOf: DateInput | undefined,
): Population<Id> {
  checkLog(caller, log);
  checkProgramme(caller, programme);
  checkSelection(caller, programme.selection);
  const { span } = log;
  if (span === undefined) {
    const refusal = { caller, code: "emptyPopulation", path: "log" } as const;
    throw new RfmError({ ...refusal, expected: "a log with a purchase" });
  }
  const window = openWindow(caller, log, { asOf, recency: "calendar" });
  referenceOf(caller, window, span.day);
  const day = window.asOf ?? Math.min(span.day.last + 1, LAST_DAY);
  const population = populationOn(caller, log, programme, day);
  checkBoth(caller, population, day);
  return population;
}

/** The same on a day from the first purchase on, whoever is a member. */
export function populationOn<Id>(
  caller: string,
  log: TransactionLog<Id>,
  programme: LoyaltyProgramme,
  day: number,
): Population<Id> {
  const { windowDays } = programme;
  const bounds = {
    from: windowDays === null ? NO_DAY + 1 : Math.max(day - windowDays + 1, FIRST_DAY),
    to: day,
  };
  const since = windowDays === null ? undefined : formatDay(bounds.from);
  const customers = customerFeatures(log, { asOf: formatDay(day), since });
  const isMember = selectMembers(caller, programme, customers);
  const members = isMember.reduce((sum, is) => sum + is, 0);
  return { bounds, customers, codes: codesOf(log, customers), isMember, members };
}

function checkBoth(caller: string, { members, customers }: Population<unknown>, day: number): void {
  if (members > 0 && members < customers.length) return;
  const refusal = { caller, code: "emptyPopulation", path: "programme" } as const;
  const expected = "a programme that some customers are members of and some are not";
  const hint = `on ${formatDay(day)} ${members} of ${customers.length} are`;
  throw new RfmError({ ...refusal, expected, hint });
}

/** The codes of customers, who come in the order of the log without those who have no purchase in the window. */
function codesOf<Id>(log: TransactionLog<Id>, customers: readonly CustomerFeatures<Id>[]): Int32Array {
  const codes = new Int32Array(customers.length);
  let found = 0;
  for (const code of log.customerOrder) {
    if (customers[found]?.customerId === log.customers.values[code]) codes[found++] = code;
  }
  return codes;
}

/** What a column of figures, by the codes of customers, says of the members or of the rest. O(n). */
export function ofGroup(
  { codes, isMember }: Population<unknown>,
  group: "members" | "rest",
  byCode: ArrayLike<number>,
): Float64Array {
  const wanted = Number(group === "members");
  return Float64Array.from(
    codes.filter((_, row) => isMember[row] === wanted),
    (code) => byCode[code],
  );
}
