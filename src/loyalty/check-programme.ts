import { MOST_DAYS } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { checkModel } from "../core/model.js";
import { isUsable } from "../core/number.js";
import { isPlain } from "../core/plain.js";
import { CONDITIONS } from "./conditions.js";
import { type LoyaltyProgramme, PROGRAMME_HEAD } from "./programme-types.js";

type Check = (path: string, sound: boolean, expected: string, received: unknown) => void;

/**
 * Refuses what is not a programme of this version, or whose terms have been damaged since. How it chooses members is checked
 * where it does.
 */
export function checkProgramme(caller: string, programme: LoyaltyProgramme): void {
  checkModel(caller, "programme", programme, PROGRAMME_HEAD);
  const check: Check = (path, sound, expected, received) => {
    if (sound) return;
    throw new RfmError({ caller, code: "invalidModel", path: `programme.${path}`, expected, received });
  };
  const { entry, stay, graceDays, windowDays } = programme;
  checkNumbers(check, "entry", entry);
  checkNumbers(check, "stay", stay);
  for (const { condition, better } of CONDITIONS) {
    const [asked, admitted] = [stay[condition], entry[condition]];
    if (asked === undefined) continue;
    const met = admitted !== undefined && better * asked <= better * admitted;
    check(`stay.${condition}`, met, `what "programme.entry.${condition}" asks, or less`, asked);
  }
  check(
    "graceDays",
    isWhole(graceDays) && graceDays >= 0,
    `a whole number of days from 0 to ${MOST_DAYS}`,
    graceDays,
  );
  const seen = windowDays === null || (isWhole(windowDays) && windowDays >= 1);
  check("windowDays", seen, `a whole number of days from 1 to ${MOST_DAYS}, or null`, windowDays);
}

function checkNumbers(check: Check, path: string, conditions: unknown): void {
  const names: readonly string[] = CONDITIONS.map(({ condition }) => condition);
  const expected = `conditions among ${names.map((name) => `"${name}"`).join(", ")}`;
  const given = isPlain(conditions)
    ? Object.entries(conditions).filter(([, asked]) => asked !== undefined)
    : [];
  check(path, given.length > 0, expected, conditions);
  for (const [name, asked] of given) {
    check(`${path}.${name}`, names.includes(name), expected, asked);
    check(`${path}.${name}`, isUsable(asked) && asked >= 0, "a number from 0 up", asked);
  }
}

/** A number of days within a century, as days are counted elsewhere. */
function isWhole(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) <= MOST_DAYS;
}
