import { falseDiscoveryRates, isFinding } from "../core/false-discovery.js";
import { hypergeometricUpperTail } from "../core/proportion.js";
import type { Coded, TransactionLog } from "../transactions/log-types.js";
import type { Population } from "./population.js";
import { rowsBetween } from "./rows-between.js";

/** A product, a country or another value that more members have than others. */
export interface OverRepresented<T> {
  readonly value: T;
  /** Members and customers in all with a purchase of it. */
  readonly members: number;
  readonly customers: number;
  /** The part of the members, and of all customers, 0 to 1. */
  readonly memberShare: number;
  readonly customerShare: number;
  /** memberShare / customerShare. */
  readonly lift: number;
  /** Of Fisher's exact test, one-sided: that chance gives the members so many of its buyers. */
  readonly pValue: number;
  /** Adjusted for the number of values by Benjamini and Hochberg. */
  readonly qValue: number;
}

/** What members have more often than others. */
export interface Representation<T> {
  /** Values with at least ten buyers: those that were tested. */
  readonly tested: number;
  /** Those of them with a q-value of at most 1 − level. */
  readonly found: number;
  /** The first ten of these, by falling lift; equal ones by falling number of members. */
  readonly first: readonly OverRepresented<T>[];
}

/** Of fewer buyers an exact test says little. */
const LEAST_BUYERS = 10;
const LISTED = 10;

/** Which values of a column have members as buyers more often than chance gives them? O(rows + values · members). */
export function findOverRepresented<T>(
  log: TransactionLog<unknown>,
  population: Population<unknown>,
  column: Coded<T>,
  level: number,
): Representation<T> {
  const { members, customers } = countBuyers(log, population, column);
  const all = population.customers.length;
  const tested = column.values.flatMap((value, code) => {
    const [bought, boughtBy] = [members[code], customers[code]];
    if (boughtBy < LEAST_BUYERS) return [];
    const [memberShare, customerShare] = [bought / population.members, boughtBy / all];
    const shares = { memberShare, customerShare, lift: memberShare / customerShare };
    const urn = { population: all, marked: boughtBy, drawn: population.members };
    const pValue = hypergeometricUpperTail(bought, urn);
    return [{ value, members: bought, customers: boughtBy, ...shares, pValue }];
  });
  const qValues = falseDiscoveryRates(tested.map(({ pValue }) => pValue));
  const found = tested
    .map((row, i) => ({ ...row, qValue: qValues[i] }))
    .filter(({ qValue }) => isFinding(qValue, level))
    .sort((a, b) => b.lift - a.lift || b.members - a.members);
  return { tested: tested.length, found: found.length, first: found.slice(0, LISTED) };
}

/** Members and customers with a purchase of each value; a customer counts once for a value. */
function countBuyers(
  log: TransactionLog<unknown>,
  { bounds, codes, isMember }: Population<unknown>,
  { codes: valueCodes, values }: Coded<unknown>,
) {
  const rowsOf = rowsBetween(log, bounds);
  const [members, customers] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  const lastBuyer = new Int32Array(values.length).fill(-1);
  for (const [place, customer] of codes.entries()) {
    for (const row of rowsOf(customer)) {
      const value = valueCodes[row];
      if (value < 0 || log.amounts[row] < 0 || lastBuyer[value] === customer) continue;
      lastBuyer[value] = customer;
      customers[value]++;
      members[value] += isMember[place];
    }
  }
  return { members, customers };
}
