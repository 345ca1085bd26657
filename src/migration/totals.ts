import { fsum } from "d3-array";
import { hasDrifted, hasMoved } from "./kind.js";
import type { MigratedCustomer, MigrationTotals, Told } from "./migration-types.js";

/** Counts all customers. O(customers). */
export function countTotals(customers: readonly MigratedCustomer[], told: boolean): MigrationTotals<Told> {
  const count = (is: (customer: MigratedCustomer) => boolean) => customers.filter(is).length;
  return {
    customersBefore: count(({ from }) => from !== null),
    entered: count(({ from }) => from === null),
    left: count(({ to }) => to === null),
    customersAfter: count(({ to }) => to !== null),
    stayed: count(({ from, to }) => from === to),
    moved: told ? count(hasMoved) : null,
    drifted: told ? count(hasDrifted) : null,
    revenueBefore: fsum(customers.map(({ monetaryBefore }) => monetaryBefore ?? 0)) + 0,
    revenueAfter: fsum(customers.map(({ monetaryAfter }) => monetaryAfter ?? 0)) + 0,
  };
}
