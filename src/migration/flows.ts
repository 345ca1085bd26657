import { ExactSum } from "../core/sum.js";
import { hasDrifted, hasMoved } from "./kind.js";
import type { MigratedCustomer, MigrationFlow, Told } from "./migration-types.js";

/** What is counted of the customers between two segments. */
class Flow {
  customers = 0;
  moved = 0;
  drifted = 0;
  readonly revenueBefore = new ExactSum();
  readonly revenueAfter = new ExactSum();

  add(customer: MigratedCustomer): void {
    this.customers++;
    if (hasMoved(customer)) this.moved++;
    if (hasDrifted(customer)) this.drifted++;
    this.revenueBefore.add(customer.monetaryBefore ?? 0);
    this.revenueAfter.add(customer.monetaryAfter ?? 0);
  }
}

/** Counts the pairs of segments that occur, in the order of the names, the absent last. O(customers + names²). */
export function countFlows(
  names: readonly string[],
  customers: readonly MigratedCustomer[],
  told: boolean,
): MigrationFlow<string, Told>[] {
  const ends = [...names, null];
  const flows = new Map(ends.map((from) => [from, new Map<string | null, Flow>()]));
  for (const customer of customers) {
    const targets = flows.get(customer.from) as Map<string | null, Flow>;
    const flow = targets.get(customer.to) ?? new Flow();
    targets.set(customer.to, flow);
    flow.add(customer);
  }
  return Array.from(flows).flatMap(([from, targets]) => {
    const all = Array.from(targets.values()).reduce((count, flow) => count + flow.customers, 0);
    return ends.flatMap((to) => {
      const flow = targets.get(to);
      return flow === undefined ? [] : [{ from, to, ...summarize(flow, all, told) }];
    });
  });
}

function summarize(
  { customers, moved, drifted, revenueBefore, revenueAfter }: Flow,
  all: number,
  told: boolean,
) {
  return {
    customers,
    share: customers / all,
    moved: told ? moved : null,
    drifted: told ? drifted : null,
    revenueBefore: revenueBefore.valueOf(),
    revenueAfter: revenueAfter.valueOf(),
  };
}
