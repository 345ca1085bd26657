import type { CountedGroup } from "./anonymise-types.js";

/**
 * The groups that cannot stand by themselves: those of fewer than `k` customers, and of the others the smallest until there
 * are two or more with `k` customers or more together. What is left over of the totals then says nothing of fewer than `k`.
 * Empty groups are not among them. O(n log n).
 */
export function smallGroups(rows: readonly CountedGroup[], k: number): ReadonlySet<number> {
  const bySize = [...rows.keys()]
    .filter((row) => rows[row].customers > 0)
    .sort((a, b) => rows[a].customers - rows[b].customers);
  const small = new Set<number>();
  let together = 0;
  for (const row of bySize) {
    const { customers } = rows[row];
    const covered = small.size === 0 || (small.size > 1 && together >= k);
    if (customers >= k && covered) break;
    small.add(row);
    together += customers;
  }
  return small;
}
