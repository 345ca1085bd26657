import { randomLcg } from "d3-random";

/** Lines of orders as columns, with integer codes for customers and orders and epoch milliseconds for time. */
export interface Lines {
  readonly customer: Int32Array;
  readonly order: Int32Array;
  readonly time: Float64Array;
  readonly amount: Float64Array;
}

export interface Shop {
  readonly lines: number;
  readonly customers: number;
}

export const SEED = 0.2026;
/** The first day that no line is of. */
export const AS_OF = "2025-01-01";

const START = Date.UTC(2024, 0, 1);
const SECONDS = (Date.parse(AS_OF) - START) / 1000;
const MOST_LINES_AN_ORDER = 7;
const LINES_A_CUSTOMER = 10;
/** A prime: multiplying by it strews the frequent buyers over the codes. */
const STRIDE = 7_368_787;

export const shopOf = (lines: number): Shop => ({ lines, customers: Math.ceil(lines / LINES_A_CUSTOMER) });

/** All lines of a shop at once. */
export function makeLines(shop: Shop): Lines {
  const lines = emptyLines(shop.lines);
  openTill(shop)(lines);
  return lines;
}

/** The same lines in batches, which share their memory. */
export function* makeBatches(shop: Shop, size: number): Generator<Lines> {
  const batch = emptyLines(size);
  const fill = openTill(shop);
  for (let from = 0; from < shop.lines; from += size) {
    const part = shop.lines - from < size ? emptyLines(shop.lines - from) : batch;
    fill(part);
    yield part;
  }
}

/** Room for lines. */
export function emptyLines(count: number): Lines {
  return {
    customer: new Int32Array(count),
    order: new Int32Array(count),
    time: new Float64Array(count),
    amount: new Float64Array(count),
  };
}

/**
 * Writes the next lines of a year into each batch it is given. An order is a run of one to seven lines of one
 * customer at one second, and may go on in the next batch: the lines do not depend on the size of the batches.
 */
function openTill({ lines, customers }: Shop): (batch: Lines) => void {
  const random = randomLcg(SEED);
  let [line, order, left, customer, time] = [0, -1, 0, 0, 0];

  function nextOrder(): void {
    order++;
    left = 1 + Math.floor(random() * MOST_LINES_AN_ORDER);
    const place = Math.floor(customers * random() ** 2);
    customer = (place * STRIDE) % customers;
    time = START + 1000 * Math.floor((SECONDS * line) / lines);
  }

  return (batch) => {
    for (let i = 0; i < batch.customer.length; i++) {
      if (left === 0) nextOrder();
      batch.customer[i] = customer;
      batch.order[i] = order;
      batch.time[i] = time;
      batch.amount[i] = (1 + Math.floor(random() * 10_000)) / 100;
      left--;
      line++;
    }
  };
}
