import type { DateInput } from "../core/day.js";
import type { Column, Identifier, NamedField, ReadOptions } from "../transactions/input-types.js";
import type { RfmAnswer } from "./customer.js";
import type { CountOptions, RfmOutput } from "./settings.js";
import type { RfmState } from "./state.js";

/** How an accumulator reads and counts: as `computeRfm`, but for what it could not answer. */
export type AccumulatorOptions<Row, O extends RfmOutput = RfmOutput> = NamedField<
  Row,
  "customerId",
  Identifier
> &
  NamedField<Row, "date", DateInput> &
  NamedField<Row, "amount", number> &
  Omit<ReadOptions<Row>, "duplicates" | "returns" | "attributes" | "product" | "quantity"> &
  CountOptions<O> & {
    /** A negative amount lowers monetary (`"net"`), or is left out and counted (`"drop"`). Default: `"net"`. */
    readonly returns?: "net" | "drop" | undefined;
  };

/** Some of the transactions, as rows or as columns. */
export type AccumulatorBatch<Row> = readonly Row[] | { readonly [K in keyof Row]: Column<Row[K]> };

/** Adds transactions up batch by batch. */
export interface RfmAccumulator<Row, Id = Identifier, O extends RfmOutput = "rows"> {
  /** Adds rows or columns; a batch with an invalid row is refused as a whole. O(rows). */
  add(batch: AccumulatorBatch<Row>): RfmAccumulator<Row, Id, O>;
  /** Adds all that another accumulator, or the state of one, has added. O(customers + orders). */
  merge(other: RfmAccumulator<Row, Id, O> | RfmState): RfmAccumulator<Row, Id, O>;
  /** As `computeRfm` of all that was added. `asOf` may not be before the latest row. O(customers). */
  result(asOf?: DateInput): RfmAnswer<Id, O>;
  /** Rows read, and rows dropped by reason. */
  readonly rows: { readonly read: number; readonly dropped: Readonly<Record<string, number>> };
  /** The state as plain JSON, to be merged into a new accumulator with the same options. O(customers + orders). */
  toJSON(): RfmState;
}

/** The customer's type in rows that have a `customerId`. */
export type AccumulatedId<Row> = Row extends { readonly customerId: infer Id }
  ? Extract<Id, Identifier>
  : Identifier;
