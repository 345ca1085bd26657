import type { Identifier } from "../transactions/input-types.js";

/** A customer on one of the two days, as `computeRfm` has them. */
export interface SnapshotCustomer<Id = Identifier> {
  readonly customerId: Id;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** A figure that needs one ruler for both days: `null` where each day had its own. */
export type Told = number | null;

/** Who went where between two days, of all customers. */
export interface MigrationTotals<T extends Told = number> {
  readonly customersBefore: number;
  /** Absent before, there after. */
  readonly entered: number;
  /** There before, absent after. */
  readonly left: number;
  readonly customersAfter: number;
  /** There on both days, and in a segment of the same name: `from` is `to`. */
  readonly stayed: number;
  /** There on both days, and in another segment by the ruler of before: `held` is not `from`. */
  readonly moved: T;
  /** Put elsewhere by the ruler of after than by that of before: `to` is not `held`. */
  readonly drifted: T;
  /** Σ monetary before and after, in the unit of the amounts. */
  readonly revenueBefore: number;
  readonly revenueAfter: number;
}

/**
 * One segment between two days: before + entered + movedIn − movedOut − left + drift = after, and revenueBefore +
 * revenueMovement + revenueDrift = revenueAfter.
 */
export interface SegmentMovement<Name extends string = string, T extends Told = number> {
  readonly segment: Name;
  /** Customers before. */
  readonly before: number;
  /** Absent before, and here after by the ruler of before. */
  readonly entered: T;
  /** In another segment before, and here after by the ruler of before. */
  readonly movedIn: T;
  /** Here before, and in another segment after by the ruler of before. */
  readonly movedOut: T;
  /** Here before, absent after. */
  readonly left: number;
  /** What the ruler of after adds to the segment, or takes away, beside that of before. */
  readonly drift: T;
  /** Customers after. */
  readonly after: number;
  /** Σ monetary of the customers before. The unit of the amounts. */
  readonly revenueBefore: number;
  /** Σ monetary after of those here by the ruler of before, less `revenueBefore`. */
  readonly revenueMovement: T;
  /** Σ monetary after of those here by the ruler of after, less that of those here by the ruler of before. */
  readonly revenueDrift: T;
  /** Σ monetary of the customers after. */
  readonly revenueAfter: number;
}

/** The customers that went from one segment to another; `null` is absent. */
export interface MigrationFlow<Name extends string = string, T extends Told = number> {
  readonly from: Name | null;
  readonly to: Name | null;
  readonly customers: number;
  /** Share of the customers of `from`, 0 to 1; where that is `null`, of all who entered. */
  readonly share: number;
  /** Those of them there on both days who are in another segment by the ruler of before. */
  readonly moved: T;
  /** Those of them whom the ruler of after puts elsewhere than that of before. */
  readonly drifted: T;
  /** Σ monetary before and after; 0 where they are absent. */
  readonly revenueBefore: number;
  readonly revenueAfter: number;
}

/** One customer between two days; `null` where absent. */
export interface MigratedCustomer<Name extends string = string, Id = Identifier> {
  readonly customerId: Id;
  /** The segment before. */
  readonly from: Name | null;
  /** The segment after by the ruler of before; `null` also where that ruler cannot be held fast. */
  readonly held: Name | null;
  /** The segment after by the ruler of after. */
  readonly to: Name | null;
  readonly monetaryBefore: number | null;
  readonly monetaryAfter: number | null;
}

/** What {@link migrateSegments} answers. */
export interface Migration<Name extends string = string, Id = Identifier, T extends Told = number> {
  readonly totals: MigrationTotals<T>;
  /** Every segment of the scheme, in its order. */
  readonly segments: readonly SegmentMovement<Name, T>[];
  /** The pairs that occur, in the order of the scheme, the absent last. */
  readonly flows: readonly MigrationFlow<Name, T>[];
  /** Those of before in their order, then those who entered in theirs. */
  readonly customers: readonly MigratedCustomer<Name, Id>[];
}
