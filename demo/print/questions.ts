import { customersWorthReactivating, mostProfitableCustomers, slippingLoyalCustomers } from "rfm-kit";
import type { Analysis } from "../analysis.js";

/** The three questions that managers ask, a line each. */
export function formatQuestions(customers: Analysis["customers"]): string {
  return [
    mostProfitableCustomers(customers).answer,
    slippingLoyalCustomers(customers).answer,
    customersWorthReactivating(customers).answer,
  ].join("\n");
}
