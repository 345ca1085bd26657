import fc from "fast-check";
import { type ClusterAnswer, clusterHandler } from "rfm-kit/http";
import { en, es, pt } from "rfm-kit/locale";
import { describe, expect, it } from "vitest";
import { type Feature, fixture } from "../http/fixture.js";
import { conforms } from "../http/schemas.js";
import { RUNS } from "./runs.js";

const LIMIT = 500;
const handler = clusterHandler(fixture, { maxBodyBytes: LIMIT });

const figure = fc.oneof(
  fc.integer({ min: -3, max: 400 }),
  fc.double({ min: -10, max: 1e6 }),
  fc.constantFrom(2 ** 53 - 1, 2 ** 53, 1e-320, 1e300, 5e-324, -0),
);
const word = fc.oneof(
  figure.map(String),
  fc.constantFrom(
    "",
    "NaN",
    "1e400",
    "-1e400",
    "0x1",
    "1,5",
    " 1",
    "+1",
    "null",
    "true",
    "🦊",
    "\u0000",
    "%",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("recency", "frequency", "monetary_value") },
  fc.constantFrom("monetary", "recency[]", "__proto__", "constructor", "toString"),
  fc.string({ maxLength: 5 }),
);
const rightQuery = fc.tuple(figure, figure, figure).map(([recency, frequency, money]) => {
  return `?recency=${recency}&frequency=${frequency}&monetary_value=${money}`;
});
const anyQuery = fc.oneof(
  fc.constant(""),
  rightQuery,
  fc.array(fc.tuple(name, word), { maxLength: 5 }).map((pairs) => {
    return `?${pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join("&")}`;
  }),
  fc.string({ unit: "binary", maxLength: 20 }).map((text) => `?${text}`),
);

