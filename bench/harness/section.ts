import { medianOf, type Times } from "./turns.js";

/** What one comparison found: a table to read, and the figures to keep. */
export interface Section {
  readonly title: string;
  readonly table: readonly object[];
  readonly record: object;
}

/** Two tasks side by side. */
export interface Pair {
  readonly work: string;
  readonly ours: string;
  readonly peer?: string;
  /** What the peer's time divided by ours should come to at least. */
  readonly goal?: number | undefined;
}

export function timesSection(title: string, sizes: object, times: Times, pairs: readonly Pair[]): Section {
  const found = pairs.map((pair) => withMedians(pair, times));
  const medians = Object.fromEntries(Object.keys(times).map((name) => [name, medianOf(times, name)]));
  return {
    title,
    table: found.map(({ work, oursMs, peer, peerMs, ratio, goal }) => ({
      work,
      "ours, ms": digits(oursMs),
      peer: peer ?? "–",
      "peer, ms": peerMs === undefined ? "–" : digits(peerMs),
      "peer / ours": ratio === undefined ? "–" : ratio.toFixed(2),
      goal: goal ?? "–",
    })),
    record: { title, ...sizes, pairs: found, medians, times },
  };
}

function withMedians(pair: Pair, times: Times) {
  const oursMs = medianOf(times, pair.ours);
  const peerMs = pair.peer === undefined ? undefined : medianOf(times, pair.peer);
  return { ...pair, oursMs, peerMs, ratio: peerMs === undefined ? undefined : peerMs / oursMs };
}

/** Three digits that count, but no fraction of what is larger. */
const digits = (value: number): string =>
  value >= 100 ? Math.round(value).toString() : value.toPrecision(3);

export const grouped = (count: number): string => count.toLocaleString("en");
