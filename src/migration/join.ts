import type { MigratedCustomer } from "./migration-types.js";
import type { Snapshot } from "./snapshot.js";

/** The segment of the customer in a row. */
export type Placing = (row: number) => string;

/** Brings both days of each customer together: those of before in their order, then those who entered. O(n). */
export function joinSnapshots(
  before: Snapshot,
  after: Snapshot,
  segmentBefore: Placing,
  segmentHeld: Placing | undefined,
  segmentAfter: Placing,
): MigratedCustomer[] {
  const later = (row: number) => ({
    held: segmentHeld?.(row) ?? null,
    to: segmentAfter(row),
    monetaryAfter: after.monetary[row],
  });
  /** 1: there before. */
  const known = new Uint8Array(after.ids.length);
  const customers: MigratedCustomer[] = before.ids.map((customerId, row) => {
    const place = after.places.get(customerId);
    if (place !== undefined) known[place] = 1;
    const { held, to, monetaryAfter } = place === undefined ? ABSENT : later(place);
    const from = segmentBefore(row);
    return { customerId, from, held, to, monetaryBefore: before.monetary[row], monetaryAfter };
  });
  for (let row = 0; row < after.ids.length; row++) {
    if (known[row] === 1) continue;
    const customerId = after.ids[row];
    const { held, to, monetaryAfter } = later(row);
    customers.push({ customerId, from: null, held, to, monetaryBefore: null, monetaryAfter });
  }
  return customers;
}

const ABSENT = { held: null, to: null, monetaryAfter: null };
