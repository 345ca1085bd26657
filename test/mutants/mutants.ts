import { chartMutants } from "./chart-mutants.js";
import { columnMutants } from "./column-mutants.js";
import { describeMutants } from "./describe-mutants.js";
import { exportMutants } from "./export-mutants.js";
import { featureMutants } from "./feature-mutants.js";
import { lifetimeMutants } from "./lifetime-mutants.js";
import { loyaltyHypothesisMutants } from "./loyalty-hypothesis-mutants.js";
import { loyaltyMutants } from "./loyalty-mutants.js";
import { loyaltyReplayMutants } from "./loyalty-replay-mutants.js";
import { loyaltyStatisticsMutants } from "./loyalty-statistics-mutants.js";
import { migrationMutants } from "./migration-mutants.js";
import { narrativeMutants } from "./narrative-mutants.js";
import { productMutants } from "./product-mutants.js";
import { reportMutants } from "./report-mutants.js";
import { sqlMutants } from "./sql-mutants.js";

/** A small, named mistake in the source, and the property that must notice it. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The full title of the property. */
  readonly property: string;
}

export const mutants: readonly Mutant[] = [
  ...chartMutants,
  ...columnMutants,
  ...featureMutants,
  ...describeMutants,
  ...exportMutants,
  ...lifetimeMutants,
  ...loyaltyHypothesisMutants,
  ...loyaltyStatisticsMutants,
  ...loyaltyReplayMutants,
  ...loyaltyMutants,
  ...migrationMutants,
  ...productMutants,
  ...reportMutants,
  ...narrativeMutants,
  ...sqlMutants,
  {
    name: "alarms-forget-other-centers",
    file: "cluster/polish.ts",
    find: "return (first + second) * (1 + ROOM);",
    replace: "return first * (1 - ROOM) - second * ROOM;",
    property:
      "clusters are at rest: every customer is with the nearest centroid, every centroid is the mean of its customers",
  },
  {
    name: "sums-in-the-order-of-rows",
    file: "cluster/group-sums.ts",
    find: "value + this.#coarseShift - this.#coarseShift",
    replace: "value",
    property: "clusters are the same from any order of the rows",
  },
  {
    name: "clusters-numbered-as-found",
    file: "cluster/renumber.ts",
    find: "means[b] - means[a] || byCenter(a, b)",
    replace: "a - b",
    property: "clusters fall in monetary value, none is empty, and their shares add up",
  },
  {
    name: "empty-groups-stay",
    file: "cluster/polish.ts",
    find: "if (empty === -1) return;",
    replace: "if (empty >= -1) return;",
    property: "polishing leaves no group empty where there are points enough that differ",
  },
  {
    name: "margin-to-the-nearest",
    file: "cluster/assign.ts",
    find: "Math.sqrt(seek.nextSquared) - distance[row]",
    replace: "Math.sqrt(seek.nextSquared)",
    property: "customers are placed where every distance computed would place them",
  },
  {
    name: "rand-index-not-corrected",
    file: "cluster/rand-index.ts",
    find: "const expected = inA * inB;",
    replace: "const expected = 0;",
    property: "the adjusted Rand index equals that of all pairs, whatever groups are called",
  },
  {
    name: "silhouette-counts-itself",
    file: "cluster/silhouette.ts",
    find: "sums[own] / (groups[own].count - 1)",
    replace: "sums[own] / groups[own].count",
    property:
      "silhouette, Calinski-Harabasz and Davies-Bouldin equal their definitions, from any order of the rows",
  },
  {
    name: "spread-of-squares",
    file: "cluster/spread.ts",
    find: "sums[codes[i]].add(Math.sqrt(squaredDistance(values, i * dimensions, centers, at, dimensions)))",
    replace: "sums[codes[i]].add(squaredDistance(values, i * dimensions, centers, at, dimensions))",
    property:
      "silhouette, Calinski-Harabasz and Davies-Bouldin equal their definitions, from any order of the rows",
  },
  {
    name: "lambda-of-negatives",
    file: "cluster/yeo-johnson.ts",
    find: "return -Math.expm1(root(-transformed, 2 - lambda));",
    replace: "return -Math.expm1(root(-transformed, lambda));",
    property: "transforms come back to the value they were taken of",
  },
  {
    name: "crosstab-by-row",
    file: "cluster/segments.ts",
    find: "i * segments.names.length + j",
    replace: "i * clusters.names.length + j",
    property: "the crosstab counts every customer once",
  },
  {
    name: "elapsed-since-a-day-number",
    file: "transactions/window.ts",
    find: "Number.NEGATIVE_INFINITY : NO_DAY + 1",
    replace: "NO_DAY + 1 : NO_DAY + 1",
    property: "computeRfm equals the rules applied customer by customer",
  },
  {
    name: "returns-are-last-days",
    file: "rfm/runs.ts",
    find: "if (amount < 0) continue;",
    replace: "",
    property: "computeRfm equals the rules applied customer by customer",
  },
  {
    name: "orders-counted-by-id-alone",
    file: "transactions/claims.ts",
    find: "return this.#claimShared(order, customer);",
    replace: "return false;",
    property: "computeRfm equals the rules applied customer by customer",
  },
  {
    name: "orders-split-where-lines-interleave",
    file: "transactions/claims.ts",
    find: "return others.size < others.add(customer).size;",
    replace: "return others.add(customer).size > 0;",
    property: "computeRfm equals the rules applied customer by customer",
  },
  {
    name: "ids-compared-as-text",
    file: "transactions/codes.ts",
    find: "const value = read(from + i);",
    replace: "const given = read(from + i); const value: unknown = given === null ? given : String(given);",
    property: "computeRfm equals the rules applied customer by customer",
  },
  {
    name: "return-undoes-the-earliest-purchase",
    file: "transactions/returns.ts",
    find: "open.pop()",
    replace: "open.shift()",
    property: "computeRfm equals the rules applied customer by customer",
  },
  {
    name: "sum-loses-its-roundings",
    file: "rfm/runs.ts",
    find: "rest = kept;",
    replace: "",
    property: "computeRfm does not depend on the order of the rows",
  },
  {
    name: "columns-are-sorted-in-place",
    file: "core/ascending.ts",
    find: "values.slice().sort()",
    replace: "values.sort()",
    property:
      "customers as columns have the segments, the summary and the concentration of the same customers as rows, and are not changed",
  },
  {
    name: "revenue-is-always-monetary",
    file: "segment/read-segmented.ts",
    find: '"monetary", name];',
    replace: '"monetary", "monetary"];',
    property:
      "customers as columns have the segments, the summary and the concentration of the same customers as rows, and are not changed",
  },
  {
    name: "leading-zeros-say-nothing",
    file: "transactions/coder.ts",
    find: "|| (number === 0 && i > 0)",
    replace: "",
    property: "computeRfm equals the rules applied customer by customer",
  },
  {
    name: "a-run-loses-its-roundings",
    file: "rfm/totals.ts",
    find: "addAmount(figures, customer, rests[i], lost);",
    replace: "",
    property: "computeRfm does not depend on the order of the rows",
  },
  {
    name: "sum-trusts-two-doubles",
    file: "rfm/lost.ts",
    find: "this.#adders.set(customer, adder.add(fine));",
    replace: "void adder;",
    property: "computeRfm equals the rules applied customer by customer",
  },
  {
    name: "last-row-is-last-purchase",
    file: "rfm/runs.ts",
    find: "if (point > last) last = point;",
    replace: "last = point;",
    property: "computeRfm does not depend on the order of the rows",
  },
  {
    name: "lines-of-a-moment-matched-as-they-stand",
    file: "transactions/returns.ts",
    find: "compareIds(orderOf(log, a), orderOf(log, b))",
    replace: "0",
    property: "computeRfm does not depend on the order of the rows",
  },
  {
    name: "returns-of-the-future-undo",
    file: "transactions/log-slices.ts",
    find: "if (partner < 0 || clock[partner] > to) continue;",
    replace: "if (partner < 0) continue;",
    property: "computeRfm at an earlier asOf equals the answer to what was known then",
  },
  {
    name: "recency-from-the-first-purchase",
    file: "rfm/measure.ts",
    find: "daysSince(reference, found.lasts)",
    replace: "daysSince(reference, found.firsts.slice())",
    property: "computeRfm never lowers frequency or raises recency for one more purchase",
  },
  {
    name: "rows-are-marked-as-read",
    file: "transactions/table.ts",
    find: '["amount", (rows, name) => (row) => rows[row][name]],',
    replace:
      '["amount", (rows, name) => (row) => { (rows[row] as Record<string, unknown>).read = true; return rows[row][name]; }],',
    property: "computeRfm leaves frozen input as it is",
  },
  {
    name: "repeated-dictionary-values-stay-apart",
    file: "transactions/codes.ts",
    find: "translation[code] = isValue(value) ? coder.codeOf(value) : MISSING;",
    replace: "translation[code] = isValue(value) ? coder.values.push(value) - 1 : MISSING;",
    property:
      "rows, columns and dictionary columns agree, with values that repeat, codes out of range and null codes",
  },
  {
    name: "null-code-is-the-first-value",
    file: "transactions/codes.ts",
    find: "Number(column[from + i] ?? MISSING)",
    replace: "Number(column[from + i] ?? 0)",
    property:
      "rows, columns and dictionary columns agree, with values that repeat, codes out of range and null codes",
  },
  {
    name: "recency-scored-upwards",
    file: "rfm/scorer.ts",
    find: "binColumn(recency, cuts.recency, bins.r, -1)",
    replace: "binColumn(recency, cuts.recency, 1, 1)",
    property: "scores rise with what they score, and run from 1 to the number of bins",
  },
  {
    name: "ties-broken-by-place",
    file: "rfm/scorer.ts",
    find: "cutsBelow(cuts, values[i])",
    replace: "cutsBelow(cuts, values[i] + i * 1e-9)",
    property: "scores are equal for equal values, wherever the rows stand",
  },
  {
    name: "money-rounded-to-thousands",
    file: "rfm/scorer.ts",
    find: "m: binColumn(monetary, cuts.monetary, 1, 1),",
    replace: "m: binColumn(monetary.map((value) => Math.floor(value / 1000) * 1000), cuts.monetary, 1, 1),",
    property: "scores are free of the currency",
  },
  {
    name: "cut-points-left-open",
    file: "rfm/fit-scores.ts",
    find: "while (bin < cuts.length && cuts[bin] < value) bin++;",
    replace: "while (bin < cuts.length && cuts[bin] <= value) bin++;",
    property: "scores divide the customers as the model's sizes say",
  },
  {
    name: "model-with-a-hole",
    file: "rfm/fit-scores.ts",
    find: "cuts ? null : customers / bins",
    replace: "cuts ? Number.NaN : customers / bins",
    property: "scores come from models that survive JSON, and leave frozen customers as they are",
  },
  {
    name: "scores-written-into-the-row",
    file: "core/extend.ts",
    find: "Object.assign({}, row, columns)",
    replace: "Object.assign(row, columns)",
    property: "scores come from models that survive JSON, and leave frozen customers as they are",
  },
  {
    name: "last-rule-wins",
    file: "segment/lookup.ts",
    find: "read.find(({ matches })",
    replace: "read.findLast(({ matches })",
    property: "segments are those of the first rule that matches, one for each customer",
  },
  {
    name: "range-past-its-end",
    file: "segment/rule.ts",
    find: "score <= highest",
    replace: "score <= highest + 1",
    property: "segments are those of the first rule that matches, one for each customer",
  },
  {
    name: "segment-loses-its-first-customer",
    file: "segment/summary.ts",
    find: "else if (scheme === undefined) rows.set(segment, [row]);",
    replace: "else if (scheme === undefined) rows.set(segment, []);",
    property: "segments share out all customers and all revenue",
  },
  {
    name: "gini-of-unsorted-values",
    file: "pareto/values.ts",
    find: "ascending(checkedValues(caller, customers, options, known))",
    replace: "checkedValues(caller, customers, options, known)",
    property:
      "concentration draws a Lorenz curve that is convex and holds the Gini coefficient as twice the area above it",
  },
  {
    name: "top-share-of-the-bottom",
    file: "pareto/share.ts",
    find: "ascending.subarray(ascending.length - count)",
    replace: "ascending.subarray(0, count)",
    property: "concentration gives the top a share that mirrors the curve",
  },
  {
    name: "overlap-only-from-three-rules-up",
    file: "segment/check.ts",
    find: "if (rules.length > 1) overlaps",
    replace: "if (rules.length > 2) overlaps",
    property: "checkScheme finds on random schemes what the definitions of the faults say",
  },
  {
    name: "worse-on-one-axis-is-worse-on-all",
    file: "segment/check.ts",
    find: "const below = bestUpTo[at - diagonal];",
    replace: "const below = bestUpTo[at - 1];",
    property: "checkScheme finds on random schemes what the definitions of the faults say",
  },
  {
    name: "edges-found-in-the-order-of-the-rows",
    file: "compat/qcut.ts",
    find: "quantileEdges(values.slice().sort(), q, SHARES[release])",
    replace: "quantileEdges(values, q, SHARES[release])",
    property:
      "other tools' scorers that keep ties together give every customer one score in any order of the rows",
  },
  {
    name: "nested-bins-by-the-first-rows",
    file: "compat/nested.ts",
    find: "Float64Array.from(rows, (row) => values[row]).sort()",
    replace: "Float64Array.from(rows.slice(0, 3), (row) => values[row]).sort()",
    property:
      "other tools' scorers that keep ties together give every customer one score in any order of the rows",
  },
  {
    name: "larger-buckets-get-two-more",
    file: "compat/ntile.ts",
    find: "const inLarger = larger * (size + 1);",
    replace: "const inLarger = larger * (size + 2);",
    property: "other tools' scorers that rank fill their bins evenly, and never score a better value lower",
  },
  {
    name: "ties-told-from-one-scorer-alone",
    file: "compat/reason.ts",
    find: "if ([a, b].some((survey) => splits(survey, value)))",
    replace: "if ([a].some((survey) => splits(survey, value)))",
    property: "reconcile lists every score that differs, with a reason that its evidence bears out",
  },
  {
    name: "order-told-without-turning-back",
    file: "compat/survey.ts",
    find: "const back = turn(Float64Array.from(backwards[score]));",
    replace: "const back = Float64Array.from(backwards[score]);",
    property: "reconcile lists every score that differs, with a reason that its evidence bears out",
  },
  {
    name: "one-step-too-many",
    file: "segment/moves.ts",
    find: "while (high - low > 1) {",
    replace: "while (high - low > 2) {",
    property:
      "explainSegment states the fewest steps to another segment: by them it changes, by fewer it does not",
  },
  {
    name: "a-cut-reached-is-passed",
    file: "segment/moves.ts",
    find: "direction === 1 ? reached > cut",
    replace: "direction === 1 ? reached >= cut",
    property:
      "explainSegment states the fewest steps to another segment: by them it changes, by fewer it does not",
  },
  {
    name: "class-a-by-the-row-itself",
    file: "pareto/abc.ts",
    find: "if (falling[i] === falling[i + 1]) continue;",
    replace: "",
    property: "abcClasses draw their lines where customersForShare does, and equal values never straddle one",
  },
  {
    name: "variance-taken-for-the-error",
    file: "core/bootstrap-methods.ts",
    find: "const error = Math.sqrt(variances",
    replace: "const error = Math.abs(variances",
    property: "bootstrap intervals are scaled and turned with the statistic",
  },
  {
    name: "acceleration-always-forwards",
    file: "core/jackknife.ts",
    find: "cubes / (6 * squares ** 1.5)",
    replace: "Math.abs(cubes) / (6 * squares ** 1.5)",
    property: "bootstrap intervals are scaled and turned with the statistic",
  },
  {
    name: "rounding-taken-for-spread",
    file: "core/jackknife.ts",
    find: "(same ? 0 : mean - value)",
    replace: "mean - value",
    property: "bootstrap intervals stay within reach of equal values, or are refused",
  },
  {
    name: "levels-read-the-wrong-way",
    file: "core/bootstrap-interval.ts",
    find: "[(1 - level) / 2, (1 + level) / 2]",
    replace: "[level / 2, 1 - level / 2]",
    property:
      "bootstrap intervals by percentiles lie among the values of the statistic, the wider ones around the narrower",
  },
  {
    name: "share-of-all-cells",
    file: "segment/crosswalk.ts",
    find: "share: count / own.length",
    replace: "share: count / cells.length",
    property: "crosswalk agrees with both schemes on every customer, and its flows hold every cell once",
  },
  {
    name: "only-the-first-scheme-s-dimensions",
    file: "segment/crosswalk.ts",
    find: "return own ?? other;",
    replace: "return own;",
    property: "crosswalk agrees with both schemes on every customer, and its flows hold every cell once",
  },
  {
    name: "contacts-for-revenue-alone",
    file: "campaign/plan.ts",
    find: "expected.profit > 1e-9 * expected.cost",
    replace: "expected.revenue > 1e-9 * expected.cost",
    property: "a campaign plan never earns less than contacting nobody, or everybody whom the policies allow",
  },
  {
    name: "discount-spared-on-orders-that-come-anyway",
    file: "campaign/economics.ts",
    find: "- baselineRate * margin);",
    replace: "- baselineRate * (margin - discount));",
    property: "a campaign plan never earns less than contacting nobody, or everybody whom the policies allow",
  },
  {
    name: "break-even-without-the-baseline",
    file: "campaign/economics.ts",
    find: "contactCost + baselineRate * orderValue * margin",
    replace: "contactCost",
    property:
      "a campaign plan earns nothing at the break-even response rate, loses below it and earns above it",
  },
  {
    name: "border-drawn-through-a-tie",
    file: "campaign/most-profitable.ts",
    find: "if (place > 0 && values[ranked[place]] < values[ranked[place - 1]]) above = place;",
    replace: "above = place;",
    property: "the answers of a campaign do not depend on the order of the rows",
  },
  {
    name: "top-ranked-from-the-bottom",
    file: "campaign/answer.ts",
    find: "values[b] - values[a]",
    replace: "values[a] - values[b]",
    property: "the answers of a campaign give the top those with less than its share of customers above them",
  },
  {
    name: "merged-orders-count-again",
    file: "rfm/totals.ts",
    find: "if (this.#claims.claim(key, customer)) this.#counts[customer]++;",
    replace: "this.#claims.claim(key, customer); this.#counts[customer]++;",
    property: "rfmAccumulator equals the batch answer for every split and order of the rows",
  },
  {
    name: "merged-sums-are-rounded",
    file: "rfm/state.ts",
    find: "amounts: figures.map(({ amounts }) => amounts),",
    replace: "amounts: figures.map(({ amounts }) => amounts.slice(0, 1)),",
    property: "rfmAccumulator equals the batch answer for every split and order of the rows",
  },
  {
    name: "merged-first-purchase-is-the-last-merged",
    file: "rfm/totals.ts",
    find: "if (first < figures[at + FIRST]) figures[at + FIRST] = first;",
    replace: "figures[at + FIRST] = first;",
    property: "rfmAccumulator equals the batch answer for every split and order of the rows",
  },
  {
    name: "the-latest-batch-is-the-last-day",
    file: "transactions/span.ts",
    find: "Math.max(a[2], b[2])",
    replace: "b[2]",
    property: "rfmAccumulator equals the batch answer for every split and order of the rows",
  },
  {
    name: "stored-numbers-come-back-as-text",
    file: "rfm/state.ts",
    find: "? BigInt(id.bigint) : Number(id.number)",
    replace: "? id.bigint : Number(id.number)",
    property: "rfmAccumulator equals the batch answer for every split and order of the rows",
  },
  {
    name: "customers-of-a-batch-stand-by-code",
    file: "rfm/accumulator.ts",
    find: "this.#meet(columns.customerOrder);",
    replace: "this.#meet(columns.customerOrder.slice().sort().reverse());",
    property: "rfmAccumulator keeps the order of first appearance",
  },
  {
    name: "a-refused-batch-counts-until-its-fault",
    file: "rfm/accumulator.ts",
    find: "const columns = readLogColumns(reader);",
    replace:
      "if (Array.isArray(batch)) for (const row of batch.slice(0, -1)) this.#count(1, {}), this.#widen('none', [0, 99999, 99999]); const columns = readLogColumns(reader);",
    property: "rfmAccumulator knows nothing of a batch it refused",
  },
  {
    name: "clusters-measured-from-the-mean-of-clusters",
    file: "cluster/standing.ts",
    find: "sum + cluster.customers * centers[i], 0) / customers",
    replace: "sum + centers[i], 0) / clusters.length",
    property: "cluster labels say where a cluster stands on recency, frequency and monetary value",
  },
  {
    name: "long-recency-is-better",
    file: "cluster/standing.ts",
    find: "better: -1",
    replace: "better: 1",
    property: "cluster labels say where a cluster stands on recency, frequency and monetary value",
  },
  {
    name: "equal-clusters-get-equal-names",
    file: "cluster/label-rule.ts",
    find: "(a.total === b.total && a.cluster < b.cluster)",
    replace: "false",
    property: "cluster labels are unique in every model, in every language",
  },
  {
    name: "null-taken-for-a-customer",
    file: "http/customer.ts",
    find: "if (isPlain(json))",
    replace: 'if (typeof json === "object")',
    property:
      "the cluster handler answers whatever a client sends as its description says, and never with 500",
  },
  {
    name: "zero-is-enough",
    file: "http/parameters.ts",
    find: "value > exclusiveMinimum",
    replace: "value >= exclusiveMinimum",
    property: "the cluster handler takes from a body what its description calls a customer, and nothing else",
  },
  {
    name: "recency-for-everything",
    file: "http/customer.ts",
    find: "[feature, values[name]]",
    replace: "[feature, values.recency ?? values[name]]",
    property: "the cluster handler finds the nearest centroid, and how much nearer it is than the next one",
  },
  {
    name: "many-turned-round",
    file: "http/customer.ts",
    find: "return json.map(",
    replace: "return json.slice().reverse().map(",
    property: "the cluster handler answers many as it answers each, in their order",
  },
  {
    name: "the-first-language-of-the-header",
    file: "http/language.ts",
    find: ".sort((a, b) => b.quality - a.quality)",
    replace: "",
    property:
      "the language of an answer is the one with the greatest q, in whatever order the header has them",
  },
];
