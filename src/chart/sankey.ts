/** A node on one side: from `top` to `bottom`, 0 to 1, and the middle of the room it has. */
export interface SankeyNode {
  readonly value: number;
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
}

/** A ribbon from one side to the other: where it begins and where it ends, 0 to 1. */
export interface Ribbon {
  readonly s0: number;
  readonly s1: number;
  readonly t0: number;
  readonly t1: number;
}

/** So much goes from a node of the left side to one of the right side, by their places. */
export interface Stream {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/**
 * Lays streams out between two sides, on one scale: nodes in their order, each with room for a line of text, ribbons in the
 * order of the nodes they come from or go to.
 */
export function layOut(
  streams: readonly Stream[],
  [left, right]: readonly [number, number],
  { line, gap }: { readonly line: number; readonly gap: number },
): { readonly left: SankeyNode[]; readonly right: SankeyNode[]; readonly ribbons: Ribbon[] } {
  const sums = (count: number, end: "from" | "to") => {
    const values = Array.from({ length: count }, () => 0);
    for (const stream of streams) values[stream[end]] += stream.value;
    return values;
  };
  const sides = [sums(left, "from"), sums(right, "to")];
  const scale = Math.min(...sides.map((values) => scaleFor(values, line, gap)));
  const [lefts, rights] = sides.map((values) => stack(values, scale, line, gap));
  const starts = lefts.map(({ top }) => top);
  const ends = rights.map(({ top }) => top);
  const ribbons = new Array<Ribbon>(streams.length);
  const inOrder = streams
    .map((_, i) => i)
    .sort((a, b) => {
      return streams[a].from - streams[b].from || streams[a].to - streams[b].to;
    });
  for (const i of inOrder) {
    const { from, to, value } = streams[i];
    const [s0, t0, size] = [starts[from], ends[to], value * scale];
    ribbons[i] = { s0, s1: s0 + size, t0, t1: t0 + size };
    starts[from] += size;
    ends[to] += size;
  }
  return { left: lefts, right: rights, ribbons };
}

/** How high a customer is, where nodes that are lower than a line have the room of one. */
function scaleFor(values: readonly number[], line: number, gap: number): number {
  const free = 1 - gap * (values.length - 1);
  let small = new Set<number>();
  for (;;) {
    const rest = values.reduce((sum, value, i) => sum + (small.has(i) ? 0 : value), 0);
    const scale = rest > 0 ? Math.max(0, free - line * small.size) / rest : Number.POSITIVE_INFINITY;
    const found = new Set([...values.keys()].filter((i) => small.has(i) || values[i] * scale < line));
    if (found.size === small.size) return Number.isFinite(scale) ? scale : line / Math.max(1, ...values);
    small = found;
  }
}

function stack(values: readonly number[], scale: number, line: number, gap: number): SankeyNode[] {
  const rooms = values.map((value) => Math.max(line, value * scale));
  const used = rooms.reduce((sum, room) => sum + room, 0) + gap * (values.length - 1);
  let top = Math.max(0, (1 - used) / 2);
  return values.map((value, i) => {
    const middle = top + rooms[i] / 2;
    top += rooms[i] + gap;
    return { value, top: middle - (value * scale) / 2, bottom: middle + (value * scale) / 2, middle };
  });
}
