import { gzipSync } from "node:zlib";
import { clusterHandler } from "rfm-kit/http";
import { en } from "rfm-kit/locale";
import { describe, expect, it } from "vitest";
import { fixture } from "./fixture.js";
import { type RawRequest, send, serveUntilTheEnd } from "./serve.js";

const LIMIT = 2000;
const origin = await serveUntilTheEnd(clusterHandler(fixture, { maxBodyBytes: LIMIT }));

const GOOD = { recency: 64, frequency: 32, monetary_value: 100924 };
const JSON_TYPE = { "Content-Type": "application/json" };
const query = (text: string): RawRequest => ({ method: "POST", path: `/api/cluster?${text}` });
const body = (text: string | Uint8Array, headers: Record<string, string> = JSON_TYPE): RawRequest => ({
  method: "POST",
  path: "/api/cluster",
  headers,
  body: text,
});
const json = (value: unknown) => body(JSON.stringify(value));
const as = (
  method: string,
  path = `/api/cluster?recency=64&frequency=32&monetary_value=100924`,
): RawRequest => ({
  method,
  path,
});
const { missing, repeated, notWhole, notNumber, isText, tooLarge, notCustomer } = en.request;
const LARGEST = Number.MAX_SAFE_INTEGER;
const NAMES = "recency, frequency, monetary_value";

/** What is asked, the status, the sentence, and the values that could be read: recency, frequency, monetary value. */
type Case = readonly [
  title: string,
  request: RawRequest,
  status: number,
  error: string,
  inputs?: readonly (number | null)[],
];

