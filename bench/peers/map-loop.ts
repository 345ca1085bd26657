import type { Row } from "../data/forms.js";

interface Group {
  first: number;
  last: number;
  monetary: number;
  readonly orders: Set<string>;
}

const DAY = 86_400_000;

/** What one writes by hand: a Map of customers, dates parsed, distinct orders in a set a customer. */
function groupByMap(rows: readonly Row[], asOf: string): Map<string, Group> {
  const end = Date.parse(asOf) + DAY;
  const groups = new Map<string, Group>();
  for (const { customerId, orderId, date, amount } of rows) {
    const time = Date.parse(date);
    if (time >= end) continue;
    let group = groups.get(customerId);
    if (group === undefined) {
      group = { first: time, last: time, monetary: 0, orders: new Set() };
      groups.set(customerId, group);
    }
    if (time > group.last) group.last = time;
    if (time < group.first) group.first = time;
    group.monetary += amount;
    group.orders.add(orderId);
  }
  return groups;
}

/** One row a customer, recency and tenure in calendar days. */
export function rfmByMap(rows: readonly Row[], asOf: string) {
  const day = Date.parse(asOf) / DAY;
  return Array.from(groupByMap(rows, asOf), ([customerId, { first, last, monetary, orders }]) => ({
    customerId,
    recency: day - Math.floor(last / DAY),
    frequency: orders.size,
    monetary,
    tenure: day - Math.floor(first / DAY),
  }));
}
