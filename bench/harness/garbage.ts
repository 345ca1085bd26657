import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: (options?: { type: "minor" }) => void = runInNewContext("gc");

/**
 * Clears the young garbage that the last task left, so that the next one does not pay for it. A full collection
 * would do more than that: V8 drops compiled code with the objects it was compiled for, and each turn starts cold.
 */
export function sweep(): void {
  collect({ type: "minor" });
}

/** Bytes in use: objects, and the buffers beside the heap. */
export function bytesInUse(): number {
  // Buffers are freed by the collection after the one that finds them dead.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
