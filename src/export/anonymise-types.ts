import type { SegmentSummary } from "../segment/summary.js";

/** A group of customers in figures. */
export interface CountedGroup {
  readonly customers: number;
}

/** A group whose figures are told. */
export type ToldGroup<Row> = Row & { readonly withheld: false };

/** A group whose figures are not: its texts stay, everything else is `null`. */
export type WithheldGroup<Row> = {
  readonly [K in keyof Row]: Row[K] extends string ? Row[K] : null;
} & { readonly withheld: true };

/** A group whose figures are told or withheld, which `withheld` says. */
export type AnonymisedGroup<Row> = ToldGroup<Row> | WithheldGroup<Row>;

/** A segment, or several of them in one row. */
export type MergedSummary<Name extends string = string> = AnonymisedGroup<SegmentSummary<Name>>;

/** How {@link anonymise} treats groups of fewer than `k` customers. */
export interface AnonymiseOptions {
  /** The fewest customers whose figures may be told: a whole number from 2 on. */
  readonly k: number;
  /** Default: `"withhold"`. */
  readonly how?: "withhold" | undefined;
}

/** As {@link AnonymiseOptions}, to put small segments together. */
export interface MergeOptions<Other extends string = "others"> {
  readonly k: number;
  readonly how: "merge";
  /** The segment of the row that holds what was merged. Default: `"others"`. */
  readonly name?: Other | undefined;
}
