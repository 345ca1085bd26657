import type { Estimate, MeanComparison } from "../core/two-groups.js";
import type { ProgrammeEvaluation } from "../loyalty/evaluate.js";
import type { ExpectedRevenue } from "../loyalty/forecast.js";
import type { ProgrammeCourse } from "../loyalty/replay-types.js";
import { type Block, table } from "./blocks.js";
import { columnsOf, shownBy, UNKNOWN, type Voice } from "./voice.js";

type Answers = ProgrammeEvaluation<unknown>;

/** 4. What share of revenue is theirs. */
export function revenue(voice: Voice, { revenue: { selection, later } }: Answers): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { share, money, range } = shownBy(voice);
  const windows = [
    { label: report.heads.selectionWindow, ...selection },
    ...(later === null ? [] : [{ label: report.heads.laterWindow, ...later }]),
  ];
  return [
    ...table(report.captions.programmeRevenue, windows, [
      text("window", ({ label }) => label),
      text("days", ({ from, to }) => range(voice.formats.day(from), voice.formats.day(to))),
      figure("members", ({ net }) => money(net.members)),
      figure("rest", ({ net }) => money(net.rest)),
      figure("others", ({ net }) => money(net.others)),
      figure("memberRevenueShare", ({ net }) => share(net.share)),
      figure("shareOfKnown", ({ net }) => share(net.shareOfKnown)),
    ]),
  ];
}

/** 5. What they will bring. */
export function horizons(voice: Voice, { forecast: { horizons } }: Answers): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, money, range } = shownBy(voice);
  const expected = (of: ExpectedRevenue | null): string => {
    if (of === null) return UNKNOWN;
    const between = range(money(of.low), money(of.high));
    return between === UNKNOWN ? money(of.expected) : `${money(of.expected)} (${between})`;
  };
  return [
    ...table(report.captions.horizons, horizons, [
      text("daysAhead", ({ days }) => count(days)),
      figure("byModel", ({ model }) => expected(model)),
      figure("bySameRule", ({ sameRule }) => expected(sameRule)),
      figure("byRunRate", ({ runRate }) => money(runRate)),
      figure("byLastPeriod", ({ lastPeriod }) => money(lastPeriod)),
      figure("byLastYear", ({ seasonal }) => money(seasonal)),
      figure("actual", ({ actual }) => money(actual)),
    ]),
  ];
}

/** 7. What removes a member, and how the rule would have gone. */
export function exit(voice: Voice, { exit }: Answers): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, decimal } = shownBy(voice);
  const { asDefined, stricter, looser } = exit;
  const courses: readonly { readonly label: string; readonly course: ProgrammeCourse }[] = [
    { label: report.heads.asDefined, course: asDefined },
    { label: report.heads.stricter, course: stricter },
    { label: report.heads.looser, course: looser },
  ];
  return [
    ...table(report.captions.courses, courses, [
      text("rule", ({ label }) => label),
      figure("members", ({ course }) => count(course.members)),
      figure("everMembers", ({ course }) => count(course.everMembers)),
      figure("left", ({ course }) => count(course.left)),
      figure("cameBack", ({ course }) => count(course.cameBack)),
      figure("meanDays", ({ course }) => decimal(course.meanDays)),
    ]),
  ];
}

/** 8. What says that members are better than the rest: what came after the choice. */
export function evidence(voice: Voice, { evidence: { later } }: Answers): Block[] {
  const { report } = voice.locale;
  if (later === null) return [];
  const { text, figure } = columnsOf(report);
  const { money, share, fixed, chance, range } = shownBy(voice);
  const interval = (of: Estimate | null, show: (value: number | null) => string) =>
    of === null ? UNKNOWN : `${show(of.estimate)} (${range(show(of.low), show(of.high))})`;
  const ratio = (value: number | null) => fixed(value, 2);
  const compared: readonly {
    readonly label: string;
    readonly of: MeanComparison;
    readonly show: (value: number | null) => string;
  }[] = [
    { label: report.heads.laterSpend, of: later.spend, show: money },
    { label: report.heads.boughtAgain, of: later.boughtAgain, show: share },
  ];
  const days = { from: voice.formats.day(later.from), to: voice.formats.day(later.to) };
  return [
    ...table(report.evidenceCaption(days.from, days.to), compared, [
      text("measure", ({ label }) => label),
      figure("members", ({ of, show }) => show(of.members.mean)),
      figure("rest", ({ of, show }) => show(of.rest.mean)),
      figure("ratio", ({ of }) => interval(of.ratio, ratio)),
      figure("difference", ({ of, show }) => interval(of.difference, show)),
      figure("pValue", ({ of }) => chance(of.pValue)),
    ]),
  ];
}

/** 9. Which actions raise revenue: groups alone, no customers. */
export function actions(voice: Voice, { actions }: Answers): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, money } = shownBy(voice);
  return [
    ...table(report.captions.actions, actions, [
      text("group", ({ group }) => report.actions[group].who),
      text("action", ({ group }) => report.actions[group].action),
      figure("customers", ({ customers }) => count(customers)),
      figure("valueAtStake", ({ valueAtStake }) => money(valueAtStake)),
    ]),
  ];
}
