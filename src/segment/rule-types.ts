/** One score, or the scores from a lowest to a highest, both included. */
export type ScoreRange = number | readonly [lowest: number, highest: number];

/** What a rule can look at: the three scores, and FM, the floored mean of F and M. */
export type Axis = "r" | "f" | "m" | "fm";

/** A segment's cells as ranges; an axis that is not named may have any score. */
export type RangeRule<Name extends string> = { readonly segment: Name } & {
  readonly [A in Axis]?: ScoreRange | undefined;
};

/** A segment's cells one by one: `["555", "554"]`, joined by "-" where a dimension has more than 9 scores. */
export interface CellRule<Name extends string> {
  readonly segment: Name;
  readonly cells: readonly string[];
}

/** A segment's cells as digit patterns: `"[3-4][4-5]"`; `.` is any score. */
export interface PatternRule<Name extends string> {
  readonly segment: Name;
  readonly pattern: string;
}

/** A rule in any of its three forms. */
export type SegmentRule<Name extends string> = RangeRule<Name> | CellRule<Name> | PatternRule<Name>;

/** The bins of a scheme as data; `null`: it does not look at the dimension. */
export interface SchemeBins {
  readonly r: number | null;
  readonly f: number | null;
  readonly m: number | null;
}

/** Whether a customer with these scores is the rule's. */
export type Match = (r: number, f: number, m: number) => boolean;

/** A rule without what was left out of it, and how to ask it. */
export interface ReadRule extends Reading {
  readonly rule: SegmentRule<string>;
  readonly matches: Match;
}

/** What a rule looks at, and for what: a customer is the rule's who passes all the tests of one of the alternatives. */
export interface Reading {
  readonly axes: readonly Axis[];
  readonly alternatives: readonly (readonly AxisTest[])[];
}

/** Passed by a score in one of the ranges, from the lowest to the highest. */
export interface AxisTest {
  readonly axis: Axis;
  readonly ranges: readonly (readonly [lowest: number, highest: number])[];
}
