import { type ClusterAnswer, clusterHandler } from "rfm-kit/http";
import { en, es, pt } from "rfm-kit/locale";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";
import { fixture } from "./fixture.js";
import { send, serveUntilTheEnd } from "./serve.js";

const QUESTION = "/api/cluster?recency=64&frequency=32&monetary_value=100924";
const CUSTOMER = { recency: 64, frequency: 32, monetary_value: 100924 };
const HIBERNATING = { recency: 120, frequency: 2, monetary_value: 924.5 };

const origin = await serveUntilTheEnd(clusterHandler(fixture));

const post = (path: string, headers: Record<string, string> = {}, body?: string) => {
  return fetch(origin + path, { method: "POST", headers, ...(body === undefined ? {} : { body }) });
};
const postJson = (json: unknown, headers: Record<string, string> = {}) => {
  return post("/api/cluster", { "Content-Type": "application/json", ...headers }, JSON.stringify(json));
};

describe("clusterHandler(model, options), asked over HTTP", () => {
  it("answers the example of its description", async () => {
    const answer = await post(QUESTION, { "Accept-Language": "es" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/json");
    const text = await answer.text();
    expect(text).toMatch(
      /^\{"clusterId":1,"clusterLabel":"En riesgo","error":"","inputValues":\{"frequency":32,"monetaryValue":100924,"recency":64\},"message":"Data processed successfully","suggestions":"Escríbales de forma personal[^"]+","cluster":\{/,
    );
    const { cluster } = JSON.parse(text) as ClusterAnswer;
    const { distance, margin, ...figures } = cluster;
    expect(figures).toEqual({
      label: "at-risk",
      size: 30,
      shareOfCustomers: 0.3,
      // 30 × 200,924 of 12,842,400.
      shareOfRevenue: 6_027_720 / 12_842_400,
      medians: { frequency: 32, monetaryValue: 100_462, recency: 93 },
    });
    expect(distance).toBeCloseTo(5, 12);
    expect(margin).toBeCloseTo(2, 12);
  });

  it("answers a customer in the body alike, and keeps no name that it does not know", async () => {
    const inQuery = await (await post(QUESTION)).json();
    expect(await (await postJson({ ...CUSTOMER, id: 7, constructor: 1 })).json()).toEqual(inQuery);
    expect(await (await post(`${QUESTION}&utm_source=mail`)).json()).toEqual(inQuery);
    const charset = { "Content-Type": 'Application/JSON ; charset="UTF-8"', "Content-Encoding": "identity" };
    expect(await (await postJson(CUSTOMER, charset)).json()).toEqual(inQuery);
    expect(
      await (await post("/api/cluster?x=1", charset, `\ufeff${JSON.stringify(CUSTOMER)}`)).json(),
    ).toEqual(inQuery);
  });

  it("answers many customers with an array in their order", async () => {
    const answers = (await (await postJson([HIBERNATING, CUSTOMER])).json()) as ClusterAnswer[];
    expect(answers.map(({ clusterId, clusterLabel }) => [clusterId, clusterLabel])).toEqual([
      [3, "Hibernating"],
      [1, "At risk"],
    ]);
    expect(answers[0].inputValues).toEqual({ frequency: 2, monetaryValue: 924.5, recency: 120 });
    expect(await (await postJson([CUSTOMER])).json()).toEqual([await (await post(QUESTION)).json()]);
    expect(await (await postJson([])).json()).toEqual([]);
  });

  it.each([
    ["64", "32", "1e5"],
    ["64.0", "3.2e1", "100924.25"],
    ["1", "1", "0.01"],
    ["9007199254740991", "9007199254740991", "9007199254740991"],
    ["%36%34", "32", "1E%2B5"],
  ])("takes numbers as JSON writes them: %s, %s, %s", async (recency, frequency, monetary) => {
    const query = `?recency=${recency}&frequency=${frequency}&monetary_value=${monetary}`;
    const answer = (await (await post(`/api/cluster${query}`)).json()) as ClusterAnswer;
    expect(answer.error).toBe("");
    expect(answer.inputValues).toEqual({
      frequency: Number(frequency),
      monetaryValue: Number(decodeURIComponent(monetary)),
      recency: Number(decodeURIComponent(recency)),
    });
    expect(Number.isFinite(answer.cluster.distance)).toBe(true);
    expect(answer.cluster.margin).toBeGreaterThanOrEqual(0);
  });

  it("asks with OPTIONS, and is told what there is", async () => {
    const answer = await fetch(`${origin}/api/cluster`, { method: "OPTIONS" });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("allow")).toBe("POST, OPTIONS");
    const head = await fetch(`${origin}/api/cluster`, { method: "HEAD" });
    expect([head.status, head.headers.get("allow"), await head.text()]).toEqual([405, "POST, OPTIONS", ""]);
  });

  it("reads a body of the longest length, and leaves one byte more", async () => {
    const json = JSON.stringify(CUSTOMER);
    const handler = clusterHandler(fixture, { maxBodyBytes: json.length });
    const ask = (body: string) => {
      const headers = { "Content-Type": "application/json" };
      return handler(new Request("http://shop.test/api/cluster", { method: "POST", headers, body }));
    };
    expect((await ask(json)).status).toBe(200);
    expect((await ask(`${json} `)).status).toBe(413);
  });

  it("answers an endless body at the limit, and cuts it off after a while", async () => {
    let given = 0;
    let cutAt = (_bytes: number) => {};
    const cut = new Promise<number>((resolve) => {
      cutAt = resolve;
    });
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 100;
        controller.enqueue(new Uint8Array(100).fill(32));
      },
      cancel: () => cutAt(given),
    });
    const headers = { "Content-Type": "application/json", "Content-Length": "10" };
    const init = { method: "POST", headers, body, duplex: "half" } as const;
    const handler = clusterHandler(fixture, { maxBodyBytes: 1000 });
    expect((await handler(new Request("http://shop.test/api/cluster", init))).status).toBe(413);
    expect(given).toBeLessThan(5000);
    expect(await cut).toBeLessThan(102_500);
  });

  it("keeps a connection after bodies that are far too long", async () => {
    const body = new Uint8Array(5_000_000);
    for (let i = 0; i < 10; i++) {
      expect((await fetch(`${origin}/api/cluster`, { method: "POST", body })).status).toBe(413);
      expect((await post(QUESTION)).status).toBe(200);
    }
  });

  it("says so where a body breaks off", async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"recency": 6'));
      },
      pull(controller) {
        controller.error(new Error("gone"));
      },
    });
    const init = { method: "POST", body, duplex: "half" } as const;
    const answer = await clusterHandler(fixture)(new Request("http://shop.test/api/cluster", init));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: "The body ended before it was complete." });
  });

  it("answers the same question the same way, however often", async () => {
    const handler = clusterHandler(fixture);
    const ask = async () => (await handler(new Request(origin + QUESTION, { method: "POST" }))).text();
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(new Set(answers).size).toBe(1);
  });

  it("has a margin of null where there is one cluster only", async () => {
    const [, alone] = fixture.clusters;
    const model = { ...fixture, k: 1, clusters: [{ ...alone, cluster: 0 }] };
    const answer = await clusterHandler(model)(new Request(origin + QUESTION, { method: "POST" }));
    expect(await answer.json()).toMatchObject({
      clusterId: 0,
      clusterLabel: "Need attention",
      cluster: { margin: null },
    });
  });
});

