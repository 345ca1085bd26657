import type { LogReport } from "rfm-kit";
import { formatCount, formatMoney, formatShare } from "./format.js";
import { formatTable } from "./table.js";

/** What came in, what was dropped and why, and what is left. */
export function formatCleaning(report: LogReport, samples: readonly string[]): string {
  const table = formatTable(["", "rows", "amount"], cleaningRows(report));
  return [table, "", ...samples, formatContent(report)].join("\n");
}

function cleaningRows({
  rowsRead,
  rowsKept,
  amount,
  dropped,
  droppedAmounts,
  ...report
}: LogReport): string[][] {
  const read = Object.values(droppedAmounts).reduce((sum, part) => sum + part, amount);
  const { returns, duplicates } = report;
  return [
    ["read", formatCount(rowsRead), formatMoney(read)],
    ...Object.entries(dropped).map(([reason, rows]) => {
      return [`- ${reason}`, formatCount(rows), formatMoney(droppedAmounts[reason])];
    }),
    ["kept", formatCount(rowsKept), formatMoney(amount)],
    ["  of them returns", formatCount(returns.rows), formatMoney(returns.amount)],
    ...(returns.matched === null ? [] : [["  which undo a purchase", formatCount(returns.matched), ""]]),
    ...(duplicates === null ? [] : [["duplicates read", formatCount(duplicates), ""]]),
  ];
}

function formatContent(report: LogReport): string {
  const counts = [
    `${formatCount(report.customers)} customers`,
    `${formatCount(report.orders)} orders`,
    ...(report.products === null ? [] : [`${formatCount(report.products)} products`]),
  ];
  const without = report.customersWithoutPurchase;
  return [
    `${report.firstDay} to ${report.lastDay}: ${counts.join(", ")}.`,
    ...(without === 0
      ? []
      : [`Customers without a purchase left, who stand in no segment: ${formatCount(without)}.`]),
    ...(report.attributes.country === undefined ? [] : [formatCountries(report)]),
  ].join("\n");
}

const SHOWN = 3;

function formatCountries({ amount, attributes }: LogReport): string {
  const { distinct, totals } = attributes.country;
  const first = totals.slice(0, SHOWN).map((total) => {
    return `${total.value ?? "none"} ${formatShare(amount === 0 ? 0 : total.amount / amount)}`;
  });
  return `Amounts by country (${formatCount(distinct)}): ${first.join(", ")}${distinct > SHOWN ? " …" : "."}`;
}
