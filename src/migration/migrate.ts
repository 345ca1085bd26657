import type { Bins, ScoreColumns } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import type { ScoreModel } from "../core/score-model.js";
import type { BinsOf, BinsOption, CutsOption, FitOptions, NoCuts } from "../rfm/fit-options.js";
import type { Ruler, Scorer } from "../rfm/scorer.js";
import { openScheme, readScheme } from "../segment/lookup.js";
import type { SegmentScheme } from "../segment/scheme.js";
import { type TenSegment, tenSegments } from "../segment/ten-segments.js";
import type { Identifier } from "../transactions/input-types.js";
import { countFlows } from "./flows.js";
import { checkIdTypes } from "./id-types.js";
import { joinSnapshots } from "./join.js";
import type { Migration, SnapshotCustomer, Told } from "./migration-types.js";
import { scoreBoth } from "./rulers.js";
import { countSegments } from "./segments.js";
import { readSnapshot } from "./snapshot.js";
import { countTotals } from "./totals.js";

/** Customers on two days, and the segments they are to be put in. */
export interface MigrationOptions<Id, Name extends string, B extends Bins> {
  /** The customers of the earlier day: rows of `computeRfm`, not its columns. */
  readonly before: readonly SnapshotCustomer<Id>[];
  /** The customers of the later day. */
  readonly after: readonly SnapshotCustomer<Id>[];
  /** Default: `tenSegments`. */
  readonly scheme?: SegmentScheme<Name, B> | undefined;
}

/** Nothing where scores of these bins can be a scheme's, as far as the compiler knows; else what no ruler has. */
export type Fitting<Fitted extends Bins, B extends Bins> = [Fitted] extends [B]
  ? unknown
  : number extends Fitted["r"] | Fitted["f"] | Fitted["m"]
    ? unknown
    : { readonly bins: B };

/** The options of a fit; needed where five bins are not the scheme's. */
export type FitRuler<O extends BinsOption, K extends CutsOption, B extends Bins> = [BinsOf<5>] extends [B]
  ? { readonly ruler?: (FitOptions<O, K> & Fitting<BinsOf<O, K>, B>) | undefined }
  : { readonly ruler: FitOptions<O, K> & Fitting<BinsOf<O, K>, B> };

/** The bins the default scheme is made for. */
type TenBins = typeof tenSegments extends SegmentScheme<TenSegment, infer B> ? B : never;

/**
 * Who moved from which segment to which between two days, and how much of it is the customers' own doing.
 *
 * Three segments of each customer tell it apart:
 *
 * - `from`: before, by the ruler of before;
 * - `held`: after, by the same ruler;
 * - `to`: after, by the ruler of after.
 *
 * `from` → `held` is true movement: the customer bought, or did not. `held` → `to` is ruler drift: the cut points moved,
 * because others came, left or changed. Of each segment before + entered + movedIn − movedOut − left + drift = after, and
 * of its revenue revenueBefore + revenueMovement + revenueDrift = revenueAfter, each rounded once.
 *
 * The ruler says what is compared. The options of a fit (the default): a ruler is fitted to each day. A model of
 * `fitScores` is frozen: it is the ruler of both days, and nothing drifts. A scorer of `rfm-kit/compat` compares customers
 * with each other and cannot be held: it scores each day by itself, `held` and what depends on it is `null`. A day without
 * customers takes the ruler of the other.
 *
 * Cost: O(n log n).
 *
 * @throws RfmError on columns in place of rows, on a customer who is missing or comes twice on one day, on ids of one type
 * before and another after, on a figure that is no finite number, on a ruler of other bins than the scheme's.
 * @example
 * ```ts
 * import { defineScheme } from "rfm-kit";
 * import { migrateSegments } from "rfm-kit/migration";
 *
 * const scheme = defineScheme({ name: "two", bins: { m: 2 }, rules: [{ segment: "big", m: 2 }], otherwise: "small" });
 * const customer = (customerId: string, monetary: number) => ({ customerId, recency: 1, frequency: 1, monetary });
 * const before = [customer("ada", 10), customer("bob", 30)]; // cut at 20
 * const after = [customer("ada", 10), customer("bob", 30), customer("eve", 90)]; // cut at 30
 * const { segments, customers } = migrateSegments({ before, after, ruler: { bins: 2 }, scheme });
 * customers[1]; // => { customerId: "bob", from: "big", held: "big", to: "small", monetaryBefore: 30, monetaryAfter: 30 }
 * [segments[0].entered, segments[0].movedOut, segments[0].drift]; // => [1, 0, -1]
 * ```
 */
export function migrateSegments<
  Id extends Identifier,
  F extends Bins,
  Name extends string = TenSegment,
  B extends Bins = TenBins,
>(
  options: MigrationOptions<Id, Name, B> & { readonly ruler: Scorer<F> & Fitting<F, NoInfer<B>> },
): Migration<Name, Id, null>;
export function migrateSegments<
  Id extends Identifier,
  F extends Bins,
  Name extends string = TenSegment,
  B extends Bins = TenBins,
>(
  options: MigrationOptions<Id, Name, B> & { readonly ruler: ScoreModel<F> & Fitting<F, NoInfer<B>> },
): Migration<Name, Id>;
export function migrateSegments<
  Id extends Identifier,
  const O extends BinsOption = 5,
  const K extends CutsOption = NoCuts,
  Name extends string = TenSegment,
  B extends Bins = TenBins,
>(options: MigrationOptions<Id, Name, B> & FitRuler<O, K, NoInfer<B>>): Migration<Name, Id>;
export function migrateSegments(
  options: MigrationOptions<Identifier, string, Bins> & { readonly ruler?: Ruler | undefined },
): Migration<string, Identifier, Told> {
  checkArguments(options);
  const { ruler = {}, scheme = tenSegments } = options;
  const segmentOf = openScheme(CALLER, scheme);
  const { segments } = readScheme(CALLER, scheme);
  const before = readSnapshot(CALLER, "before", options.before);
  const after = readSnapshot(CALLER, "after", options.after);
  checkIdTypes(CALLER, before, after);
  const scores = scoreBoth(CALLER, ruler, scheme, before, after);
  const placing = ({ r, f, m }: ScoreColumns) => {
    return (row: number) => segmentOf(r[row], f[row], m[row]);
  };
  const held = scores.held && placing(scores.held);
  const customers = joinSnapshots(before, after, placing(scores.before), held, placing(scores.after));
  const told = held !== undefined;
  return {
    totals: countTotals(customers, told),
    segments: countSegments(segments, customers, told),
    flows: countFlows(segments, customers, told),
    customers,
  };
}

const CALLER = "migrateSegments";

function checkArguments(options: unknown): void {
  if (Array.isArray(options)) {
    const refusal = { caller: CALLER, code: "invalidOption", path: "options", received: options } as const;
    throw new RfmError({ ...refusal, expected: "a plain object", hint: "pass { before, after }" });
  }
  checkOptions(CALLER, options, ["before", "after", "ruler", "scheme"]);
}
