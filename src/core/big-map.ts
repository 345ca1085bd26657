/** A `Map` ends at 2^24 entries: this one goes on in another. */
export class BigMap<K, V> {
  readonly #parts: Map<K, V>[] = [new Map()];
  readonly #most: number;

  /** @param most the entries of each part. */
  constructor(most = MOST_ENTRIES) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    for (const part of this.#parts) {
      const value = part.get(key);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Adds a key that is not there yet. */
  add(key: K, value: V): void {
    let part = this.#parts[this.#parts.length - 1];
    if (part.size === this.#most) {
      part = new Map();
      this.#parts.push(part);
    }
    part.set(key, value);
  }
}

const MOST_ENTRIES = 2 ** 24 - 1;