const QUERIES: readonly Case[] = [
  ["nothing", query(""), 400, missing("recency")],
  ["no recency", query("frequency=32&monetary_value=9"), 400, missing("recency"), [null, 32, 9]],
  ["no frequency", query("recency=64&monetary_value=9"), 400, missing("frequency"), [64, null, 9]],
  ["no monetary value", query("recency=64&frequency=32"), 400, missing("monetary_value"), [64, 32, null]],
  ["another name", query("recency=6&frequency=3&monetary=9"), 400, missing("monetary_value"), [6, 3, null]],
  ["another case", query("Recency=6&frequency=3&monetary_value=9"), 400, missing("recency"), [null, 3, 9]],
  ["zero", query("recency=0&frequency=3&monetary_value=9"), 400, notWhole("recency"), [0, 3, 9]],
  [
    "zero money",
    query("recency=6&frequency=3&monetary_value=0.0"),
    400,
    notNumber("monetary_value"),
    [6, 3, 0],
  ],
  ["minus zero", query("recency=6&frequency=-0&monetary_value=9"), 400, notWhole("frequency"), [6, 0, 9]],
  ["negative days", query("recency=-5&frequency=3&monetary_value=9"), 400, notWhole("recency"), [-5, 3, 9]],
  [
    "negative money",
    query("recency=6&frequency=3&monetary_value=-1"),
    400,
    notNumber("monetary_value"),
    [6, 3, -1],
  ],
  ["half a day", query("recency=6.5&frequency=3&monetary_value=9"), 400, notWhole("recency"), [6.5, 3, 9]],
  [
    "half a purchase",
    query("recency=6&frequency=5e-1&monetary_value=9"),
    400,
    notWhole("frequency"),
    [6, 0.5, 9],
  ],
  ["NaN", query("recency=NaN&frequency=3&monetary_value=9"), 400, notWhole("recency"), [null, 3, 9]],
  [
    "Infinity",
    query("recency=6&frequency=3&monetary_value=Infinity"),
    400,
    notNumber("monetary_value"),
    [6, 3, null],
  ],
  [
    "1e400",
    query("recency=6&frequency=3&monetary_value=1e400"),
    400,
    tooLarge("monetary_value", LARGEST),
    [6, 3, null],
  ],
  [
    "1e400 days",
    query("recency=1e400&frequency=3&monetary_value=9"),
    400,
    tooLarge("recency", LARGEST),
    [null, 3, 9],
  ],
  [
    "-1e400",
    query("recency=6&frequency=3&monetary_value=-1e400"),
    400,
    notNumber("monetary_value"),
    [6, 3, null],
  ],
  [
    "1e-400",
    query("recency=6&frequency=3&monetary_value=1e-400"),
    400,
    notNumber("monetary_value"),
    [6, 3, 0],
  ],
  [
    "a whole number that doubles cannot hold",
    query("recency=9007199254740993&frequency=3&monetary_value=9"),
    400,
    tooLarge("recency", LARGEST),
    [2 ** 53, 3, 9],
  ],
  ["an empty value", query("recency=&frequency=3&monetary_value=9"), 400, notWhole("recency"), [null, 3, 9]],
  [
    "a name without a value",
    query("recency&frequency=3&monetary_value=9"),
    400,
    notWhole("recency"),
    [null, 3, 9],
  ],
  ["a word", query("recency=6&frequency=often&monetary_value=9"), 400, notWhole("frequency"), [6, null, 9]],
  ["hexadecimal", query("recency=0x40&frequency=3&monetary_value=9"), 400, notWhole("recency"), [null, 3, 9]],
  [
    "a decimal comma",
    query("recency=6&frequency=3&monetary_value=9,5"),
    400,
    notNumber("monetary_value"),
    [6, 3, null],
  ],
  [
    "thousands",
    query("recency=6&frequency=3&monetary_value=100%20924"),
    400,
    notNumber("monetary_value"),
    [6, 3, null],
  ],
  [
    "a space before",
    query("recency=%2064&frequency=3&monetary_value=9"),
    400,
    notWhole("recency"),
    [null, 3, 9],
  ],
  [
    "a plus sign",
    query("recency=%2B64&frequency=3&monetary_value=9"),
    400,
    notWhole("recency"),
    [null, 3, 9],
  ],
  [
    "leading zeros",
    query("recency=064&frequency=3&monetary_value=9"),
    400,
    notWhole("recency"),
    [null, 3, 9],
  ],
  [
    "other digits",
    query("recency=%D9%A6%D9%A4&frequency=3&monetary_value=9"),
    400,
    notWhole("recency"),
    [null, 3, 9],
  ],
  [
    "a currency",
    query("recency=6&frequency=3&monetary_value=%E2%82%AC9"),
    400,
    notNumber("monetary_value"),
    [6, 3, null],
  ],
  ["broken percent signs", query("recency=%ZZ&frequency=3&monetary_value=%"), 400, notWhole("recency")],
  ["a NUL", query("recency=64%00&frequency=3&monetary_value=9"), 400, notWhole("recency"), [null, 3, 9]],
  ["twice", query("recency=64&recency=64&frequency=3&monetary_value=9"), 400, repeated("recency")],
  [
    "twice, once empty",
    query("recency=6&frequency=3&monetary_value=9&monetary_value="),
    400,
    repeated("monetary_value"),
  ],
  ["an array", query("recency[]=6&frequency=3&monetary_value=9"), 400, missing("recency"), [null, 3, 9]],
  ["a list", query("recency=6,7&frequency=3&monetary_value=9"), 400, notWhole("recency"), [null, 3, 9]],
  [
    "markup",
    query("recency=%3Cscript%3E&frequency=3&monetary_value=9"),
    400,
    notWhole("recency"),
    [null, 3, 9],
  ],
];

