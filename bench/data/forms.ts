import type { Lines } from "./shop.js";

/** A line as a row with the library's own names. */
export interface Row {
  readonly customerId: string;
  readonly orderId: string;
  /** With its zone, so that `Date.parse` reads it right everywhere: `2024-03-01T10:15:00Z`. */
  readonly date: string;
  readonly amount: number;
}

/** The lines as dictionary-coded columns. */
export function asColumns({ customer, order, time, amount }: Lines) {
  return { customerId: dictionary(customer), orderId: dictionary(order), date: time, amount };
}

/** The lines as columns of plain integer ids. */
export function asIds({ customer, order, time, amount }: Lines) {
  return { customerId: customer, orderId: order, date: time, amount };
}

function dictionary(codes: Int32Array) {
  const most = codes.reduce((most, code) => Math.max(most, code), -1);
  return { codes, values: Array.from({ length: most + 1 }, (_, code) => code) };
}

/** The lines as rows that come from JSON, as a server gets them. */
export function asRows({ customer, order, time, amount }: Lines): Row[] {
  const rows = Array.from(customer, (code, i) => ({
    customerId: `C${code}`,
    orderId: `O${order[i]}`,
    date: new Date(time[i]).toISOString().replace(".000", ""),
    amount: amount[i],
  }));
  return JSON.parse(JSON.stringify(rows));
}
