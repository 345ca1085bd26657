import { RfmError } from "./error.js";

/** A stream of random numbers that a seed determines. */
export interface Random {
  /** A whole number from 0 up to below `limit`, each as likely; `limit` is at most 2³². */
  readonly below: (limit: number) => number;
  /** A number from 0 up to below 1, of 53 bits. */
  readonly uniform: () => number;
}

const WORDS = 2 ** 32;

/**
 * xoshiro128** 1.1, its state filled by splitmix64 from the seed, as its authors advise.
 *
 * @param seed a whole number that doubles hold exactly.
 * @see Blackman and Vigna (2021), "Scrambled Linear Pseudorandom Number Generators"; https://prng.di.unimi.it
 */
export function openRandom(caller: string, seed: unknown): Random {
  if (!Number.isSafeInteger(seed)) {
    const expected = "a whole number, so that the answer can be had again";
    throw new RfmError({ caller, code: "invalidOption", path: "seed", expected, received: seed });
  }
  const next = xoshiro128(splitmix64(BigInt(seed as number)));
  return {
    below(limit) {
      // The words past the last full round of `limit` would favour small numbers.
      const fair = WORDS - (WORDS % limit);
      let word = next();
      while (word >= fair) word = next();
      return word % limit;
    },
    uniform: () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53,
  };
}

/** The words of a state, as unsigned integers of 32 bits, one after another. */
export function xoshiro128(state: Uint32Array): () => number {
  return () => {
    const word = Math.imul(rotate(Math.imul(state[1], 5), 7), 9) >>> 0;
    const shifted = state[1] << 9;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotate(state[3], 11);
    return word;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Two rounds of splitmix64: four words that differ much for seeds that differ little. */
function splitmix64(seed: bigint): Uint32Array {
  const state = new Uint32Array(4);
  let counter = seed;
  for (let i = 0; i < 4; i += 2) {
    counter = BigInt.asUintN(64, counter + 0x9e3779b97f4a7c15n);
    let mixed = counter;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    mixed ^= mixed >> 31n;
    state[i] = Number(mixed & 0xffffffffn);
    state[i + 1] = Number(mixed >> 32n);
  }
  return state;
}
