import type { Identifier } from "../transactions/input-types.js";
import type { RfmColumns } from "./columns.js";
import type { RfmOutput } from "./settings.js";

/** One customer's recency, frequency, monetary value and tenure. */
export interface RfmCustomer<Id = Identifier> {
  readonly customerId: Id;
  /** Days from the last purchase to `asOf`. */
  readonly recency: number;
  /** Number of purchases: distinct orders, transactions or days. */
  readonly frequency: number;
  /** What the purchases came to, less returns: the sum, or the mean per order. */
  readonly monetary: number;
  /** Days from the first purchase to `asOf`. */
  readonly tenure: number;
}

/** The same of all customers, a column each: place `i` of every column is one customer. */
export interface CustomerColumns<Id = Identifier> extends RfmColumns {
  readonly customerId: readonly Id[];
  readonly tenure: Float64Array;
}

/** A row a customer, or a column a figure. */
export type RfmAnswer<Id, O extends RfmOutput> = O extends "columns"
  ? CustomerColumns<Id>
  : RfmCustomer<Id>[];
