import { DONE, figuresOf, REFUSED } from "./answer.js";
import { PARAMETERS } from "./parameters.js";

/** A schema of JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
export type Schema = { readonly [keyword: string]: unknown };

const share = { type: "number", minimum: 0, maximum: 1 };
const shareOrNull = { type: ["number", "null"], description: "Null where there was no revenue." };
const length = { type: "number", minimum: 0 };
const lengthOrNull = { type: ["number", "null"], minimum: 0 };

/** An object that has all of its properties. */
const record = (properties: object, more: Schema = {}): Schema => ({
  type: "object",
  ...{ required: Object.keys(properties), properties, ...more },
});

const figures = record(figuresOf(() => ({ type: "number" })));
const inputs = record(figuresOf(({ description, schema }) => ({ description, ...schema })));
const inputsOrNull = record(figuresOf(({ description }) => ({ description, type: ["number", "null"] })));

const customer = record(
  Object.fromEntries(PARAMETERS.map(({ name, description, schema }) => [name, { description, ...schema }])),
  { examples: [Object.fromEntries(PARAMETERS.map(({ name, example }) => [name, example]))] },
);

const metrics = record({
  label: { type: "string", description: "What the cluster is called in every language, such as at-risk." },
  size: { type: "integer", minimum: 0, description: "Customers that the model was fitted to." },
  shareOfCustomers: share,
  shareOfRevenue: shareOrNull,
  medians: figures,
  distance: { ...length, description: "From the customer to the centroid, in the space of the model." },
  margin: { ...lengthOrNull, description: "How much further the next centroid is; null if there is none." },
});

const answer = record({
  clusterId: { type: "integer", minimum: 0 },
  clusterLabel: { type: "string", description: "The name of the cluster, in the language asked for." },
  error: { type: "string", const: "" },
  inputValues: inputs,
  message: { type: "string", const: DONE },
  suggestions: { type: "string", description: "What to do for the customers of this cluster." },
  cluster: { $ref: "#/components/schemas/Metrics" },
});

const refusal = record({
  clusterId: { type: "null" },
  clusterLabel: { type: "string", const: "" },
  error: { type: "string", minLength: 1, description: "One sentence that names the parameter at fault." },
  inputValues: inputsOrNull,
  message: { type: "string", const: REFUSED },
  suggestions: { type: "string", const: "" },
  cluster: { type: "null" },
});

/** Every schema of the description, by its name. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  Customer: customer,
  Metrics: metrics,
  Answer: answer,
  Refusal: refusal,
};
