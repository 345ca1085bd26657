/** Compiles where both types are one and the same. */
export function same<A, B>(
  ..._proof: (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? [] : [differ: never]
): void {}

// @ts-expect-error they differ
same<1 | 2, 1>();
