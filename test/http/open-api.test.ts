import { Validator } from "@seriousme/openapi-schema-validator";
import { clusterHandler, openApi } from "rfm-kit/http";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";
import { fixture } from "./fixture.js";
import { conforms } from "./schemas.js";

/** The example of the service that this one stands in for. */
const EXAMPLE = {
  clusterId: 1,
  clusterLabel: "En riesgo",
  error: "",
  inputValues: { frequency: 32, monetaryValue: 100924.0, recency: 64 },
  message: "Data processed successfully",
  suggestions: "…",
};
const METRICS = {
  label: "at-risk",
  size: 30,
  shareOfCustomers: 0.3,
  shareOfRevenue: null,
  medians: { frequency: 32, monetaryValue: 100462, recency: 93 },
  distance: 5,
  margin: null,
};

async function validate(description: Record<string, unknown>): Promise<boolean> {
  return (await new Validator().validate(structuredClone(description))).valid;
}

describe("openApi(options)", () => {
  it("is a valid description by OpenAPI 3.1", async () => {
    expect(await validate({ ...openApi() })).toBe(true);
    expect(await validate({ ...openApi(), paths: { "api/cluster": {} } })).toBe(false);
    expect(await validate(JSON.parse(JSON.stringify(openApi())))).toBe(true);
  });

  it("has no reference that leads nowhere", () => {
    const { components, paths } = openApi();
    const found = JSON.stringify({ components, paths }).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
    const names = new Set(Array.from(found, ([, name]) => name));
    expect([...names].sort()).toEqual(["Answer", "Customer", "Metrics", "Refusal"]);
    expect(Object.keys(components.schemas).sort()).toEqual([...names].sort());
  });

  it("describes the parameters that the handler reads", () => {
    const [[path, item]] = Object.entries(openApi().paths);
    expect(path).toBe("/api/cluster");
    expect(item).toMatchObject({
      post: {
        parameters: [
          { name: "recency", in: "query", schema: { type: "integer", exclusiveMinimum: 0 } },
          { name: "frequency", in: "query", schema: { type: "integer", exclusiveMinimum: 0 } },
          { name: "monetary_value", in: "query", schema: { type: "number", exclusiveMinimum: 0 } },
          { name: "Accept-Language", in: "header" },
        ],
        responses: { 200: {}, 400: {}, 413: {}, 415: {} },
      },
    });
  });

  it("holds the example, and none that lacks a key or has another type", () => {
    expect(conforms("Answer", { ...EXAMPLE, cluster: METRICS })).toBe(true);
    expect(conforms("Answer", EXAMPLE)).toBe(false);
    expect(conforms("Answer", { ...EXAMPLE, cluster: METRICS, clusterId: "1" })).toBe(false);
    expect(conforms("Answer", { ...EXAMPLE, cluster: METRICS, error: "late" })).toBe(false);
    expect(conforms("Answer", { ...EXAMPLE, cluster: { ...METRICS, size: 1.5 } })).toBe(false);
    expect(conforms("Refusal", { ...EXAMPLE, cluster: METRICS })).toBe(false);
  });

  it("holds the body that its example shows", async () => {
    const { examples } = openApi().components.schemas.Customer;
    const [customer] = examples as unknown[];
    expect(conforms("Customer", customer)).toBe(true);
    const headers = { "Content-Type": "application/json" };
    const request = { method: "POST", headers, body: JSON.stringify(customer) };
    const answer = await clusterHandler(fixture)(new Request("http://shop.test/api/cluster", request));
    expect(await answer.json()).toMatchObject({
      ...EXAMPLE,
      clusterLabel: "At risk",
      suggestions: expect.any(String),
    });
  });

  it("describes another path, and refuses what is none", () => {
    expect(Object.keys(openApi({ path: "/groups" }).paths)).toEqual(["/groups"]);
    expectRefusal(() => openApi({ path: "groups" }), { code: "invalidOption", path: "path" });
    expectRefusal(() => openApi({ path: "/{id}" }), { code: "invalidOption", path: "path" });
    expectRefusal(() => openApi({ title: "x" } as object), { code: "unknownOption", path: "title" });
  });

  it("is the caller's own to change", () => {
    const mine = openApi();
    Object.assign(mine.components.schemas.Customer, { title: "Kunde" });
    expect(openApi().components.schemas.Customer).not.toHaveProperty("title");
  });
});