const BODIES: readonly Case[] = [
  ["an empty object", json({}), 400, missing("recency")],
  ["no recency", json({ ...GOOD, recency: undefined }), 400, missing("recency"), [null, 32, 100924]],
  ["no money", json({ ...GOOD, monetary_value: undefined }), 400, missing("monetary_value"), [64, 32, null]],
  [
    "the answer's name",
    json({ recency: 6, frequency: 3, monetaryValue: 9 }),
    400,
    missing("monetary_value"),
    [6, 3, null],
  ],
  ["a number as text", json({ ...GOOD, recency: "64" }), 400, isText("recency"), [null, 32, 100924]],
  [
    "money as text",
    json([{ ...GOOD, monetary_value: "" }]),
    400,
    isText("[0].monetary_value"),
    [64, 32, null],
  ],
  ["null", json({ ...GOOD, frequency: null }), 400, notWhole("frequency"), [64, null, 100924]],
  ["true", json({ ...GOOD, frequency: true }), 400, notWhole("frequency"), [64, null, 100924]],
  [
    "an array of a number",
    json({ ...GOOD, monetary_value: [9] }),
    400,
    notNumber("monetary_value"),
    [64, 32, null],
  ],
  [
    "an object",
    json({ ...GOOD, monetary_value: { value: 9 } }),
    400,
    notNumber("monetary_value"),
    [64, 32, null],
  ],
  ["zero", json({ ...GOOD, frequency: 0 }), 400, notWhole("frequency"), [64, 0, 100924]],
  ["a fraction", json({ ...GOOD, frequency: 1.5 }), 400, notWhole("frequency"), [64, 1.5, 100924]],
  [
    "a negative number",
    json({ ...GOOD, monetary_value: -0.01 }),
    400,
    notNumber("monetary_value"),
    [64, 32, -0.01],
  ],
  [
    "1e400",
    body('{"recency":64,"frequency":32,"monetary_value":1e400}'),
    400,
    tooLarge("monetary_value", LARGEST),
    [64, 32, null],
  ],
  [
    "a prototype in place of values",
    body('{"__proto__":{"recency":64},"frequency":32,"monetary_value":9}'),
    400,
    missing("recency"),
    [null, 32, 9],
  ],
  [
    "the wrong one of many",
    json([GOOD, GOOD, { ...GOOD, recency: -1 }, {}]),
    400,
    notWhole("[2].recency"),
    [-1, 32, 100924],
  ],
  ["a hole in many", json([GOOD, null]), 400, notCustomer("[1]", NAMES)],
  ["arrays in an array", json([[GOOD]]), 400, notCustomer("[0]", NAMES)],
  ["rows of numbers", json([[64, 32, 100924]]), 400, notCustomer("[0]", NAMES)],
  ["null alone", json(null), 400, notCustomer("body", NAMES)],
  ["a number alone", json(64), 400, notCustomer("body", NAMES)],
  ["a text alone", json("recency=64"), 400, notCustomer("body", NAMES)],
  ["customers under a name", json({ customers: [GOOD] }), 400, missing("recency")],
  ["broken JSON", body('{"recency": 64,'), 400, en.request.notJson],
  ["NaN in JSON", body('{"recency": NaN, "frequency": 32, "monetary_value": 9}'), 400, en.request.notJson],
  ["single quotes", body("{'recency': 64}"), 400, en.request.notJson],
  ["two documents", body("{}{}"), 400, en.request.notJson],
  ["white space alone", body("  \n"), 400, en.request.notJson],
  ["deep nesting", body("[".repeat(LIMIT)), 400, en.request.notJson],
  ["bytes that are no UTF-8", body(Buffer.from('{"recency": "\xff"}', "latin1")), 400, en.request.notJson],
  ["UTF-16", body(Buffer.from(JSON.stringify(GOOD), "utf16le")), 400, en.request.notJson],
  ["query and body", { ...json(GOOD), path: "/api/cluster?recency=64" }, 400, en.request.twoSources],
  ["a huge body", body(`[${" ".repeat(5_000_000)}]`), 413, en.request.tooLong(LIMIT)],
  ["a body one byte too long", body(JSON.stringify(GOOD).padEnd(LIMIT + 1)), 413, en.request.tooLong(LIMIT)],
  [
    "a huge body in chunks",
    body(`[${" ".repeat(50_000)}]`, { ...JSON_TYPE, "Transfer-Encoding": "chunked" }),
    413,
    en.request.tooLong(LIMIT),
  ],
  ["no content type", body(JSON.stringify(GOOD), {}), 415, en.request.mediaType],
  [
    "a form",
    body("recency=64&frequency=32&monetary_value=9", { "Content-Type": "application/x-www-form-urlencoded" }),
    415,
    en.request.mediaType,
  ],
  [
    "plain text",
    body(JSON.stringify(GOOD), { "Content-Type": "text/plain;charset=UTF-8" }),
    415,
    en.request.mediaType,
  ],
  [
    "almost JSON",
    body(JSON.stringify(GOOD), { "Content-Type": "application/jsonp" }),
    415,
    en.request.mediaType,
  ],
  [
    "another charset",
    body(JSON.stringify(GOOD), { "Content-Type": "application/json; charset=utf-16" }),
    415,
    en.request.mediaType,
  ],
  [
    "gzip",
    body(gzipSync(JSON.stringify(GOOD)), { ...JSON_TYPE, "Content-Encoding": "gzip" }),
    415,
    en.request.encoding,
  ],
  [
    "gzip in name only",
    body(JSON.stringify(GOOD), { ...JSON_TYPE, "Content-Encoding": "gzip" }),
    415,
    en.request.encoding,
  ],
  ["brotli on gzip", body("[]", { ...JSON_TYPE, "Content-Encoding": "gzip, br" }), 415, en.request.encoding],
  ["gzip unannounced", body(gzipSync(JSON.stringify(GOOD))), 400, en.request.notJson],
];

