import { grown } from "../core/grow.js";

/**
 * Orders by customer: an order id counts once for each customer under it, however their lines interleave. The first
 * customer of an order is kept in an array over order codes, the others of an id that several share in sets.
 */
export class OrderClaims {
  /** One more than the code of an order's first customer; 0: none yet. For loops that cannot wait for a call. */
  owners = new Int32Array(0);
  readonly #others = new Map<number, Set<number>>();

  /** Makes room for order codes below `count`. */
  reserve(count: number): void {
    this.owners = grown(this.owners, count);
  }

  /** Whether the customer is seen under this order for the first time. */
  claim(order: number, customer: number): boolean {
    const owner = this.owners[order];
    if (owner === customer + 1) return false;
    if (owner === 0) {
      this.owners[order] = customer + 1;
      return true;
    }
    return this.#claimShared(order, customer);
  }

  #claimShared(order: number, customer: number): boolean {
    const others = this.#others.get(order) ?? new Set();
    if (others.size === 0) this.#others.set(order, others);
    return others.size < others.add(customer).size;
  }

  /** Every order with each of its customers. */
  *entries(): Generator<readonly [order: number, customer: number]> {
    for (const [order, owner] of this.owners.entries()) if (owner > 0) yield [order, owner - 1];
    for (const [order, others] of this.#others) for (const customer of others) yield [order, customer];
  }
}
