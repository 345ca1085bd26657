import { tellBase } from "./base.js";
import { tellClusters } from "./clusters.js";
import type { Facts } from "./facts.js";
import { tellForecast } from "./forecast.js";
import { tellGateways } from "./gateways.js";
import { tellMigration } from "./migration.js";
import { checkFacts, type NarrateOptions, readNarrateOptions } from "./options.js";
import { tellPareto } from "./pareto.js";
import { tellProducts } from "./products.js";
import { tellProgramme } from "./programme/programme.js";
import { tellRetention } from "./retention.js";
import { tellSegments } from "./segments.js";
import type { Narrative, Sentence } from "./sentence.js";
import { summarise } from "./summary.js";
import { openTeller, type Teller } from "./teller.js";
import { tellTracking } from "./tracking.js";

/**
 * What the results of rfm-kit say, in sentences that an owner of a shop can read: English, Spanish or Portuguese, with numbers,
 * money and days as the language writes them.
 *
 * Sentences are chosen by rules, and equal facts give equal sentences. Each carries the facts that it shows, unrounded. What
 * chance may explain is not claimed: a difference is told where its q-value, or p-value, is at most 1 − level and its interval
 * holds no "no difference"; an interval wider than its estimate is told without it, as too wide to plan by.
 *
 * Text is plain text: escape it where it becomes markup. Names from data stand in quotation marks as they are, but for control
 * characters and line breaks, which become spaces, and letters read from right to left, which are isolated (U+2068, U+2069).
 *
 * Cost: O(rows of the facts), some 1 ms for the formats of the language.
 *
 * @param facts what functions of rfm-kit returned; a part that is left out is not spoken of.
 * @returns sentences by topic, and the five to eight that matter most.
 * @throws RfmError on a part that is not known or not of its kind, on a figure that is no finite number, on a language that
 * lacks a text, on a currency that is none.
 * @example
 * ```ts
 * import { summarizePareto } from "rfm-kit";
 * import { es } from "rfm-kit/locale";
 * import { narrate } from "rfm-kit/narrative";
 *
 * const customers = [{ monetary: 80 }, { monetary: 10 }, { monetary: 6 }, { monetary: 4 }];
 * const pareto = summarizePareto(customers);
 * const [top] = narrate({ pareto }).pareto;
 * top.text; // => "The 20% of customers who spend most (1 of them) bring 80.0% of revenue."
 * top.facts.topShare; // => 0.8
 * narrate({ pareto }, { locale: es }).pareto[1].text;
 * // => "Para reunir el 80\u00a0% de los ingresos basta 1 cliente, el 25,0\u00a0% del total."
 * ```
 */
export function narrate(facts: Facts, options: NarrateOptions = {}): Narrative {
  const teller = openTeller(CALLER, readNarrateOptions(CALLER, options));
  checkFacts(CALLER, facts);
  const { log, asOf, segments, pareto, clusters, migration } = facts;
  const { retention, forecast, tracking, programme, products, gateways } = facts;
  const parts = {
    base: tellBase(teller, log, asOf),
    segments: told(teller, segments, tellSegments),
    pareto: told(teller, pareto, tellPareto),
    clusters: told(teller, clusters, tellClusters),
    migration: [...told(teller, migration, tellMigration), ...told(teller, retention, tellRetention)],
    forecast: [...told(teller, forecast, tellForecast), ...told(teller, tracking, tellTracking)],
    programme: told(teller, programme, tellProgramme),
    products: [...told(teller, products, tellProducts), ...told(teller, gateways, tellGateways)],
  };
  return { summary: summarise(parts), ...parts };
}

const CALLER = "narrate";

/** Nothing where there are no facts. */
function told<Part>(
  teller: Teller,
  part: Part | undefined,
  tell: (teller: Teller, part: Part) => Sentence[],
): Sentence[] {
  return part === undefined ? [] : tell(teller, part);
}
