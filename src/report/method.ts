import type { ReportTerm } from "../locale/report-definitions.js";
import type { Facts } from "../narrative/facts.js";
import { type Block, paragraph } from "./blocks.js";
import type { Voice } from "./voice.js";

type Topic = Exclude<keyof Facts, "asOf">;

const MONEY: readonly Topic[] = ["segments", "pareto", "clusters", "migration", "programme"];
const CUSTOMERS: readonly Topic[] = ["segments", "clusters", "migration", "programme"];

/** The facts that bring up each word. */
const TOPICS: Readonly<Record<ReportTerm, readonly Topic[]>> = {
  days: ["log", ...CUSTOMERS, "retention", "forecast"],
  recency: CUSTOMERS,
  frequency: CUSTOMERS,
  monetary: MONEY,
  score: ["segments", "migration"],
  segment: ["segments", "migration"],
  pareto: ["pareto"],
  gini: ["pareto"],
  cluster: ["clusters"],
  silhouette: ["clusters"],
  drift: ["migration"],
  retention: ["retention"],
  alive: ["forecast", "tracking", "programme"],
  forecast: ["forecast", "tracking", "programme"],
  interval: ["forecast", "programme", "products", "gateways"],
  margin: ["programme"],
  cliffsDelta: ["programme"],
  lift: ["products", "programme"],
  wilson: ["products", "gateways"],
  falseDiscovery: ["products", "gateways", "programme"],
  priceLevel: ["products"],
};

/** How it was counted, and what the words mean that this report uses; nothing where there are no facts. */
export function method({ locale }: Voice, facts: Facts): Block[] {
  const { method, definitions } = locale.report;
  const terms = (Object.keys(TOPICS) as ReportTerm[]).filter((term) =>
    TOPICS[term].some((topic) => facts[topic] !== undefined),
  );
  if (terms.length === 0) return [];
  return [paragraph([method]), { kind: "definitions", entries: terms.map((term) => definitions[term]) }];
}