describe("the language of an answer", () => {
  it.each([
    [undefined, "en"],
    ["", "en"],
    ["es", "es"],
    ["ES-mx", "es"],
    ["es-419-x-shop, en", "es"],
    ["en, es", "en"],
    ["pt-BR,pt;q=0.9,en;q=0.8", "pt"],
    ["fr, pt;q=0.1", "pt"],
    ["fr", "en"],
    ["en;q=0.5, es;q=0.7", "es"],
    ["en;q=0.5,es;q=0.50,pt;q=0.501", "pt"],
    ["en;q=0", "es"],
    ["en;q=0, es;q=0, pt;q=0", "en"],
    ["*", "en"],
    ["en;q=0.2, *", "es"],
    ["es;q=0, *;q=0.1, en;q=0.01", "pt"],
    ["pt;q=2, es;q=0.1", "es"],
    ["pt;q=0.1234, es;q=0.1", "es"],
    ["pt; q=x, es;q=0.1", "es"],
    ["pt;level=1, es;q=0.1", "es"],
    [" es ; q=1.000 ", "es"],
    [",,;q=1,-,es-,=,es;q=0.3", "es"],
    ["español, pt;q=0.5", "pt"],
  ])("for %j is %s", async (header, language) => {
    const request = new Request(origin + QUESTION, { method: "POST" });
    // As bytes, since a header holds no other letters.
    if (header !== undefined) request.headers.set("Accept-Language", Buffer.from(header).toString("latin1"));
    const answer = await clusterHandler(fixture)(request);
    expect(answer.headers.get("content-language")).toBe(language);
    expect(answer.headers.get("vary")).toBe("Accept-Language");
    const { clusterLabel } = (await answer.json()) as ClusterAnswer;
    expect(clusterLabel).toBe({ en, es, pt }[language]?.clusters["at-risk"].name);
  });

  it("is that of the option, where there is one only", async () => {
    const handler = clusterHandler(fixture, { locales: [es] });
    const headers = { "Accept-Language": "pt" };
    const answer = await handler(new Request(origin + QUESTION, { method: "POST", headers }));
    expect(answer.headers.get("content-language")).toBe("es");
    expect(answer.headers.get("vary")).toBe(null);
    const { clusterLabel, suggestions } = (await answer.json()) as ClusterAnswer;
    expect([clusterLabel, suggestions]).toEqual(["En riesgo", es.clusters["at-risk"].advice]);
  });

  it("is that of a regional language too", async () => {
    const brazil = { ...pt, language: "pt-BR" };
    const handler = clusterHandler(fixture, { locales: [en, brazil] });
    const languageFor = async (header: string) => {
      const headers = { "Accept-Language": header };
      const answer = await handler(new Request(origin + QUESTION, { method: "POST", headers }));
      return answer.headers.get("content-language");
    };
    expect(await languageFor("pt-br")).toBe("pt-BR");
    expect(await languageFor("pt-PT")).toBe("en");
  });

  it("is that of errors, and not of names of the caller's own", async () => {
    const handler = clusterHandler(fixture, { names: { 1: "Sleepers" }, advice: { 1: "Wake them." } });
    const headers = { "Accept-Language": "es" };
    const ask = async (query: string) => {
      const url = `http://shop.test/api/cluster${query}`;
      return (await handler(new Request(url, { method: "POST", headers }))).json();
    };
    expect(await ask("?recency=64&frequency=32&monetary_value=100924")).toMatchObject({
      clusterLabel: "Sleepers",
      suggestions: "Wake them.",
    });
    expect(await ask("?recency=64&frequency=32")).toMatchObject({ error: "Falta «monetary_value»." });
  });
});

