import { openFormats } from "../locale/formats.js";
import type { ReportSectionName } from "../locale/report-texts.js";
import type { Facts } from "../narrative/facts.js";
import { narrate } from "../narrative/narrate.js";
import type { Block, ReportDocument, Section } from "./blocks.js";
import { cleaning } from "./cleaning.js";
import { clusters } from "./clusters.js";
import type { Draw } from "./draw.js";
import { forecast } from "./forecast.js";
import { method } from "./method.js";
import { migration } from "./migration.js";
import type { ReportSettings } from "./options.js";
import { pareto } from "./pareto.js";
import { products } from "./products.js";
import { programme } from "./programme.js";
import { segments } from "./segments.js";
import { summary } from "./summary.js";
import type { Voice } from "./voice.js";

/** The report of the facts as a tree; what nothing is known of is left out. */
export function documentOf(
  caller: string,
  facts: Facts,
  settings: ReportSettings,
  draw: Draw,
): ReportDocument {
  const { locale, currency, title, rows, listCustomers, attributes } = settings;
  const { report } = locale;
  const formats = openFormats(caller, locale.language, currency);
  const narrative = narrate(facts, { locale, currency });
  const voice: Voice = { locale, formats, narrative, draw, rows, listCustomers, attributes };
  return {
    language: locale.language,
    title: title ?? report.title,
    subtitle: facts.asOf === undefined ? undefined : report.asOf(formats.day(facts.asOf)),
    contents: report.contents,
    skip: report.skip,
    sections: sectionsOf(voice, facts),
  };
}

function sectionsOf(voice: Voice, facts: Facts): Section[] {
  const { log, migration: moved, retention, forecast: expected, tracking, gateways } = facts;
  const blocksOf: Readonly<Record<ReportSectionName, readonly Block[]>> = {
    summary: summary(voice, facts),
    cleaning: log === undefined ? [] : cleaning(voice, log),
    segments: facts.segments === undefined ? [] : segments(voice, facts.segments),
    pareto: facts.pareto === undefined ? [] : pareto(voice, facts.pareto, facts.segments),
    clusters: facts.clusters === undefined ? [] : clusters(voice, facts.clusters),
    migration: (moved ?? retention) ? migration(voice, moved, retention) : [],
    forecast: (expected ?? tracking) ? forecast(voice, expected, tracking) : [],
    programme: facts.programme === undefined ? [] : programme(voice, facts.programme),
    products: (facts.products ?? gateways) ? products(voice, facts.products, gateways) : [],
    method: method(voice, facts),
  };
  const { sections } = voice.locale.report;
  return (Object.keys(blocksOf) as ReportSectionName[])
    .filter((id) => blocksOf[id].length > 0)
    .map((id) => ({ id, title: sections[id], blocks: blocksOf[id] }));
}
