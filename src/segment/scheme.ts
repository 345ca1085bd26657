import type { Bins } from "../core/bins.js";
import { deepFreeze } from "../core/model.js";
import { readDefinition } from "./definition.js";
import type { Axis, SchemeBins, SegmentRule } from "./rule-types.js";

/** The bins a scheme is made for: one number for all three, or those of the dimensions it looks at. */
export type SchemeBinsOption = number | Partial<Bins>;

/** The bins of a {@link SchemeBinsOption} in the types: a dimension that is not named may have any. */
export type SchemeBinsOf<B> = B extends number
  ? { readonly r: B; readonly f: B; readonly m: B }
  : { readonly r: NamedBin<B, "r">; readonly f: NamedBin<B, "f">; readonly m: NamedBin<B, "m"> };

type NamedBin<B, K extends string> = B extends { readonly [P in K]: infer N extends number } ? N : number;

/** Segments as data: rules over scores, best segment first. Frozen JSON. */
export interface SegmentScheme<Name extends string = string, B extends Bins = Bins> {
  readonly kind: "segmentScheme";
  readonly version: 1;
  readonly name: string;
  readonly bins: SchemeBins;
  /** What the digits of cells and patterns stand for. */
  readonly axes: readonly Axis[] | null;
  /** The first rule that matches wins. */
  readonly rules: readonly SegmentRule<Name>[];
  /** The segment of every cell without a rule; `null` where the rules cover all cells. */
  readonly otherwise: Name | null;
  /** Every segment, best first: in the order of the rules, then `otherwise`. */
  readonly segments: readonly Name[];
  /** What to do for the customers of a segment. */
  readonly actions: Readonly<Partial<Record<Name, string>>>;
  /** A mark for the compiler alone: the bins whose scores the scheme takes. */
  readonly "~bins"?: B;
}

/** The names of a scheme's segments, as a type: `SegmentOf<typeof scheme>`. */
export type SegmentOf<S> = S extends SegmentScheme<infer Name> ? Name : never;

/** What {@link defineScheme} takes. */
export interface SchemeDefinition<
  Name extends string,
  B extends SchemeBinsOption,
  Otherwise extends string = Name,
> {
  readonly name: string;
  readonly bins: B;
  /** What the digits of cells and patterns stand for. Default: R, F of two digits and R, F, M of three. */
  readonly axes?: readonly Axis[] | undefined;
  readonly rules: readonly SegmentRule<Name>[];
  /** The segment of every cell without a rule. May be left out where there is none. */
  readonly otherwise?: Otherwise | undefined;
  readonly actions?: { readonly [N in NoInfer<Name | Otherwise>]?: string | undefined } | undefined;
}

/** What marks a scheme. */
export const SCHEME_HEAD = { kind: "segmentScheme", version: 1 } as const;

/**
 * Defines segments by rules over the scores, as data. Rules stand best segment first, and the first that
 * matches a customer wins; `otherwise` takes the rest, and may be left out only where there is no rest.
 *
 * A rule is a set of ranges on R, F, M and FM (the floored mean of F and M), a list of cells, or a digit
 * pattern as notebooks write them.
 *
 * Cost: O(rules); O(cells · rules) where `otherwise` is left out.
 *
 * @returns a frozen, JSON-safe scheme.
 * @throws RfmError on a rule outside of the bins, one that cannot be read, and on cells without a segment.
 * @example
 * ```ts
 * import { defineScheme } from "rfm-kit";
 *
 * const scheme = defineScheme({
 *   name: "three tiers",
 *   bins: { r: 3, f: 3 },
 *   rules: [
 *     { segment: "gold", r: [2, 3], f: 3 },
 *     { segment: "silver", pattern: "[23]2" },
 *   ],
 *   otherwise: "bronze",
 * });
 * scheme.segments; // => ["gold", "silver", "bronze"]
 * ```
 */
export function defineScheme<
  const Name extends string,
  const B extends SchemeBinsOption,
  const Otherwise extends string = never,
>(definition: SchemeDefinition<Name, B, Otherwise>): SegmentScheme<Name | Otherwise, SchemeBinsOf<B>> {
  const { name, bins, axes, rules, otherwise, segments, actions } = readDefinition(
    "defineScheme",
    "",
    definition,
  );
  const scheme = { ...SCHEME_HEAD, name, bins, axes, rules, otherwise, segments, actions };
  return deepFreeze(structuredClone(scheme)) as SegmentScheme<string, Bins> as SegmentScheme<
    Name | Otherwise,
    SchemeBinsOf<B>
  >;
}