const value = fc.oneof({ weight: 4, arbitrary: figure }, word, fc.jsonValue({ maxDepth: 2 }));
const inUnits = fc.record({
  recency: fc.integer({ min: 1, max: 300 }),
  frequency: fc.integer({ min: 1, max: 100 }),
  monetary_value: fc.integer({ min: 1, max: 400_000 }),
});
const customerLike = fc.oneof(
  inUnits,
  { weight: 3, arbitrary: fc.record({ recency: value, frequency: value, monetary_value: value }) },
  fc.record({ recency: value, frequency: value, monetary_value: value }, { requiredKeys: [] }),
  fc.dictionary(name, value, { maxKeys: 4 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const anyJson = fc.oneof(customerLike, fc.array(customerLike, { maxLength: 3 }));
const anyBody = fc.option(
  fc.oneof(
    anyJson.map((document) => JSON.stringify(document)),
    anyJson.map((document) => JSON.stringify(document).slice(1)),
    fc.uint8Array({ maxLength: 2 * LIMIT, size: "max" }),
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("", " ", "[", "{", '"', "[]", "[[]]", "NaN", "1e400", " ".repeat(LIMIT + 1)),
  ),
  { nil: undefined },
);

const header = fc.oneof(
  fc.tuple(
    fc.constant("Content-Type"),
    fc.constantFrom(
      "application/json",
      "application/json;charset=utf-8",
      "text/plain",
      "application/json; charset=utf-16",
      "",
      ";;",
      "*/*",
    ),
  ),
  fc.tuple(fc.constant("Content-Encoding"), fc.constantFrom("gzip", "identity", "", "br, br", "IDENTITY")),
  fc.tuple(fc.constant("Content-Length"), fc.constantFrom("0", "5", "-1", "1e9", "x")),
  fc.tuple(
    fc.constant("Accept-Language"),
    fc.oneof(
      fc.constantFrom("es", "pt-BR;q=0.3, en;q=0", "*;q=0.1", "q=;;", ",,,", "en-".repeat(2000)),
      fc.string({ maxLength: 20 }).map((text) => text.replace(/[^\t -~]/g, "").trim()),
    ),
  ),
  fc.tuple(
    fc.constantFrom("X-Forwarded-Host", "Expect", "Origin", "Accept", "Range"),
    fc.string({ maxLength: 10 }).map((text) => text.replace(/[^\t -~]/g, "").trim()),
  ),
);
const anyHeaders = fc.oneof(
  { weight: 2, arbitrary: fc.constant<[string, string][]>([["Content-Type", "application/json"]]) },
  fc.array(header, { maxLength: 4 }),
);
const method = fc.oneof(
  { weight: 5, arbitrary: fc.constant("POST") },
  fc.constantFrom("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "post", "QUERY", "M-SEARCH"),
);
const path = fc.oneof(
  { weight: 6, arbitrary: fc.constant("/api/cluster") },
  fc.constantFrom("/", "/api/cluster/", "//", "/api/%63luster", "/..;/api/cluster", "/api/cluster;v=1"),
  fc.string({ unit: "binary", maxLength: 12 }).map((text) => `/${text}`),
);

/** Whatever a client can send: what the platform itself refuses to hold is not a request. */
const anyRequest = fc
  .tuple(method, path, anyQuery, anyHeaders, anyBody)
  .map(([verb, place, query, headers, body]) => {
    const init: RequestInit = { method: verb, headers };
    if (body !== undefined && !["GET", "HEAD"].includes(verb)) init.body = body;
    const url = `http://shop.test${place}${query}`;
    return { url: URL.canParse(url) ? url : "http://shop.test/api/cluster", init };
  });

const STATUSES = [200, 204, 400, 404, 405, 413, 415];

const ask = async (question: string, init: RequestInit = { method: "POST" }) => {
  const answer = await handler(new Request(question, init));
  return { status: answer.status, answer, json: answer.status === 204 ? null : await answer.json() };
};
const askJson = (document: unknown) => {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify(document);
  return handler(new Request("http://shop.test/api/cluster", { method: "POST", headers, body }));
};

describe("the cluster handler", () => {
  it("answers whatever a client sends as its description says, and never with 500", async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ url, init }) => {
        const { status, answer, json } = await ask(url, init);
        seen.set(status, (seen.get(status) ?? 0) + 1);
        expect(STATUSES).toContain(status);
        if (status === 204) return;
        expect(answer.headers.get("content-type")).toBe("application/json");
        const entries = status === 200 && Array.isArray(json) ? json : [json];
        for (const entry of entries)
          expect(conforms(status === 200 ? "Answer" : "Refusal", entry)).toBe(true);
      }),
      { numRuns: Math.max(10_000, RUNS.numRuns) },
    );
    // The requests are not all refused for one reason.

    for (const status of STATUSES) expect(seen.get(status) ?? 0).toBeGreaterThan(50);
  });

  it("takes from a body what its description calls a customer, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(customerLike, async (customer) => {
        // As JSON has it: minus zero is zero, and what is no number is null.
        const sent = JSON.parse(JSON.stringify(customer));
        fc.pre(!Array.isArray(sent) && JSON.stringify(sent).length <= LIMIT / 3);
        const { status } = await askJson(sent);
        expect(status).toBe(conforms("Customer", sent) ? 200 : 400);
      }),
      RUNS,
    );
  });

  it("finds the nearest centroid, and how much nearer it is than the next one", async () => {
    const factors = fixture.preparation.map(({ factor }) => factor);
    await fc.assert(
      fc.asyncProperty(inUnits, async (customer) => {
        const query = Object.entries(customer).map(([key, number]) => `${key}=${number}`);
        const { json } = await ask(`http://shop.test/api/cluster?${query.join("&")}`);
        const found = json as ClusterAnswer;
        const point = [customer.recency, customer.frequency, customer.monetary_value];
        const distances = fixture.clusters.map(({ centroid }) => {
          const center = (["recency", "frequency", "monetary"] satisfies Feature[]).map(
            (axis) => centroid[axis],
          );
          return Math.hypot(...point.map((coordinate, i) => (coordinate - center[i]) / factors[i]));
        });
        const [first, second] = [...distances].sort((a, b) => a - b);
        expect(distances[found.clusterId]).toBeCloseTo(first, 9);
        expect(found.cluster.distance).toBeCloseTo(first, 9);
        expect(found.cluster.margin).toBeCloseTo(second - first, 9);
      }),
      RUNS,
    );
  });

  it("answers many as it answers each, in their order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(inUnits, { maxLength: 5 }), async (customers) => {
        const together = await (await askJson(customers)).json();
        const alone = await Promise.all(customers.map(async (customer) => (await askJson(customer)).json()));
        expect(together).toEqual(alone);
      }),
      RUNS,
    );
  });
});

const tag = fc.constantFrom("en", "es", "pt", "es-MX", "PT-br", "fr", "*");
const preference = fc.uniqueArray(fc.tuple(tag, fc.integer({ min: 0, max: 1000 })), {
  maxLength: 5,
  selector: ([language]) => language.toLowerCase().slice(0, 2),
});

describe("the language of an answer", () => {
  it("is the one with the greatest q, in whatever order the header has them", async () => {
    await fc.assert(
      fc.asyncProperty(preference, fc.boolean(), async (ranges, turned) => {
        const written = ranges.map(([language, q]) => `${language};q=${(q / 1000).toFixed(3)}`);
        const headers = { "Accept-Language": (turned ? written.reverse() : written).join(", ") };
        const { answer } = await ask("http://shop.test/api/cluster", { method: "POST", headers });
        const qOf = (language: string) => {
          const own = ranges.find(([range]) => range.toLowerCase().startsWith(language));
          return (own ?? ranges.find(([range]) => range === "*"))?.[1] ?? 0;
        };
        const chosen = answer.headers.get("content-language") as string;
        const best = Math.max(...[en, es, pt].map(({ language }) => qOf(language)));
        if (best > 0) expect(qOf(chosen)).toBe(best);
      }),
      RUNS,
    );
  });
});
