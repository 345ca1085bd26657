import { Adder } from "d3-array";

/** What sums of two doubles cannot hold, by customer: mostly nothing. */
export class Lost {
  readonly #adders = new Map<number, Adder>();

  add(customer: number, fine: number): void {
    const adder = this.#adders.get(customer) ?? new Adder();
    this.#adders.set(customer, adder.add(fine));
  }

  of(customer: number): Adder | undefined {
    return this.#adders.get(customer);
  }
}
