/** What turns a value that is handed over too early into what was meant. */
export function mendingOf(value: unknown): string | undefined {
  if (typeof value === "string") return /^\s*[[{]/.test(value) ? "JSON.parse it" : undefined;
  const waits = typeof value === "object" && value !== null && "then" in value;
  return waits ? "await it" : undefined;
}
