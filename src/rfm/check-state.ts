import { FIRST_DAY, LAST_DAY } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { checkModel } from "../core/model.js";
import { CLOCKS } from "../transactions/clock.js";
import { type RfmState, STATE_HEAD, type StoredTotals } from "./state.js";

/** Refuses what is no state, has been damaged since, or was counted in another way. */
export function checkState(caller: string, state: RfmState, counting: RfmState["counting"]): void {
  checkModel(caller, "state", state, STATE_HEAD);
  for (const [name, value] of Object.entries(counting)) {
    const received = state.counting?.[name as keyof RfmState["counting"]];
    if (received === value) continue;
    const expected = `a state counted by "${value}"`;
    throw new RfmError({ caller, code: "notInState", path: `state.counting.${name}`, expected, received });
  }
  const point = counting.recency === "elapsed" ? MILLISECOND : DAY_NUMBER;
  checkColumn(caller, "state.ends", state.ends, 3, point);
  if (!CLOCKS.includes(state.clock)) {
    const expected = `one of ${CLOCKS.join(", ")}`;
    throw new RfmError({
      caller,
      code: "invalidInput",
      path: "state.clock",
      expected,
      received: state.clock,
    });
  }
  checkTotals(caller, "state.totals", state.totals, state.customers?.length, point);
  if (state.orders !== null) checkTotals(caller, "state.orders", state.orders, state.customers.length, point);
}

function checkTotals(
  caller: string,
  path: string,
  totals: StoredTotals,
  customers: number,
  point: Expectation,
): void {
  const columns = { counts: COUNT, first: point, last: point, amounts: AMOUNTS };
  for (const [name, value] of Object.entries(columns))
    checkColumn(caller, `${path}.${name}`, totals?.[name as keyof typeof columns], customers, value);
  const owned = totals.owners?.every((place) => Number.isInteger(place) && place >= 0 && place < customers);
  if (owned && totals.owners.length === totals.keys?.length) return;
  const expected = "the place of a customer for every key";
  throw new RfmError({ caller, code: "invalidInput", path: `${path}.owners`, expected });
}

/** What a value of a column has to be. */
interface Expectation {
  readonly expected: string;
  isMet(value: unknown): boolean;
}

const COUNT: Expectation = {
  expected: "a whole number from 0 up",
  isMet: (value) => Number.isInteger(value) && Number(value) >= 0,
};
const DAY_NUMBER: Expectation = {
  expected: "null or a whole day of the years 0 to 9999",
  isMet: (value) =>
    value === null || (Number.isInteger(value) && Number(value) >= FIRST_DAY && Number(value) <= LAST_DAY),
};
const MILLISECOND: Expectation = {
  expected: "null or milliseconds",
  isMet: (value) => value === null || Number.isFinite(value),
};
const AMOUNTS: Expectation = {
  expected: "an array of finite numbers",
  isMet: (value) => Array.isArray(value) && value.every(Number.isFinite),
};

function checkColumn(
  caller: string,
  path: string,
  column: unknown,
  length: number,
  { expected, isMet }: Expectation,
): void {
  const refuse = (path: string, expected: string, received: unknown) =>
    new RfmError({ caller, code: "invalidInput", path, expected, received });
  if (!Array.isArray(column) || column.length !== length)
    throw refuse(path, `an array of ${length} values`, Array.isArray(column) ? column.length : column);
  const damaged = column.findIndex((value) => !isMet(value));
  if (damaged >= 0) throw refuse(`${path}[${damaged}]`, expected, column[damaged]);
}