describe("clusterHandler(model, options)", () => {
  it("serves another path", async () => {
    const other = await serveUntilTheEnd(clusterHandler(fixture, { path: "/v1/groups%20of/caf%C3%A9" }));
    const path = (text: string) => text + QUESTION.slice(QUESTION.indexOf("?"));
    const ask = async (text: string) => (await send(other, { method: "POST", path: path(text) })).status;
    expect(await ask("/v1/groups%20of/caf%C3%A9")).toBe(200);
    expect(await ask("/api/cluster")).toBe(404);
    expect(await ask("/v1/groups%20of/caf%C3%A9/")).toBe(404);
  });

  it("refuses options that cannot serve, before any request", () => {
    const call = (options: object) => () => clusterHandler(fixture, options);
    for (const path of [
      "",
      "api",
      "//api",
      "/a?b",
      "/a#b",
      "/a b",
      "/a/../b",
      "/café",
      "http://x.test/",
      7,
    ]) {
      expectRefusal(call({ path }), { code: "invalidOption", path: "path" });
    }
    for (const maxBodyBytes of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "1kb"]) {
      expectRefusal(call({ maxBodyBytes }), { code: "invalidOption", path: "maxBodyBytes" });
    }
    for (const locales of [[], "es", es]) {
      expectRefusal(call({ locales }), { code: "invalidOption", path: "locales" });
    }
    expectRefusal(call({ locales: [en, "es"] }), { code: "invalidOption", path: "locales[1]" });
    const message = /^clusterHandler: "names\.9": /;
    expectRefusal(call({ names: { 9: "X" } }), { code: "invalidOption", path: "names.9", message });
    expectRefusal(call({ maxBody: 1 }), { code: "unknownOption", path: "maxBody" });
    expectRefusal(call([]), { code: "invalidOption", path: "options" });
  });

  it("refuses a model that it cannot serve, before any request", () => {
    const call = (model: object) => () => clusterHandler(model as typeof fixture);
    expectRefusal(call({}), { code: "modelKind", path: "model.kind", message: /^clusterHandler: / });
    expectRefusal(() => clusterHandler(null as never), { code: "modelKind", path: "model.kind" });
    expectRefusal(call({ ...fixture, version: 2 }), { code: "modelVersion", path: "model.version" });
    expectRefusal(call({ ...fixture, features: [...fixture.features, "tenure"] }), {
      code: "invalidModel",
      path: "model.features",
      message: "no other features than recency, frequency and monetary",
    });
  });

  it("says what to do with a model that is not there yet, and with a request of Node", async () => {
    const mended = (model: unknown, message: RegExp) =>
      expectRefusal(() => clusterHandler(model as typeof fixture), {
        code: "modelKind",
        path: "model",
        message,
      });
    mended(JSON.stringify(fixture), /^clusterHandler: "model": .* \(JSON\.parse it\)$/);
    mended(Promise.resolve(fixture), /\(await it\)$/);
    const { IncomingMessage } = await import("node:http");
    const { Socket } = await import("node:net");
    for (const request of [new IncomingMessage(new Socket()), { url: "/", headers: {} }, undefined]) {
      await expect(clusterHandler(fixture)(request as never)).rejects.toMatchObject({
        code: "invalidInput",
        path: "request",
        message: expect.stringMatching(
          /^clusterHandler: "request": expected a web Request \(convert requests of node:http/,
        ),
      });
    }
  });

  it("leaves a request whose body somebody else has read to whoever read it", async () => {
    const request = new Request(origin + QUESTION, { method: "POST", body: "{}" });
    await request.text();
    await expect(clusterHandler(fixture)(request)).rejects.toMatchObject({
      code: "invalidInput",
      path: "request",
    });
  });
});