const TARGETS: readonly Case[] = [
  ...["GET", "HEAD", "PUT", "PATCH", "DELETE", "PROPFIND", "QUERY", "TRACE"].map((method): Case => {
    return [`the method ${method}`, as(method), 405, en.request.method];
  }),
  ...["/", "/api", "/api/cluster/", "/api/clusters", "/API/cluster", "/api//cluster", "//api/cluster"].map(
    (path): Case => [`the path ${path}`, as("POST", path), 404, en.request.path],
  ),
  ["an escaped letter in the path", as("POST", "/api/%63luster"), 404, en.request.path],
  ["the path of another file", as("POST", "/api/cluster/..%2f..%2fetc/passwd"), 404, en.request.path],
  ["another path by another method", as("GET", "/favicon.ico"), 404, en.request.path],
  ["OPTIONS elsewhere", as("OPTIONS", "/api"), 404, en.request.path],
];

describe("a wrong request is refused in one sentence that names what is wrong", () => {
  it("by a table of more than forty", () => {
    expect(QUERIES.length + BODIES.length).toBeGreaterThan(40);
  });

  it.each([...QUERIES, ...BODIES, ...TARGETS].map((row) => ({ title: row[0], row })))(
    "$title",
    async ({ row }) => {
      const [, request, status, error, inputs] = row;
      const answer = await send(origin, request);
      expect({ status: answer.status, type: answer.headers["content-type"] }).toEqual({
        status,
        type: "application/json",
      });
      expect(answer.headers.allow).toBe(status === 405 ? "POST, OPTIONS" : undefined);
      expect(answer.headers["accept-encoding"]).toBe(error === en.request.encoding ? "identity" : undefined);
      if (request.method === "HEAD") return expect(answer.text).toBe("");
      const [recency, frequency, monetaryValue] = inputs ?? [null, null, null];
      const refusal = JSON.parse(answer.text);
      expect(refusal).toEqual({
        clusterId: null,
        clusterLabel: "",
        error,
        inputValues: inputs === undefined ? expect.anything() : { frequency, monetaryValue, recency },
        message: "Data not processed",
        suggestions: "",
        cluster: null,
      });
      expect(Object.keys(refusal.inputValues)).toEqual(["frequency", "monetaryValue", "recency"]);
    },
  );
});
