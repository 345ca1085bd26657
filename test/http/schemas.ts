import { Ajv2020 } from "ajv/dist/2020.js";
import { openApi } from "rfm-kit/http";

const { components } = openApi();
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
ajv.addVocabulary(["components"]);
ajv.addSchema({ $id: "https://shop.test/api", components });

/** Whether a value conforms to a schema of the description. */
export function conforms(schema: "Customer" | "Answer" | "Refusal" | "Metrics", value: unknown): boolean {
  return ajv.validate(`https://shop.test/api#/components/schemas/${schema}`, value);
}
