import {
  computeRfm,
  scoreCustomers,
  segmentCustomers,
  summarizePareto,
  summarizeSegments,
  tenSegments,
  transactionLog,
} from "rfm-kit";
import { compareClusterCounts, fitClusters, labelClusters } from "rfm-kit/cluster";
import { fitBgNbd, fitGammaGamma, forecastGroup, purchaseHistories, trackForecast } from "rfm-kit/lifetime";
import { defineProgramme, evaluateProgramme } from "rfm-kit/loyalty";
import { cohortRetention, migrateSegments } from "rfm-kit/migration";
import type { Facts } from "rfm-kit/narrative";
import { simulateShop } from "../../demo/shop.js";
import { gateways, products } from "./product-facts.js";

/** All that is known of a simulated shop; products are made up by hand. */
export function shopFacts(): Facts {
  const { lines } = simulateShop({ seed: 7, customers: 500, opens: "2023-01-01", days: 500 });
  const log = transactionLog(lines, {
    customerId: "customerId",
    date: "date",
    orderId: "orderId",
    product: "product",
    quantity: "quantity",
    amount: (line) => line.quantity * line.unitPrice,
    invalid: "drop",
    exclude: { postage: (line) => line.product === "POST", samples: () => false },
    attributes: { country: "country" },
    duplicates: "count",
    returns: "net",
  });
  const [asOf, before] = ["2024-05-14", "2024-02-14"];
  const customers = computeRfm(log, { asOf });
  const earlier = computeRfm(log, { asOf: before });
  const segmented = segmentCustomers(scoreCustomers(customers));
  const model = fitClusters(customers, { k: 4 });
  const histories = purchaseHistories(log, { asOf });
  const models = { purchases: fitBgNbd(histories), spend: fitGammaGamma(histories) };
  const calibration = { calibrationEnd: before };
  const programme = defineProgramme(customers, { topShare: 0.1 });
  return {
    asOf,
    log: log.report,
    segments: summarizeSegments(segmented, { scheme: tenSegments }),
    pareto: summarizePareto(customers, { value: ({ monetary }) => Math.max(0, monetary) }),
    clusters: {
      model,
      labels: labelClusters(model),
      comparison: compareClusterCounts(customers, { from: 2, to: 6 }),
    },
    migration: {
      before,
      after: asOf,
      ...migrateSegments({ before: earlier, after: customers }),
    },
    retention: cohortRetention(log, { by: "month" }),
    forecast: {
      days: 90,
      level: 0.9,
      ...forecastGroup(histories, models, { days: 90, interval: { seed: 1, level: 0.9 } }),
    },
    tracking: trackForecast(log, fitBgNbd(purchaseHistories(log, { asOf: before })), calibration),
    programme: evaluateProgramme(log, programme, { asOf: before, seed: 1 }),
    products,
    gateways,
  };
}
