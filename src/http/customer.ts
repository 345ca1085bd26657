import { isPlain } from "../core/plain.js";
import { figuresOf } from "./answer.js";
import { RequestFault } from "./fault.js";
import { type Customer, faultOf, PARAMETERS } from "./parameters.js";

type Values = Readonly<Record<string, unknown>>;

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Whether a query names a parameter. */
export function hasCustomer(query: URLSearchParams): boolean {
  return PARAMETERS.some(({ name }) => query.has(name));
}

/** The customer of a query, whose numbers are written as in JSON; what is written otherwise is none. */
export function customerOfQuery(query: URLSearchParams): Customer {
  const values: Record<string, unknown> = {};
  for (const { name } of PARAMETERS) {
    const [text, ...more] = query.getAll(name);
    if (more.length > 0) throw new RequestFault(400, (texts) => texts.repeated(name));
    if (text !== undefined) values[name] = JSON_NUMBER.test(text) ? Number(text) : Number.NaN;
  }
  return readCustomer(values, "");
}

/** The customers of a body: one, or an array of them. */
export function customersOfJson(json: unknown): Customer | Customer[] {
  if (!Array.isArray(json)) return customerOfJson(json, "");
  return json.map((entry: unknown, i) => customerOfJson(entry, `[${i}]`));
}

function customerOfJson(json: unknown, place: string): Customer {
  if (isPlain(json)) return readCustomer(json, place === "" ? "" : `${place}.`);
  const names = PARAMETERS.map(({ name }) => name).join(", ");
  throw new RequestFault(400, (texts) => texts.notCustomer(place || "body", names));
}

function readCustomer(values: Values, prefix: string): Customer {
  for (const { name, schema } of PARAMETERS) {
    const field = `${prefix}${name}`;
    const given = Object.hasOwn(values, name);
    const fault = given ? faultOf(schema, values[name]) : "missing";
    if (fault === undefined) continue;
    const inputs = figuresOf((parameter) => numberIn(values, parameter.name));
    throw new RequestFault(400, (texts) => texts[fault](field, schema.maximum), { inputs });
  }
  const entries = PARAMETERS.map(({ feature, name }) => [feature, values[name]]);
  return Object.fromEntries(entries) as Customer;
}

/** The number under a name; null where it is none, or none that JSON can show. */
function numberIn(values: Values, name: string): number | null {
  const value = Object.hasOwn(values, name) ? values[name] : null;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
