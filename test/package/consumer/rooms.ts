/** A consumer that imports by rooms: each holds what the root holds, and their types fit each other. */
import * as root from "rfm-kit";
import { assignClusters, fitClusters } from "rfm-kit/cluster";
import { pandasQcut, reconcile } from "rfm-kit/compat";
import { anonymise, starSchema } from "rfm-kit/export";
import { cohortRetention, earlyWarnings, migrateSegments } from "rfm-kit/migration";
import * as pareto from "rfm-kit/pareto";
import { computeRfm, fitScores, scoreCustomers } from "rfm-kit/rfm";
import { segmentCustomers, tenSegments } from "rfm-kit/segment";
import { transactionLog } from "rfm-kit/transactions";
import { same } from "./same.js";

same<typeof computeRfm, typeof root.computeRfm>();
same<typeof tenSegments, typeof root.tenSegments>();
same<typeof transactionLog, typeof root.transactionLog>();
same<typeof pareto.giniCoefficient, typeof root.giniCoefficient>();

export const log = transactionLog([{ customerId: 1, date: 0, amount: 2 }]);
export const customers = computeRfm(log);
export const model = fitScores(customers);
export const scored = scoreCustomers(customers, model);
export const segmented = segmentCustomers(scored, tenSegments);
export const elsewhere = root.segmentCustomers(scored);
same<typeof segmented, typeof elsewhere>();
export const notebook = root.segmentCustomers(
  scoreCustomers(customers, pandasQcut({ ties: { f: "first" } })),
);
same<typeof notebook, typeof elsewhere>();
export const reasons = reconcile(customers, model, pandasQcut()).reasons;
export const share = pareto.paretoShare(segmented, { top: 0.2 });
export const clustered = assignClusters(segmented, fitClusters(customers, { k: 1 }));
same<(typeof clustered)[0]["segment"], (typeof segmented)[0]["segment"]>();
export const moved = migrateSegments({
  before: customers,
  after: customers,
  ruler: model,
  scheme: tenSegments,
});
same<(typeof moved)["segments"][0]["segment"], (typeof segmented)[0]["segment"]>();
export const cohorts = cohortRetention(log, { by: "month" });
export const warned = earlyWarnings(log);
same<(typeof warned)[0]["customerId"], (typeof customers)[0]["customerId"]>();
export const star = starSchema(log, segmented, { scheme: tenSegments });
same<(typeof star)["customers"][0]["customerId"], number>();
export const told = anonymise(root.summarizeSegments(segmented), { k: 5, how: "merge" });
same<(typeof told)[0]["segment"], (typeof segmented)[0]["segment"] | "others">();
