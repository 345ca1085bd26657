import type { Members } from "./star-members.js";
import type { DimCustomer } from "./star-types.js";

/** A dimension, and the key of each code of the log. */
export interface Keyed<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: Int32Array;
}

/** Customers with the segments that sales take from them. */
export interface CustomerDimension extends Keyed<DimCustomer> {
  /** The segment's key, by the customer's key. */
  readonly segmentOf: Int32Array;
}

/** One row a customer. O(customers · columns). */
export function customerDimension(
  { list, codes, columns }: Members,
  segmentKeys: ReadonlyMap<string, number>,
  none: string,
): CustomerDimension {
  const keyOf = new Int32Array(codes);
  const segmentOf = new Int32Array(list.length + 1);
  const others = columns.filter((name) => !WRITTEN.includes(name));
  const rows = list.map(({ code, customerId, row }, at) => {
    const customerKey = at + 1;
    const segment = row?.segment ?? none;
    const segmentKey = segmentKeys.get(segment) ?? 0;
    if (code >= 0) keyOf[code] = customerKey;
    segmentOf[customerKey] = segmentKey;
    const member: Record<string, unknown> = { customerKey, customerId, segmentKey, segment };
    for (const name of others) member[name] = (row as Record<string, unknown> | undefined)?.[name] ?? null;
    return member as DimCustomer;
  });
  return { rows, keyOf, segmentOf };
}

/** What is written anyway; a column called __proto__ would change what a row is. */
const WRITTEN = ["customerKey", "customerId", "segmentKey", "segment", "__proto__"];
