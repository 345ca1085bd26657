import { ExactSum } from "../core/sum.js";
import type { TransactionLog } from "../transactions/log-types.js";
import type { Window } from "../transactions/window.js";
import type { CustomerFeatures } from "./feature-types.js";

type Spend = Pick<CustomerFeatures, "returnRate" | "shareOfRecentSpend">;

/** Divides what customers spent: into what came back, and what is recent. */
export function openSpend(
  log: TransactionLog<unknown>,
  window: Window,
  isRecent: (point: number) => boolean,
): (customer: number, rows: Int32Array) => Spend {
  const { amounts, report } = log;
  const clock = window.elapsed ? log.times : log.days;
  const knowsReturns = !("return" in report.dropped);
  const undone = undonePurchases(log, clock, window);
  return (customer, rows) => {
    const [spent, recent, bought, returned] = Array.from({ length: 4 }, () => new ExactSum());
    for (const row of rows) {
      const amount = amounts[row];
      if (amount < 0) {
        returned.add(-amount);
        continue;
      }
      spent.add(amount);
      bought.add(amount);
      if (isRecent(clock[row])) recent.add(amount);
    }
    for (const amount of undone.get(customer) ?? []) {
      bought.add(amount);
      returned.add(amount);
    }
    return {
      returnRate: knowsReturns ? ratio(returned, bought) : null,
      shareOfRecentSpend: ratio(recent, spent),
    };
  };
}

/** The amounts that a window shows bought and, by a matched return, brought back. */
function undonePurchases(
  { amounts, customers, partners }: TransactionLog<unknown>,
  clock: Int32Array | Float64Array,
  { bounds }: Window,
): Map<number, number[]> {
  const undone = new Map<number, number[]>();
  if (partners === undefined) return undone;
  for (let row = 0; row < partners.length; row++) {
    const partner = partners[row];
    if (partner < 0 || amounts[row] < 0 || clock[row] < bounds.from || clock[partner] > bounds.to) continue;
    const known = undone.get(customers.codes[row]);
    if (known) known.push(amounts[row]);
    else undone.set(customers.codes[row], [amounts[row]]);
  }
  return undone;
}

function ratio(part: ExactSum, whole: ExactSum): number | null {
  const total = whole.valueOf();
  return total === 0 ? null : part.valueOf() / total;
}
