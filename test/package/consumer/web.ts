/** A consumer on the web's own types: the handler takes a request and gives a response, wherever these come from. */
import type { ClusterModel } from "rfm-kit/cluster";
import { type ClusterAnswer, type ClusterRefusal, clusterHandler, openApi } from "rfm-kit/http";
import { en, es, type Locale } from "rfm-kit/locale";
import { same } from "./same.js";

type Feature = "recency" | "frequency" | "monetary";

export function serve(model: ClusterModel<Feature>): { fetch: (request: Request) => Promise<Response> } {
  return { fetch: clusterHandler(model, { locales: [en, es] }) };
}

export async function labelOf(response: Response): Promise<string> {
  const answer = (await response.json()) as ClusterAnswer | ClusterRefusal;
  return answer.cluster === null ? answer.error : answer.clusterLabel;
}

export const mexico: Locale = { ...es, language: "es-MX" };
export const description = openApi();
same<typeof description.openapi, "3.1.1">();
