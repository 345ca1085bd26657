import { checkOptions } from "../core/options.js";
import { readPath } from "./options.js";
import { PARAMETERS } from "./parameters.js";
import { SCHEMAS, type Schema } from "./schemas.js";

/** What is described. */
export interface OpenApiOptions {
  /** The path of the handler. Default: `"/api/cluster"`. */
  readonly path?: string | undefined;
}

/** A description in OpenAPI 3.1, as plain JSON. */
export interface OpenApiDocument {
  readonly openapi: "3.1.1";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Schema>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/**
 * Describes the handler in OpenAPI 3.1, from the same table of parameters that it validates with.
 *
 * Cost: O(1).
 *
 * @param options the path, where it is another one than the default.
 * @returns a plain object, to be served as JSON.
 * @throws RfmError on a path that cannot stand in a URL.
 * @see https://spec.openapis.org/oas/v3.1.1.html
 * @example
 * ```ts
 * import { openApi } from "rfm-kit/http";
 *
 * const description = openApi();
 * description.openapi; // => "3.1.1"
 * Object.keys(description.paths); // => ["/api/cluster"]
 * ```
 */
export function openApi(options: OpenApiOptions = {}): OpenApiDocument {
  checkOptions("openApi", options, ["path"]);
  const path = readPath("openApi", options.path);
  return {
    openapi: "3.1.1",
    info: {
      title: "Customer clusters",
      version: "1",
      description: "Which group a customer belongs to, by recency, frequency and monetary value.",
    },
    paths: { [path]: { post: describeQuestion() } },
    components: { schemas: structuredClone(SCHEMAS) },
  };
}

function describeQuestion(): Schema {
  const refusals = Object.entries(REFUSALS).map(([status, description]) => [status, refused(description)]);
  return {
    operationId: "assignCluster",
    summary: "The cluster of one customer or of many",
    description: "Give one customer in the query, or one or many in the body; not both.",
    parameters: [...PARAMETERS.map(describeParameter), LANGUAGE],
    requestBody: { required: false, content: json(oneOrMany("Customer")) },
    responses: { 200: answered(), ...Object.fromEntries(refusals) },
  };
}

function describeParameter({ name, description, schema, example }: (typeof PARAMETERS)[number]): Schema {
  return { name, in: "query", required: false, description, schema, example };
}

const LANGUAGE = {
  name: "Accept-Language",
  in: "header",
  required: false,
  description: "The language of names, suggestions and errors.",
  schema: { type: "string" },
  example: "es, en;q=0.5",
} as const;

const REFUSALS = {
  400: "Wrong input; error names the parameter.",
  413: "The body is over the limit.",
  415: "The body is compressed, or no JSON by its content type.",
} as const;

function answered(): Schema {
  const description = "An answer for one customer, an array of answers for an array.";
  return { description, content: json(oneOrMany("Answer")) };
}

function refused(description: string): Schema {
  return { description, content: json(reference("Refusal")) };
}

function json(schema: Schema): Schema {
  return { "application/json": { schema } };
}

function oneOrMany(name: string): Schema {
  return { oneOf: [reference(name), { type: "array", items: reference(name) }] };
}

function reference(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}
