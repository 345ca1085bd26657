import type { Line } from "./generators.js";

/** Counts what the generators made, so that a run can say that it met the hard cases. */
const counts = { lines: 0, ties: 0, returns: 0, sharedOrders: 0, logs: 0, customers: 0, tiedCustomers: 0 };

export function seeLines(lines: readonly Line[]): void {
  counts.logs++;
  counts.lines += lines.length;
  const days = new Set<string>();
  const owners = new Map<string, Line["customerId"]>();
  const shared = new Set<string>();
  for (const { customerId, orderId, date, amount } of lines) {
    const day = `${String(customerId)} ${date.slice(0, 10)}`;
    if (days.has(day)) counts.ties++;
    days.add(day);
    if (amount < 0) counts.returns++;
    if (orderId === null) continue;
    if (owners.has(orderId) && owners.get(orderId) !== customerId) shared.add(orderId);
    owners.set(orderId, customerId);
  }
  counts.sharedOrders += lines.filter(({ orderId }) => orderId !== null && shared.has(orderId)).length;
}

export function seeCustomers(customers: readonly { frequency: number }[]): void {
  counts.customers += customers.length;
  counts.tiedCustomers += customers.length - new Set(customers.map(({ frequency }) => frequency)).size;
}

const percent = (part: number, whole: number) => `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;

/** A sentence on the logs and one on the customers that were made. */
export function describeShares(): string {
  const { lines, ties, returns, sharedOrders, logs, customers, tiedCustomers } = counts;
  const sentences: string[] = [];
  if (logs > 0) {
    const tied = `${percent(ties, lines)} tied with another on customer and day`;
    const shared = `${percent(sharedOrders, lines)} under an order id that customers share`;
    sentences.push(
      `generated ${logs} logs of ${lines} lines: ${tied}, ${percent(returns, lines)} returns, ${shared}`,
    );
  }
  if (customers > 0) {
    sentences.push(
      `generated ${customers} customers: ${percent(tiedCustomers, customers)} tied on frequency`,
    );
  }
  return sentences.join("\n");
}
