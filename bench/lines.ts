import { randomLcg } from "d3-random";

export interface Line {
  readonly customerId: string;
  readonly orderId: string;
  readonly date: string;
  readonly amount: number;
}

const LINES_A_CUSTOMER = 20;
const LINES_AN_ORDER = 4;

/** Lines of a year in the order of their dates, the same for every run. */
export function makeLines(count: number): Line[] {
  const random = randomLcg(2026);
  const customers = Math.ceil(count / LINES_A_CUSTOMER);
  let customerId = "";
  return Array.from({ length: count }, (_, i) => {
    if (i % LINES_AN_ORDER === 0) customerId = `C${Math.floor(random() * customers)}`;
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor((365 * i) / count)));
    return {
      customerId,
      orderId: `O${Math.floor(i / LINES_AN_ORDER)}`,
      date: day.toISOString().slice(0, 10),
      amount: Math.round(random() * 10_000) / 100,
    };
  });
}
