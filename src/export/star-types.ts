import type { AttributeValue, Identifier } from "../transactions/input-types.js";

/** A customer with a segment, as `segmentCustomers` gives it; further columns are kept. */
export interface StarCustomer<Id = Identifier, Name extends string = string> {
  readonly customerId: Id;
  readonly segment: Name;
  readonly monetary: number;
}

/** A row of dim_customer: the customer's own columns, `null` where the log has the customer and the list has not. */
export type DimCustomer<
  C = StarCustomer,
  Id = Identifier,
  Name extends string = string,
  None extends string = "(none)",
> = {
  /** From 1 on, by first appearance in the log; then customers without a sale. */
  readonly customerKey: number;
  readonly customerId: Id;
  readonly segmentKey: number;
  readonly segment: Name | None;
} & {
  readonly [K in Exclude<keyof C, "customerKey" | "customerId" | "segmentKey" | "segment" | "~bins">]:
    | C[K]
    | null;
};

/** A row of dim_product. */
export interface DimProduct<None extends string = "(none)"> {
  /** From 1 on, by first appearance in the log; 0: no product. */
  readonly productKey: number;
  /** `null` under key 0. */
  readonly product: Identifier | null;
  /** The commonest value of `nameFrom`; `null` without that option and where no row says it. */
  readonly name: string | None | null;
}

/** A row of dim_date: one calendar day. */
export interface DimDate {
  /** The digits yyyymmdd as a number. */
  readonly dateKey: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
  /** 1 to 12. */
  readonly month: number;
  /** Day of the month, from 1. */
  readonly day: number;
  /** The year of ISO 8601 that the week belongs to. */
  readonly isoYear: number;
  /** 1 to 53. */
  readonly isoWeek: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

/** A row of dim_segment. */
export interface DimSegment<Name extends string = string, None extends string = "(none)"> {
  /** From 1 on, in the order of the scheme, or else by falling revenue; 0: no segment. */
  readonly segmentKey: number;
  readonly segment: Name | None;
  /** What a report sorts segments by: the key, and for key 0 the last place. */
  readonly sortOrder: number;
  readonly customers: number;
  /** Share of the customers with a segment, 0 to 1; this and what follows is `null` under key 0. */
  readonly share: number | null;
  /** Σ monetary. */
  readonly revenue: number | null;
  /** Share of all revenue; 0 where there is none, `null` where it is less than none. */
  readonly revenueShare: number | null;
}

/** A row of fact_sales: one kept row of the log, and its attributes by name. */
export type FactSale<A extends string = never> = {
  /** The row in the input, from 0 on, as in `log.report.issues`. */
  readonly sale: number;
  readonly customerKey: number;
  readonly productKey: number;
  readonly dateKey: number;
  /** That of the customer. */
  readonly segmentKey: number;
  readonly orderId: Identifier | null;
  readonly quantity: number | null;
  readonly amount: number;
  /** Whether the amount is negative. */
  readonly isReturn: boolean;
} & { readonly [K in A]: AttributeValue | null };

/** Tables for a BI tool. */
export interface StarSchema<
  C = StarCustomer,
  Id = Identifier,
  Name extends string = string,
  A extends string = never,
  None extends string = "(none)",
> {
  /** dim_customer. */
  readonly customers: readonly DimCustomer<C, Id, Name, None>[];
  /** dim_product; the first row is key 0. */
  readonly products: readonly DimProduct<None>[];
  /** dim_date. */
  readonly dates: readonly DimDate[];
  /** dim_segment; the first row is key 0. */
  readonly segments: readonly DimSegment<Name, None>[];
  /** fact_sales. */
  readonly sales: readonly FactSale<A>[];
}
