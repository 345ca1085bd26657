/** Below e^this, a probability is followed by its logarithm. */
const FLOOR = -700;

/**
 * How many purchases a customer makes who does not leave: the negative binomial distribution of a Poisson process whose
 * rate is gamma distributed. Term by term, P(N = k + 1) = P(N = k) · (shape + k) / (k + 1) · z, z = span / (rate + span).
 */
export class Arrivals {
  readonly #shape: number;
  readonly #z: number;
  /** ln P(N = k), as long as it is below the floor. */
  #log: number;
  /** Which purchase is next. */
  #k = 0;
  /** P(N = k). */
  exactly: number;
  /** P(N > k). */
  more: number;

  constructor(shape: number, rate: number, span: number) {
    this.#shape = shape;
    this.#z = span / (rate + span);
    this.#log = -shape * Math.log1p(span / rate);
    this.exactly = Math.exp(this.#log);
    this.more = -Math.expm1(this.#log);
  }

  next(): void {
    const ratio = this.#ratio;
    if (this.#log < FLOOR) {
      this.#log += Math.log(ratio);
      this.exactly = Math.exp(this.#log);
    } else {
      this.exactly *= ratio;
    }
    this.#k++;
    this.more = Math.max(0, this.more - this.exactly);
  }

  /** A bound of Σ P(N > j) over all j from here on: terms fall at least as fast as their ratio now, once it is below 1. */
  get rest(): number {
    const ratio = Math.max(this.#ratio, this.#z);
    return ratio < 1 ? this.exactly / (1 - ratio) ** 2 : Number.POSITIVE_INFINITY;
  }

  get #ratio(): number {
    return ((this.#shape + this.#k) / (this.#k + 1)) * this.#z;
  }
}
