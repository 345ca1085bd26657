import { isPlain } from "../core/plain.js";

/** Nested deeper than data is: a cycle. */
const DEEPEST = 50;

/**
 * A text that two objects share where they hold the same: dates, bytes, Temporal values, arrays and plain
 * objects. An object of any other kind stands for itself.
 */
export function contentOf(value: object): unknown {
  const parts: string[] = [];
  return describe(value, parts, 0) ? parts.join("") : value;
}

/** Adds a value's text to the parts; `false` where something in it can only be told by identity. */
function describe(value: unknown, parts: string[], depth: number): boolean {
  if (depth > DEEPEST || typeof value === "symbol" || typeof value === "function") return false;
  if (typeof value !== "object" || value === null) {
    parts.push(typeof value, " ", typeof value === "string" ? JSON.stringify(value) : String(value));
    return true;
  }
  if (value instanceof Date) {
    parts.push("date ", String(value.getTime()));
    return true;
  }
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    parts.push(Object.prototype.toString.call(value), " ", bytes.join());
    return true;
  }
  const tag = Object.prototype.toString.call(value);
  if (tag.startsWith("[object Temporal.")) {
    parts.push(tag, String(value));
    return true;
  }
  if (!Array.isArray(value) && !isPlain(value)) return false;
  parts.push(Array.isArray(value) ? "[" : "{");
  for (const key of Object.keys(value).sort()) {
    parts.push(JSON.stringify(key), ":");
    if (!describe((value as Record<string, unknown>)[key], parts, depth + 1)) return false;
    parts.push(",");
  }
  parts.push("]");
  return true;
}
