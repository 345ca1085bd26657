/**
 * Nine answers on each of three loyalty programmes, from the lines of an online shop: a cluster of k-means, the champions, and
 * the tenth who spent most. Members are chosen on a day, and held against the rest in the days after it:
 *
 *     npx tsx examples/loyalty.ts online-retail.csv.gz 2011-08-31
 *
 * With --json the answers come as they are.
 */
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { computeRfm, transactionLog } from "rfm-kit";
import { fitClusters } from "rfm-kit/cluster";
import {
  defineProgramme,
  evaluateProgramme,
  type LoyaltyProgramme,
  type ProgrammeEvaluation,
} from "rfm-kit/loyalty";

type Line = Record<
  "InvoiceNo" | "StockCode" | "Quantity" | "InvoiceDate" | "UnitPrice" | "CustomerID" | "Country",
  string
>;

const [file, asOf] = argv.slice(2).filter((argument) => !argument.startsWith("--"));
const content = readFileSync(file);
const text = (file.endsWith(".gz") ? gunzipSync(content) : content).toString();
const log = transactionLog(Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data, {
  customerId: "CustomerID",
  orderId: "InvoiceNo",
  product: "StockCode",
  quantity: (line) => Number(line.Quantity),
  date: "InvoiceDate",
  amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
  attributes: { country: "Country" },
  invalid: "drop",
});

const customers = computeRfm(log, { asOf });
const model = fitClusters(customers, { k: 4, transform: "rank" });
const programmes = {
  "cluster 0 of four": defineProgramme(customers, { clusters: [0], model }),
  champions: defineProgramme(customers, { segments: ["champions"] }),
  "the top 10 %": defineProgramme(customers, { topShare: 0.1 }),
};

const percent = (share: number | null) => (share === null ? "–" : `${(100 * share).toFixed(1)} %`);
const money = (amount: number | null) => (amount === null ? "–" : Math.round(amount).toLocaleString("en-US"));

function print(name: string, programme: LoyaltyProgramme, answers: ProgrammeEvaluation<string>): void {
  const { eligible, size, profile, revenue, forecast, entry, exit, evidence, actions } = answers;
  console.log(`\n${name.toUpperCase()}: ${programme.text}`);

  console.log(
    `\n1. Who is eligible on ${answers.asOf}? The first five of ${eligible.length}, and how far from the border:`,
  );
  console.table(eligible.slice(0, 5));

  console.log(
    `2. How many? ${size.members} of ${size.customers}, ${percent(size.share)} (${size.low} to ${size.high}).`,
  );
  console.table(size.sensitivity);

  console.log("3. What are they like?");
  console.table(
    profile.figures.map(({ figure, members, rest, cliffsDelta, qValue, isInRule }) => ({
      figure,
      members: members.median,
      rest: rest.median,
      "Cliff's delta": Number(cliffsDelta.toFixed(2)),
      q: Number(qValue.toPrecision(2)),
      "in the rule": isInRule,
    })),
  );
  for (const [what, shown] of Object.entries({ products: profile.products, ...profile.attributes })) {
    const best = shown?.first[0];
    const example = best && `; ${best.value} has the highest lift, ${best.lift.toFixed(2)}`;
    console.log(`${what}: ${shown?.found} of ${shown?.tested} over-represented${example ?? ""}`);
  }

  console.log("4. What share of revenue is theirs?");
  console.table(
    Object.entries(revenue).map(([window, split]) => ({
      window,
      from: split?.from,
      to: split?.to,
      gross: percent(split?.gross.share ?? null),
      net: percent(split?.net.share ?? null),
      "net, of those known": percent(split?.net.shareOfKnown ?? null),
    })),
  );

  console.log("5. What will they bring?");
  const range = (found: { expected: number; low: number | null; high: number | null } | null) =>
    found && `${money(found.expected)} (${money(found.low)} to ${money(found.high)})`;
  console.table(
    forecast.horizons.map(({ days, model: byModel, sameRule, runRate, lastPeriod, actual }) => ({
      days,
      model: range(byModel),
      "the same rule before": range(sameRule),
      "run rate": money(runRate),
      "last period": money(lastPeriod),
      actual: money(actual),
    })),
  );
  if (forecast.reason !== null) console.log(`The model: ${forecast.reason}.`);

  console.log(
    `6. What admits? ${entry.text}: precision ${percent(entry.precision)}, recall ${percent(entry.recall)}.`,
  );
  console.log(`7. What removes? ${exit.text}.`);
  console.table(
    [exit.stricter, exit.asDefined, exit.looser].map(({ text, members, everMembers, left, cameBack }) => {
      return { rule: text, members, everMembers, left, cameBack };
    }),
  );

  console.log(`8. Are they better than the rest? ${evidence.text}`);
  console.log(evidence.caution);
  console.table(evidence.later?.holdBack);

  console.log("9. What to do, and for whom?");
  console.table(
    actions.map(({ group, customers, valueAtStake, action }) => ({
      group,
      customers,
      valueAtStake: money(valueAtStake),
      action,
    })),
  );
}

const answers = Object.entries(programmes).map(([name, programme]) => {
  return { name, programme, answers: evaluateProgramme(log, programme, { asOf, seed: 1 }) };
});
if (argv.includes("--json")) console.log(JSON.stringify(answers));
else for (const { name, programme, answers: nine } of answers) print(name, programme, nine);
