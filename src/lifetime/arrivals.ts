/**
 * How many purchases a customer makes who does not leave: the negative binomial distribution of a Poisson process whose
 * rate is gamma distributed. Term by term, ln P(N = k + 1) = ln P(N = k) + ln((shape + k) / (k + 1) · z), z = span / (rate + span).
 */
export class Arrivals {
  readonly #shape: number;
  readonly #z: number;
  #log: number;
  /** Which purchase is next. */
  #k = 0;
  /** P(N > k). */
  more: number;

  constructor(shape: number, rate: number, span: number) {
    this.#shape = shape;
    this.#z = span / (rate + span);
    this.#log = -shape * Math.log1p(span / rate);
    this.more = -Math.expm1(this.#log);
  }

  /** P(N = k). */
  get exactly(): number {
    return Math.exp(this.#log);
  }

  next(): void {
    this.#log += Math.log(((this.#shape + this.#k) / (this.#k + 1)) * this.#z);
    this.#k++;
    this.more = Math.max(0, this.more - this.exactly);
  }

  /** A bound of Σ P(N > j) over all j from here on: terms fall at least as fast as their ratio now, once it is below 1. */
  get rest(): number {
    const ratio = Math.max(((this.#shape + this.#k) / (this.#k + 1)) * this.#z, this.#z);
    return ratio < 1 ? this.exactly / (1 - ratio) ** 2 : Number.POSITIVE_INFINITY;
  }
}
