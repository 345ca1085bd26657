import { meets, type ProgrammeConditions } from "./conditions.js";
import type { LoyaltyProgramme } from "./programme-types.js";
import type { ProgrammeCustomer } from "./select.js";

/** How near a rule comes to a choice of members. O(n). */
export function agreement(
  entry: ProgrammeConditions,
  customers: readonly ProgrammeCustomer[],
  isMember: Uint8Array,
): Pick<LoyaltyProgramme, "customers" | "members" | "admitted" | "precision" | "recall"> {
  let [members, admitted, both] = [0, 0, 0];
  for (const [row, customer] of customers.entries()) {
    const isAdmitted = Number(meets(entry, customer));
    members += isMember[row];
    admitted += isAdmitted;
    both += isMember[row] * isAdmitted;
  }
  const part = (all: number) => (all === 0 ? null : both / all);
  return { customers: customers.length, members, admitted, precision: part(admitted), recall: part(members) };
}
