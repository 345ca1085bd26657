import type { ReportTexts } from "../locale/report-texts.js";
import type { ProgrammeEvaluation } from "../loyalty/evaluate.js";
import type { Sentence } from "../narrative/sentence.js";
import { type Block, heading } from "./blocks.js";
import { eligible, entry, profile, size } from "./programme-members.js";
import { actions, evidence, exit, horizons, revenue } from "./programme-outcome.js";
import { pick, told, type Voice } from "./voice.js";

interface Answer {
  readonly tables: (voice: Voice, answers: ProgrammeEvaluation<unknown>) => Block[];
  /** The sentences that answer; of the actions a table says all. */
  readonly sentences: readonly string[];
}

/** What answers each question, in their order. */
const ANSWERS: Readonly<Record<keyof ReportTexts["questions"], Answer>> = {
  eligible: { tables: eligible, sentences: ["atBorder"] },
  size: { tables: size, sentences: ["size", "sizeRange", "sensitivity"] },
  profile: { tables: profile, sentences: ["figure", "noFigure", "product", "noProduct", "attribute"] },
  revenue: { tables: revenue, sentences: ["revenueBefore", "revenueAfter", "revenueUnclear"] },
  forecast: {
    tables: horizons,
    sentences: ["forecast", "forecastRange", "forecastWide", "forecastRate", "sameRule", "actual"],
  },
  entry: { tables: entry, sentences: ["entry", "entryOpen", "agreement", "nobody"] },
  exit: { tables: exit, sentences: ["exit", "exitGrace", "exitNever", "course", "meanDays", "variants"] },
  evidence: {
    tables: evidence,
    sentences: ["betterTimes", "better", "unsure", "worse", "boughtAgain", "noLater", "caution", "trial"],
  },
  actions: { tables: actions, sentences: [] },
};

const IN_TABLE = ["slipping", "border", "secure", "nearlyIn", "lapsed"];

/** Nine questions on a programme, each with its answer in words and figures. */
export function programme(voice: Voice, answers: ProgrammeEvaluation<unknown>): Block[] {
  const { questions } = voice.locale.report;
  const said = voice.narrative.programme;
  const names = Object.keys(ANSWERS) as (keyof typeof ANSWERS)[];
  return [
    ...told(withoutPlace(said)),
    ...names.flatMap((question, i) => {
      const { tables, sentences } = ANSWERS[question];
      const blocks = [...told(pick(said, sentences)), ...tables(voice, answers)];
      const number = voice.formats.count(i + 1);
      return blocks.length === 0 ? [] : [heading(`${number}. ${questions[question]}`), ...blocks];
    }),
  ];
}

/** Sentences of which no question is known: none is lost. */
function withoutPlace(said: readonly Sentence[]): Sentence[] {
  const placed = Object.values(ANSWERS).flatMap(({ sentences }) => sentences);
  return pick(said, [...placed, ...IN_TABLE], false);
}
