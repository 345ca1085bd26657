import { type Coding, MISSING } from "./codes.js";
import type { Coded } from "./log-types.js";

/** Codes orders so that each code belongs to one customer, whatever ids they share. */
export interface OrderCoding<T> {
  encode(row: number, customer: number): void;
  finish(): Coded<T>;
}

/** More customers than a Map can tell apart (2^24): keeps an order's code and its customer apart in one key. */
const CUSTOMERS = 2 ** 26;

/**
 * The first customer seen under an order id keeps its code; every other customer under it gets a code of its
 * own, so that lines may interleave as they like.
 */
export function codeOrders<T>(coding: Coding<T>): OrderCoding<T> {
  const owners = new Int32Array(coding.capacity).fill(MISSING);
  const shared = new Map<number, { readonly code: number; readonly rows: number[] }>();
  const encode = (row: number, customer: number): void => {
    const code = coding.encode(row);
    if (code === MISSING || owners[code] === customer) return;
    if (owners[code] === MISSING) {
      owners[code] = customer;
      return;
    }
    const key = code * CUSTOMERS + customer;
    const claim = shared.get(key);
    if (claim === undefined) shared.set(key, { code, rows: [row] });
    else claim.rows.push(row);
  };
  return {
    encode,
    finish() {
      const coded = coding.finish();
      if (shared.size === 0) return coded;
      const codes = Int32Array.from(coded.codes);
      const values = [...coded.values];
      for (const { code, rows } of shared.values()) {
        for (const row of rows) codes[row] = values.length;
        values.push(values[code]);
      }
      return { codes, values };
    },
  };
}
