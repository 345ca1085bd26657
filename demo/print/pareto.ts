import { customersForShare, giniCoefficient, paretoShare } from "rfm-kit";
import type { Analysis } from "../analysis.js";
import { formatCount, formatShare } from "./format.js";

/** How concentrated revenue is, in a sentence or two. */
export function formatPareto(customers: Analysis["customers"]): string {
  const top = Math.ceil(customers.length / 5);
  const held = paretoShare(customers, { top: 0.2, negative: "floor" });
  const needed = customersForShare(customers, { share: 0.8, negative: "floor" });
  const gini = giniCoefficient(customers, { negative: "floor" });
  return [
    `The top 20 % of customers (${formatCount(top)}) bring ${formatShare(held)} of revenue; `,
    `80 % of revenue comes from ${formatCount(needed.customers)} customers (${formatShare(needed.share)}). `,
    `Gini ${gini.toFixed(3)}.`,
    formatNegative(customers.filter(({ monetary }) => monetary < 0).length),
  ].join("");
}

function formatNegative(count: number): string {
  if (count === 0) return "";
  return `\nCustomers who returned more than they bought, and count as 0 here: ${formatCount(count)}.`;
}
