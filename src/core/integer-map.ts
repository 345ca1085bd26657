/**
 * A map from 32-bit integers to numbers from 0 up to 2^31 − 2, in two flat arrays: a quarter of the memory of a `Map`, several
 * times as fast, and not bound to its 16.7 million entries. Open addressing with linear probing; the hash leaves runs
 * of neighbouring integers where they are, so ids that were given out in turn never collide.
 */
export class IntegerMap {
  #keys = new Int32Array(SMALLEST);
  /** One more than the value; 0: free. */
  #values = new Int32Array(SMALLEST);
  #size = 0;

  /** The value of a key; -1 where it has none. */
  get(key: number): number {
    return this.#values[this.#find(key)] - 1;
  }

  set(key: number, value: number): void {
    const at = this.#find(key);
    if (this.#values[at] === 0) this.#size++;
    this.#keys[at] = key;
    this.#values[at] = value + 1;
    if (this.#size * 2 > this.#keys.length) this.#grow();
  }

  /** The place of a key, or the free one where it belongs. */
  #find(key: number): number {
    const keys = this.#keys;
    const values = this.#values;
    const last = keys.length - 1;
    let at = hash(key) & last;
    while (values[at] !== 0 && keys[at] !== key) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Int32Array(2 * keys.length);
    this.#values = new Int32Array(2 * keys.length);
    for (let i = 0; i < keys.length; i++) {
      if (values[i] === 0) continue;
      const at = this.#find(keys[i]);
      this.#keys[at] = keys[i];
      this.#values[at] = values[i];
    }
  }
}

const SMALLEST = 64;

function hash(key: number): number {
  return key ^ (key >>> 10) ^ (key >>> 20);
}

/** Whether a value can be a key. */
export function isInteger32(value: unknown): value is number {
  return typeof value === "number" && value === (value | 0);
}
