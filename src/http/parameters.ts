/** What a value has to be, in words of JSON Schema. */
export interface ParameterSchema {
  readonly type: "integer" | "number";
  readonly exclusiveMinimum: number;
  readonly maximum: number;
}

/** The parameters in the order they are checked in: what the handler reads, and what its description says. */
export const PARAMETERS = [
  {
    name: "recency",
    feature: "recency",
    description: "Days since the last purchase.",
    example: 64,
    schema: { type: "integer", exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  },
  {
    name: "frequency",
    feature: "frequency",
    description: "Number of purchases.",
    example: 32,
    schema: { type: "integer", exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  },
  {
    name: "monetary_value",
    feature: "monetary",
    description: "Money spent, in the unit of the orders that the model was fitted to.",
    example: 100924,
    schema: { type: "number", exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  },
] as const satisfies readonly {
  readonly name: string;
  readonly feature: string;
  readonly description: string;
  readonly example: number;
  readonly schema: ParameterSchema;
}[];

export type Parameter = (typeof PARAMETERS)[number];

/** The values of a customer under the names that the model knows. */
export type Customer = Readonly<Record<Parameter["feature"], number>>;

/** What is wrong with a value, or `undefined`. */
export function faultOf(
  { type, exclusiveMinimum, maximum }: ParameterSchema,
  value: unknown,
): "isText" | "notWhole" | "notNumber" | "tooLarge" | undefined {
  if (typeof value === "string") return "isText";
  const wrong = type === "integer" ? "notWhole" : "notNumber";
  if (typeof value !== "number" || Number.isNaN(value)) return wrong;
  if (value > maximum) return "tooLarge";
  if (type === "integer" && !Number.isInteger(value)) return wrong;
  return value > exclusiveMinimum ? undefined : wrong;
}
