import type { Line } from "./lines.js";

interface Group {
  last: number;
  monetary: number;
  readonly orders: Set<string>;
}

const DAY = 86_400_000;

/** What one writes by hand: a Map of customers, dates parsed, distinct orders in a set a customer. */
export function groupByMap(lines: readonly Line[]) {
  const groups = new Map<string, Group>();
  let latest = Number.NEGATIVE_INFINITY;
  for (const { customerId, orderId, date, amount } of lines) {
    const time = Date.parse(date);
    if (time > latest) latest = time;
    let group = groups.get(customerId);
    if (group === undefined) {
      group = { last: time, monetary: 0, orders: new Set() };
      groups.set(customerId, group);
    }
    if (time > group.last) group.last = time;
    group.monetary += amount;
    group.orders.add(orderId);
  }
  const asOf = latest + DAY;
  return new Map(
    Array.from(groups, ([customerId, { last, monetary, orders }]) => [
      customerId,
      { recency: (asOf - last) / DAY, frequency: orders.size, monetary },
    ]),
  );
}
