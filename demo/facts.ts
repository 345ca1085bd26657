import {
  computeRfm,
  fitScores,
  type LogReport,
  RfmError,
  summarizePareto,
  type TransactionLog,
} from "rfm-kit";
import { fitClusters, labelClusters } from "rfm-kit/cluster";
import { fitBgNbd, fitGammaGamma, forecastGroup, purchaseHistories } from "rfm-kit/lifetime";
import { defineProgramme, evaluateProgramme } from "rfm-kit/loyalty";
import { cohortRetention, migrateSegments } from "rfm-kit/migration";
import type { Facts } from "rfm-kit/narrative";
import { gatewayProducts, segmentProducts } from "rfm-kit/products";
import type { Analysis } from "./analysis.js";

/** Of fewer customers there is nothing to tell by models. */
const LEAST = 50;
const [DAYS, LEVEL] = [90, 0.9];

/** All that the report tells. What cannot be told of these customers, such as a forecast of a few, is left out. */
export function gatherFacts({ log, customers, segments }: Analysis, asOf: string | undefined): Facts {
  const [richest] = [...segments].sort((a, b) => b.revenue - a.revenue);
  const nameFrom = "description" in log.attributes ? "description" : undefined;
  const facts: Facts = {
    log: withoutNames(log.report),
    asOf,
    segments,
    pareto: tell(() => summarizePareto(customers, { negative: "floor" })),
    retention: cohortRetention(log, { by: "month", asOf }),
    ...(log.products !== undefined && {
      products: segmentProducts(log, customers, richest.segment, { asOf, nameFrom }),
      gateways: gatewayProducts(log, { asOf, nameFrom }),
    }),
  };
  return customers.length < LEAST ? facts : { ...facts, ...modelFacts(log, customers, asOf) };
}

function modelFacts(
  log: TransactionLog<string>,
  customers: Analysis["customers"],
  asOf: string | undefined,
): Facts {
  const after = asOf ?? (log.report.lastDay as string);
  const before = daysEarlier(after, DAYS);
  return {
    clusters: tell(() => {
      const model = fitClusters(customers, { k: 4, transform: "rank" });
      return { model, labels: labelClusters(model) };
    }),
    migration: tell(() => {
      const earlier = computeRfm(log, { asOf: before });
      const days = { before: earlier, after: computeRfm(log, { asOf: after }) };
      return { ...migrateSegments({ ...days, ruler: fitScores(earlier) }), before, after };
    }),
    forecast: tell(() => {
      const histories = purchaseHistories(log, { asOf: after });
      const models = { purchases: fitBgNbd(histories), spend: fitGammaGamma(histories) };
      const interval = { seed: 1, level: LEVEL };
      const { identified } = models.purchases;
      return {
        days: DAYS,
        level: LEVEL,
        identified,
        ...forecastGroup(histories, models, { days: DAYS, interval }),
      };
    }),
    programme: tell(() => {
      const { description: _, ...attributes } = log.attributes;
      const programme = defineProgramme(computeRfm(log, { asOf: before }), { topShare: 0.1 });
      return evaluateProgramme({ ...log, attributes }, programme, { asOf: before, seed: 1, replicates: 199 });
    }),
  };
}

/** Names of products say again what their codes say. */
function withoutNames({ attributes, ...report }: LogReport): LogReport {
  const { description: _, ...others } = attributes;
  return { ...report, attributes: others };
}

/** What a function gives; nothing where it refuses these customers. */
function tell<T>(fact: () => T): T | undefined {
  try {
    return fact();
  } catch (error) {
    if (error instanceof RfmError) return undefined;
    throw error;
  }
}

const daysEarlier = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
