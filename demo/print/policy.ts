import type { Places } from "../export/columns.js";
import type { Cleaning } from "../export/log.js";

/** Which column of an export was taken for what. */
export function formatColumns(header: readonly string[], { factors, ...places }: Places): string {
  const found = Object.entries(places).filter((entry): entry is [string, number] => entry[1] !== undefined);
  const columns = found.map(([role, place]) => `${role} = ${header[place]}`);
  const amount = `amount = ${factors.map((place) => header[place]).join(" × ")}`;
  return `Columns: ${[...columns, amount].join(", ")}.`;
}

const RETURNS = {
  net: "Returns lower what their customer brought.",
  drop: "Returns are dropped.",
  match: "A return undoes the purchase it matches, and lowers revenue where it matches none.",
};

const DUPLICATES = {
  keep: "Duplicates are not looked for.",
  count: "Duplicates are counted, and kept.",
  drop: "Duplicates are dropped.",
};

/** How rows are treated that are no ordinary purchases. */
export function formatPolicy({ returns, duplicates }: Cleaning, hasQuantity: boolean): string {
  const byQuantity = 'Rows with a quantity of 0 or less are left out as "returned".';
  return [
    "Rows without a customer, a date or an amount are dropped.",
    returns === undefined && hasQuantity ? byQuantity : RETURNS[returns ?? "net"],
    DUPLICATES[duplicates],
  ].join("\n");
}
