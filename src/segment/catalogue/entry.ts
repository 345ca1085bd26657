import type { Bins } from "../../core/bins.js";
import { deepFreeze } from "../../core/model.js";
import type { Axis } from "../rule-types.js";
import type { SegmentScheme } from "../scheme.js";

/** Where a scheme was published. */
export interface SchemeSource {
  readonly publisher: string;
  readonly title: string;
  /** `null` where no one page is the source. */
  readonly url: string | null;
}

/** What `checkScheme` finds in a published scheme, in numbers. */
export interface SchemeVerdict<Name extends string = string> {
  readonly cells: number;
  /** How many cells no rule covers. */
  readonly uncovered: number;
  /** How many cells more than one rule covers. */
  readonly overlaps: number;
  readonly deadSegments: readonly Name[];
  /** How many cells stand after one that is worse on every axis, by the order as published. */
  readonly dominance: number;
  readonly clean: boolean;
}

/** A published scheme as data, with its source and what is wrong with it. */
export interface PublishedScheme<
  Id extends string = string,
  Name extends string = string,
  B extends Bins = Bins,
> {
  readonly id: Id;
  readonly scheme: SegmentScheme<Name, B>;
  readonly title: string;
  readonly source: SchemeSource;
  /**
   * The day of publication, or of the release that is documented here: ISO, as exact as the source says. `null`:
   * the source has no date.
   */
  readonly date: string | null;
  /** What the scheme looks at: the axes of its grid in `checkScheme`. */
  readonly axes: readonly Axis[];
  readonly verdict: SchemeVerdict<Name>;
  /** The name for people without any order, whom no score can place. */
  readonly withoutOrders?: string;
  /** How this scheme differs from what was published, or where its copies differ. */
  readonly note?: string;
}

/** An entry of the catalogue, frozen. */
export function publish<const Id extends string, Name extends string, B extends Bins>(
  entry: PublishedScheme<Id, Name, B>,
): PublishedScheme<Id, Name, B> {
  return deepFreeze(entry);
}
