import { type Field, passesOthers, type Thresholds } from "./field.js";

/** Thresholds, and how near they come to the choice of members. */
export interface Climbed {
  readonly thresholds: Thresholds;
  /** F₁ = 2 · members admitted / (members + admitted), the harmonic mean of precision and recall. */
  readonly score: number;
}

/**
 * Moves one threshold at a time to where F₁ is highest, of equal places to the loosest, until none moves. O(n) a move. F₁
 * never falls, and where it stays a threshold is loosened, so this ends.
 */
export function climb(field: Field, start: Thresholds): Climbed {
  let best: Climbed = { thresholds: start, score: -1 };
  for (let kind = 0, idle = 0; idle < start.length; kind = (kind + 1) % start.length) {
    const moved = moveThreshold(field, best.thresholds, kind);
    idle = moved.thresholds[kind] === best.thresholds[kind] ? idle + 1 : 0;
    best = moved;
  }
  return best;
}

/** One threshold where F₁ is highest, of equal places the loosest, the others as they are. O(n). */
export function moveThreshold(field: Field, thresholds: Thresholds, kind: number): Climbed {
  const { isMember, members } = field;
  const [order, merit] = [field.orders[kind], field.merits[kind]];
  const candidates = order.filter((customer) => passesOthers(field, thresholds, kind, customer));
  let [admitted, threshold, score] = [0, Number.NEGATIVE_INFINITY, -1];
  for (let i = 0; i < candidates.length; i++) {
    admitted += isMember[candidates[i]];
    const isLast = i === candidates.length - 1;
    if (!isLast && merit[candidates[i + 1]] === merit[candidates[i]]) continue;
    const reached = (2 * admitted) / (members + i + 1);
    if (reached < score) continue;
    score = reached;
    threshold = isLast ? Number.NEGATIVE_INFINITY : merit[candidates[i]];
  }
  return { thresholds: thresholds.with(kind, threshold), score };
}
