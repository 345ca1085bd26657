import {
  computeRfm,
  scoreCustomers,
  segmentCustomers,
  summarizePareto,
  summarizeSegments,
  type TransactionLog,
  transactionLog,
} from "rfm-kit";
import { compareClusterCounts, fitClusters, labelClusters } from "rfm-kit/cluster";
import { fitBgNbd, fitGammaGamma, forecastGroup, purchaseHistories, trackForecast } from "rfm-kit/lifetime";
import { defineProgramme, evaluateProgramme } from "rfm-kit/loyalty";
import { cohortRetention, migrateSegments } from "rfm-kit/migration";
import { gatewayProducts, segmentProducts } from "rfm-kit/products";
import type { reportHtml } from "rfm-kit/report";
import { simulateShop } from "../../demo/shop.js";

export type Facts = Parameters<typeof reportHtml>[0];

/** What a name is turned into, before a shop has it. */
export type Rename = (name: string, what: "customer" | "product" | "country" | "rule" | "segment") => string;

const [BEFORE, AS_OF, LEVEL] = ["2023-12-31", "2024-06-30", 0.9];

/** All that can be known of a simulated shop of 260 customers, whose names `rename` may change. */
export function fullFacts(rename: Rename = (name) => name): Facts {
  const log = readShop(rename);
  const nameFrom = "description";
  const customers = computeRfm(log, { asOf: AS_OF });
  const segmented = segmentCustomers(scoreCustomers(customers));
  const named = segmented.map((customer) => ({ ...customer, segment: rename(customer.segment, "segment") }));
  const model = fitClusters(customers, { k: 4, transform: "rank" });
  const before = computeRfm(log, { asOf: BEFORE });
  const histories = purchaseHistories(log, { asOf: AS_OF });
  const purchases = fitBgNbd(histories);
  const models = { purchases, spend: fitGammaGamma(histories) };
  const programme = defineProgramme(before, { topShare: 0.2 });
  const calibration = fitBgNbd(purchaseHistories(log, { asOf: BEFORE }));
  return {
    asOf: AS_OF,
    log: log.report,
    segments: summarizeSegments(named),
    pareto: summarizePareto(customers),
    clusters: {
      model,
      labels: labelClusters(model),
      comparison: compareClusterCounts(customers, { from: 2, to: 5 }),
    },
    migration: {
      before: BEFORE,
      after: AS_OF,
      ...migrateSegments({ before, after: customers }),
    },
    retention: cohortRetention(log, { by: "month" }),
    forecast: {
      days: 90,
      level: LEVEL,
      ...forecastGroup(histories, models, { days: 90, interval: { seed: 1, level: LEVEL, draws: 200 } }),
    },
    tracking: trackForecast(log, calibration, { calibrationEnd: BEFORE }),
    programme: evaluateProgramme(log, programme, { asOf: BEFORE, seed: 1, replicates: 99 }),
    products: segmentProducts(log, named, rename("champions", "segment"), { nameFrom, minBuyers: 5 }),
    gateways: gatewayProducts(log, { nameFrom, minCustomers: 5 }),
  };
}

function readShop(rename: Rename): TransactionLog<string> {
  const { lines } = simulateShop({ seed: 7, customers: 260 });
  return transactionLog(
    lines.map((line) => ({
      ...line,
      customerId: line.customerId === null ? "" : rename(line.customerId, "customer"),
      product: rename(line.product, "product"),
      description: rename(line.description, "product"),
      country: rename(line.country, "country"),
    })),
    {
      customerId: "customerId",
      orderId: "orderId",
      product: "product",
      date: "date",
      quantity: "quantity",
      amount: (line) => line.quantity * line.unitPrice,
      attributes: { [rename("country", "country")]: "country", description: "description" },
      exclude: { [rename("small change", "rule")]: (line) => line.unitPrice < 1 },
      duplicates: "drop",
      invalid: "drop",
    },
  ) as TransactionLog<string>;
}

/** Names that try to be something else. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `=HYPERLINK("http://x.example")`,
  "مرحبا بالعالم",
  "\u202eevil\u202c",
  "🫖👩‍👩‍👧 tea",
  "]]>",
  "</style></title></table>",
  "<!-- -->",
  "&lt;b&gt; &amp; &#x41;",
  "a | b `c` [d](javascript:alert(1)) **e**",
  "# heading\n- list\r\n> quote",
  "x".repeat(120),
  "\ud800 half\u0000\u0007",
] as const;

/** Every name of the shop with a hostile one in front, each in its turn. */
export function hostileFacts(): Facts {
  const seen = new Map<string, string>();
  return fullFacts((name, what) => {
    const key = `${what} ${name}`;
    const known = seen.get(key) ?? `${HOSTILE[seen.size % HOSTILE.length]} ${name}`;
    seen.set(key, known);
    return known;
  });
}
