import { join } from "node:path";
import { type ClusterAnswer, openApi } from "rfm-kit/http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServerProgram, startServer } from "./program.js";
import { conforms } from "./schemas.js";
import { send } from "./serve.js";

const ROOT = join(import.meta.dirname, "..", "..");

describe("the example server on Node", () => {
  let server: ServerProgram;
  beforeAll(async () => {
    server = await startServer(process.execPath, ["--import", "tsx", "examples/server.ts"], ROOT);
  });
  afterAll(() => server?.stop());

  it("answers the example of its description", async () => {
    const path = "/api/cluster?recency=64&frequency=32&monetary_value=100924";
    const answer = await fetch(server.origin + path, {
      method: "POST",
      headers: { "Accept-Language": "es" },
    });
    const found = (await answer.json()) as ClusterAnswer;
    expect(conforms("Answer", found)).toBe(true);
    expect(found).toMatchObject({
      clusterId: 1,
      clusterLabel: "En riesgo",
      error: "",
      inputValues: { frequency: 32, monetaryValue: 100924.0, recency: 64 },
      message: "Data processed successfully",
    });
  });

  it("gives its page, which asks for every parameter", async () => {
    const page = await fetch(`${server.origin}/`);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const html = await page.text();
    for (const name of ["recency", "frequency", "monetary_value"]) expect(html).toContain(`name="${name}"`);
  });

  it("gives its description", async () => {
    expect(await (await fetch(`${server.origin}/openapi.json`)).json()).toEqual(openApi());
  });

  it("refuses what is wrong, and answers the next question all the same", async () => {
    const answers = await Promise.all([
      send(server.origin, { method: "POST", path: "/api/cluster?recency=0" }),
      send(server.origin, { method: "POST", path: "//" }),
      send(server.origin, { method: "OPTIONS", path: "*" }),
      send(server.origin, { method: "GET", path: "/api/cluster" }),
      send(server.origin, { method: "POST", path: "/api/cluster", body: new Uint8Array(3_000_000) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 404, 405, 413]);
    for (const { text } of answers) expect(conforms("Refusal", JSON.parse(text))).toBe(true);
    expect((await fetch(`${server.origin}/`)).status).toBe(200);
  });
});
