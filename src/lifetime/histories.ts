import { RfmError } from "../core/error.js";
import { mendingOf } from "../core/mending.js";
import { expectedNumber, isUsable } from "../core/number.js";
import type { PurchaseHistory } from "./history-types.js";

/** What a model needs of a history. */
export type ObservedPurchases = Pick<PurchaseHistory<unknown>, "x" | "tX" | "T">;

/** What a model of spend needs of a history. */
export type ObservedSpend = Pick<PurchaseHistory<unknown>, "x" | "meanSpend">;

/** Refuses anything but an array of histories that can be. */
export function checkHistories(caller: string, histories: readonly ObservedPurchases[]): void {
  checkList(caller, histories);
  for (let row = 0; row < histories.length; row++) checkTimes(caller, histories[row], row);
}

/** Refuses an array whose rows lack a purchase count or, where they have one, a spend. */
export function checkSpends(caller: string, histories: readonly ObservedSpend[]): void {
  checkList(caller, histories);
  for (let row = 0; row < histories.length; row++) {
    checkCount(caller, histories[row], row);
    checkSpend(caller, histories[row], row);
  }
}

/** Refuses a history that cannot be. */
export function checkHistory(caller: string, history: ObservedPurchases & ObservedSpend, row: number): void {
  checkTimes(caller, history, row);
  checkSpend(caller, history, row);
}

export function checkList(caller: string, histories: unknown): void {
  if (Array.isArray(histories)) return;
  const refusal = { caller, code: "invalidInput", path: "histories", received: histories } as const;
  const expected = "an array of rows, as purchaseHistories gives them";
  throw new RfmError({ ...refusal, expected, hint: mendingOf(histories) });
}

function checkCount(caller: string, history: Pick<ObservedPurchases, "x">, row: number): void {
  if (typeof history !== "object" || history === null) {
    const refusal = { caller, code: "invalidInput", path: "histories", row } as const;
    throw new RfmError({ ...refusal, expected: "a purchase history", received: history });
  }
  const { x } = history;
  if (Number.isSafeInteger(x) && x >= 0 && x <= MOST_PURCHASES) return;
  const refusal = { caller, code: "invalidValue", path: "x", row, received: x } as const;
  const expected = `a whole number of repeat purchases from 0 to ${MOST_PURCHASES}`;
  const hint = x === undefined ? "rows of purchaseHistories have x, tX, T and meanSpend" : undefined;
  throw new RfmError({ ...refusal, expected, hint });
}

/** A history of more would be none of a person: tables have a place for each. */
const MOST_PURCHASES = 10_000_000;

function checkTimes(caller: string, history: ObservedPurchases, row: number): void {
  checkCount(caller, history, row);
  const { x, tX, T } = history;
  if (!isUsable(T) || T < 0) refuse(caller, "T", row, "days from 0 up, from first purchase to asOf", T);
  if (!isUsable(tX) || tX < 0) refuse(caller, "tX", row, "days from 0 up, from first purchase to last", tX);
  if (tX > T) refuse(caller, "tX", row, `at most T, ${T}, as a purchase after asOf is unseen`, tX);
  if (x === 0 && tX > 0) refuse(caller, "tX", row, "0, as x says there was no repeat purchase", tX);
}

function checkSpend(caller: string, { x, meanSpend }: ObservedSpend, row: number): void {
  if (meanSpend === null) return;
  if (!isUsable(meanSpend)) refuse(caller, "meanSpend", row, expectedNumber(meanSpend), meanSpend);
  if (meanSpend >= 0 || x === 0) return;
  const refusal = { caller, code: "negativeValue", path: "meanSpend", row } as const;
  const hint = "the spend of purchases, without returns";
  throw new RfmError({ ...refusal, expected: "a mean spend from 0 up", received: meanSpend, hint });
}

function refuse(caller: string, path: string, row: number, expected: string, received: unknown): never {
  throw new RfmError({ caller, code: "invalidValue", path, row, expected, received });
}
