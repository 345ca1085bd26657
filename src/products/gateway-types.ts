import type { Identifier } from "../transactions/input-types.js";

/** A product of first orders, and how those turned out who came by it. */
export interface GatewayProduct {
  readonly product: Identifier;
  readonly name: string | null;
  /** Customers whose first order holds it, and their part of all customers. */
  readonly customers: number;
  readonly share: number;
  /** Those of them who were seen for `days` after their first order. */
  readonly followed: number;
  /** Of these, who bought again on a later one of these days, and their share with Wilson's interval; `null` of nobody. */
  readonly repeated: number;
  readonly repeatRate: number | null;
  readonly repeatLow: number | null;
  readonly repeatHigh: number | null;
  /** repeatRate − that of the others who were followed; `null` where there are no others. */
  readonly repeatDifference: number | null;
  /** Of Fisher's exact test, two-sided: that chance makes so large a difference; `null` below `minCustomers`. */
  readonly pValue: number | null;
  readonly qValue: number | null;
  /** Mean spend on these days, less returns, with an interval; `null` below `minCustomers`. */
  readonly laterSpend: number | null;
  readonly laterSpendLow: number | null;
  readonly laterSpendHigh: number | null;
}

/** What first orders hold. */
export interface GatewayProducts {
  /** Customers with a first order, and those who were seen for `days` after its day. */
  readonly customers: number;
  readonly days: number;
  readonly followed: number;
  /** Of all who were followed: the share who bought again, and the mean spend. */
  readonly repeatRate: number | null;
  readonly laterSpend: number | null;
  readonly minCustomers: number;
  readonly level: number;
  readonly tested: number;
  readonly found: number;
  /** By falling number of customers. */
  readonly products: readonly GatewayProduct[];
}
