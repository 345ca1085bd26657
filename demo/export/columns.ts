import { Failure } from "../failure.js";

/** The usual names of each column, in lower case without spaces, underscores and hyphens. */
const USUAL_NAMES = {
  customer: [
    "customerid",
    "customer",
    "customerno",
    "customernumber",
    "clientid",
    "client",
    "userid",
    "custid",
  ],
  order: ["invoiceno", "invoice", "invoiceid", "orderid", "order", "orderno", "ordernumber", "transactionid"],
  date: ["invoicedate", "orderdate", "purchasedate", "transactiondate", "date", "createdat", "timestamp"],
  amount: ["amount", "revenue", "total", "totalamount", "totalprice", "ordertotal", "sales", "dollars"],
  quantity: ["quantity", "qty", "units", "cds"],
  price: ["unitprice", "price"],
  product: ["stockcode", "product", "productid", "sku", "item", "itemid"],
  description: ["description", "productname", "itemname"],
  country: ["country"],
} as const;

/** The usual names, a line a column. */
export function listUsualNames(): string {
  const lines = Object.entries(USUAL_NAMES).map(
    ([role, names]) => `  ${role.padEnd(11)}  ${names.join(", ")}`,
  );
  return lines.join("\n");
}

/** What a column can be; each has a flag of its name. */
type Role = keyof typeof USUAL_NAMES;

/** Columns that the user names. */
export type ColumnNames = Readonly<Partial<Record<Role, string>>>;

/** Where a header has its columns. */
export interface Places {
  readonly customer: number;
  readonly order: number | undefined;
  readonly date: number;
  readonly quantity: number | undefined;
  readonly product: number | undefined;
  readonly description: number | undefined;
  readonly country: number | undefined;
  /** The columns whose product is the amount: one of amounts, or quantity and price. */
  readonly factors: readonly number[];
}

/** Finds the columns by name, or by their usual names; whatever is not clear is refused. */
export function findColumns(header: readonly string[], names: ColumnNames = {}): Places {
  const find = (role: Role): number | undefined => {
    const name = names[role];
    return name === undefined ? guess(header, role) : locate(header, role, name);
  };
  return {
    customer: find("customer") ?? refuse(header, "the customer", "--customer"),
    order: find("order"),
    date: find("date") ?? refuse(header, "the date", "--date"),
    quantity: find("quantity"),
    product: find("product"),
    description: find("description"),
    country: find("country"),
    factors: findFactors(find, names) ?? refuse(header, "the amount", "--amount, or --quantity and --price"),
  };
}

/** A column of amounts goes before quantity × price, unless the price alone was named. */
function findFactors(
  find: (role: Role) => number | undefined,
  names: ColumnNames,
): readonly number[] | undefined {
  const byPrice = names.price !== undefined && names.amount === undefined;
  const amount = byPrice ? undefined : find("amount");
  if (amount !== undefined) return [amount];
  const quantity = find("quantity");
  const price = find("price");
  return quantity === undefined || price === undefined ? undefined : [quantity, price];
}

function locate(header: readonly string[], role: Role, name: string): number {
  const place = header.indexOf(name);
  if (place >= 0) return place;
  throw new Failure(`There is no column "${name}" for --${role}; the columns are ${list(header)}.`);
}

function guess(header: readonly string[], role: Role): number | undefined {
  const usual: readonly string[] = USUAL_NAMES[role];
  const places = [...header.keys()].filter((place) => usual.includes(simplify(header[place])));
  if (places.length < 2) return places[0];
  const names = list(places.map((place) => header[place]));
  throw new Failure(`Columns ${names} may all be the ${role}: name the one with --${role}.`);
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

function refuse(header: readonly string[], what: string, flags: string): never {
  throw new Failure(`No column looks like ${what}: name it with ${flags}; the columns are ${list(header)}.`);
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
