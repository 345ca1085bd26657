import { assignClusters } from "../cluster/assign.js";
import type { RfmFeature } from "../cluster/features.js";
import { type LabelledCluster, nameClusters } from "../cluster/label.js";
import type { ClusterModel } from "../cluster/model.js";
import { RfmError } from "../core/error.js";
import { answerTo, type ClusterAnswer, type ClusterRefusal, refuse } from "./answer.js";
import { readJson } from "./body.js";
import { customerOfQuery, customersOfJson, hasCustomer } from "./customer.js";
import { RequestFault } from "./fault.js";
import { chooseLocale } from "./language.js";
import type { RequestLocale } from "./languages.js";
import { type ClusterHandlerOptions, readSettings, type Settings } from "./options.js";
import { type Customer, PARAMETERS } from "./parameters.js";

/** A model of the three features; one whose features are known only when the program runs is checked then. */
export type ServedModel<F extends string> = ClusterModel<F> &
  (string extends F ? unknown : ClusterModel<RfmFeature>);

const CALLER = "clusterHandler";
const ALLOW = { Allow: "POST, OPTIONS" };

/**
 * A handler of web requests that answers which cluster a customer belongs to. It is a plain function of the request,
 * which Node, Deno, Bun, Hono, Next.js and Workers serve as it is: it holds no state, opens no port and reads no
 * clock.
 *
 * `POST /api/cluster?recency=64&frequency=32&monetary_value=100924`, or a JSON body with the same names: one customer
 * is answered with an object, an array of them with an array in the same order. recency and frequency are whole
 * numbers, and all three are greater than 0.
 *
 * A request that is refused is answered with an object of the same keys and a sentence in `error`: 400 for wrong input
 * (an array with one wrong customer is refused as a whole), 404 for another path, 405 for another method, 413 for a
 * body over the limit, 415 for a body that is no JSON by its headers. Nothing that a client sends makes it throw.
 *
 * Cost: O(customers × clusters) a request.
 *
 * @param model with the features recency, frequency and monetary, in any order. Its names come from `labelClusters`.
 * @param options the path, the languages, names of your own, and the limit on bodies.
 * @throws RfmError, before any request, on a model or options that cannot serve; and by what is no web `Request`, such
 * as one of node:http or Express, or one whose body was read by somebody else.
 * @see RFC 9110 on methods, statuses and Accept-Language; RFC 4647 on choosing a language.
 * @example
 * ```ts
 * import { fitClusters } from "rfm-kit/cluster";
 * import { type ClusterAnswer, clusterHandler } from "rfm-kit/http";
 *
 * const customers = [
 *   { recency: 3, frequency: 9, monetary: 900 },
 *   { recency: 5, frequency: 7, monetary: 700 },
 *   { recency: 200, frequency: 1, monetary: 30 },
 *   { recency: 240, frequency: 1, monetary: 50 },
 * ];
 * const handler = clusterHandler(fitClusters(customers, { k: 2 }));
 * const question = "https://shop.example/api/cluster?recency=210&frequency=1&monetary_value=45.5";
 * const headers = { "Accept-Language": "es" };
 * const response = await handler(new Request(question, { method: "POST", headers }));
 * response.status; // => 200
 * ((await response.json()) as ClusterAnswer).clusterLabel; // => "Hibernando"
 * ```
 */
export function clusterHandler<F extends string = RfmFeature>(
  model: ServedModel<F>,
  options?: ClusterHandlerOptions,
): (request: Request) => Promise<Response>;
export function clusterHandler(
  model: ClusterModel<RfmFeature>,
  options: ClusterHandlerOptions = {},
): (request: Request) => Promise<Response> {
  const settings = readSettings(CALLER, options);
  checkFeatures(model);
  const { names, advice } = options;
  const labels = new Map(
    settings.locales.map((locale) => [locale, nameClusters(CALLER, model, { locale, names, advice })]),
  );
  return async (request) => {
    checkRequest(request);
    const locale = chooseLocale(settings.locales, request.headers.get("accept-language"));
    const headers = languageHeaders(settings, locale);
    try {
      const { pathname, searchParams } = new URL(request.url);
      checkPath(pathname, settings.path);
      if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: ALLOW });
      checkMethod(request);
      const customers = await readCustomers(request, searchParams, settings.maxBodyBytes);
      const answers = answerAll(model, labels.get(locale) as LabelledCluster[], customers);
      return respond(200, answers, headers);
    } catch (fault) {
      if (!(fault instanceof RequestFault)) throw fault;
      const refusal = refuse(fault.say(locale.request), fault.inputs);
      return respond(fault.status, refusal, { ...headers, ...fault.headers });
    }
  };
}

/** Answers in the shape of the question: one for one, an array for an array. */
function answerAll(
  model: ClusterModel<RfmFeature>,
  labels: readonly LabelledCluster[],
  customers: Customer | Customer[],
): ClusterAnswer | ClusterAnswer[] {
  const many = Array.isArray(customers);
  const answers = assignClusters(many ? customers : [customers], model).map((customer) => {
    return answerTo(customer, model.clusters[customer.cluster], labels[customer.cluster]);
  });
  return many ? answers : answers[0];
}

async function readCustomers(
  request: Request,
  query: URLSearchParams,
  maxBytes: number,
): Promise<Customer | Customer[]> {
  const json = await readJson(request, maxBytes);
  if (json === undefined) return customerOfQuery(query);
  if (hasCustomer(query)) throw new RequestFault(400, (texts) => texts.twoSources);
  return customersOfJson(json);
}

function respond(
  status: number,
  body: ClusterAnswer | ClusterAnswer[] | ClusterRefusal,
  headers: Readonly<Record<string, string>>,
): Response {
  return Response.json(body, { status, headers });
}

function languageHeaders({ locales }: Settings, { language }: RequestLocale): Record<string, string> {
  const vary = locales.length > 1 ? { Vary: "Accept-Language" } : {};
  return { "Content-Language": language, ...vary };
}

function checkPath(found: string, path: string): void {
  if (found !== path) throw new RequestFault(404, (texts) => texts.path);
}

function checkMethod({ method }: Request): void {
  if (method !== "POST") throw new RequestFault(405, (texts) => texts.method, { headers: ALLOW });
}

/** What is no web request, or has lost its body, is the fault of the program around, which has to know. */
function checkRequest(request: Request): void {
  const refusal = { caller: CALLER, code: "invalidInput", path: "request" } as const;
  // Runtimes have request classes of their own, which are told by what they can.
  if (typeof request?.headers?.get !== "function" || typeof request.url !== "string") {
    const hint = "convert requests of node:http and Express to it, as the guide to rfm-kit/http shows";
    throw new RfmError({ ...refusal, expected: "a web Request", hint });
  }
  if (!request.bodyUsed) return;
  throw new RfmError({ ...refusal, expected: "a request whose body has not been read" });
}

function checkFeatures(model: ClusterModel<string>): void {
  const unknown = model?.features?.find?.(
    (feature) => !PARAMETERS.some((known) => known.feature === feature),
  );
  if (unknown === undefined) return;
  const expected = "no other features than recency, frequency and monetary, which are all that requests give";
  const refusal = { caller: CALLER, code: "invalidModel", path: "model.features", expected } as const;
  throw new RfmError({ ...refusal, received: unknown });
}
