import type { ProgrammeConditions } from "../loyalty/conditions.js";
import type { EligibleCustomer } from "../loyalty/eligible.js";
import type { ProgrammeEvaluation } from "../loyalty/evaluate.js";
import type { OverRepresented, Representation } from "../loyalty/over-represented.js";
import type { FigureComparison, GroupQuartiles } from "../loyalty/profile.js";
import { type Block, type Cell, name, note, table } from "./blocks.js";
import { around, columnsOf, firstOf, shownBy, type Voice } from "./voice.js";

type Answers = ProgrammeEvaluation<unknown>;

/** 1. Who is eligible: the customers alone where the caller asks for some. */
export function eligible(voice: Voice, { eligible }: Answers): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, money, share } = shownBy(voice);
  if (voice.listCustomers === 0) return [note(report.notes.withheld(count(eligible.length)))];
  return firstOf(
    voice,
    eligible,
    (rows) =>
      table<EligibleCustomer<unknown>>(report.captions.eligible, rows, [
        text("customer", ({ customerId }) => name(customerId)),
        figure("recency", ({ recency }) => count(recency)),
        figure("frequency", ({ frequency }) => count(frequency)),
        figure("monetary", ({ monetary }) => money(monetary)),
        figure("daysToSpare", ({ daysToSpare }) => count(daysToSpare)),
        figure("ordersToSpare", ({ ordersToSpare }) => count(ordersToSpare)),
        figure("spendToSpare", ({ spendToSpare }) => money(spendToSpare)),
        figure("margin", ({ margin }) => share(margin)),
      ]),
    voice.listCustomers,
  );
}

/** 2. How many they are, and how many with a threshold moved. */
export function size(voice: Voice, { size }: Answers): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, share, range } = shownBy(voice);
  return [
    ...table(
      report.captions.size,
      [size],
      [
        text("measure", () => report.heads.members),
        figure("members", ({ members }) => count(members)),
        figure("interval", ({ low, high }) => range(count(low), count(high))),
        figure("customers", ({ customers }) => count(customers)),
        figure("customerShare", (row) => share(row.share)),
      ],
    ),
    ...table(report.captions.sensitivity, size.sensitivity, [
      text("condition", ({ condition, threshold }) => conditionText(voice, condition, threshold)),
      figure("admitted", ({ admitted }) => count(admitted)),
      figure("difference", ({ difference }) => signed(voice, difference)),
    ]),
  ];
}

/** 3. What members are like beside the others. */
export function profile(voice: Voice, { profile }: Answers): Block[] {
  const { report } = voice.locale;
  const { figures, products, attributes } = profile;
  return [
    ...figuresTable(voice, figures),
    ...(figures.some(({ isInRule }) => isInRule) ? [note(report.notes.inRule)] : []),
    ...(products === null ? [] : represented(voice, report.captions.memberProducts, products)),
    ...Object.entries(attributes).flatMap(([attribute, found]) =>
      represented(voice, around(report.memberAttributeCaption, name(attribute)), found),
    ),
  ];
}

function figuresTable(voice: Voice, figures: readonly FigureComparison[]): readonly Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { decimal, fixed, share, money, chance, range } = shownBy(voice);
  const middle = (of: FigureComparison, { median, lowerQuartile, upperQuartile }: GroupQuartiles) => {
    const isShare = of.figure === "returnRate" || of.figure === "shareOfRecentSpend";
    const isMoney = of.figure === "monetary" || of.figure === "averageOrderValue";
    const show = isShare ? share : isMoney ? money : decimal;
    return `${show(median)} (${range(show(lowerQuartile), show(upperQuartile))})`;
  };
  return table(report.captions.profile, figures, [
    text("measure", (row) => `${report.figures[row.figure]}${row.isInRule ? "*" : ""}`),
    figure("members", (row) => middle(row, row.members)),
    figure("rest", (row) => middle(row, row.rest)),
    figure("cliffsDelta", ({ cliffsDelta }) => fixed(cliffsDelta, 2)),
    figure("qValue", ({ qValue }) => chance(qValue)),
  ]);
}

/** What members have oftener than others. */
function represented<T>(
  { locale, formats }: Voice,
  caption: Cell,
  { first }: Representation<T>,
): readonly Block[] {
  const { text, figure } = columnsOf(locale.report);
  const { share, fixed, chance, count } = shownBy({ locale, formats });
  return table<OverRepresented<T>>(caption, first, [
    text("valueOf", ({ value }) => name(value)),
    figure("members", ({ members }) => count(members)),
    figure("memberShare", ({ memberShare }) => share(memberShare)),
    figure("customerShare", ({ customerShare }) => share(customerShare)),
    figure("lift", ({ lift }) => fixed(lift, 2)),
    figure("qValue", ({ qValue }) => chance(qValue)),
  ]);
}

/** 6. What admits a customer, and how near the rule comes to the choice. */
export function entry(voice: Voice, { entry }: Answers): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, share } = shownBy(voice);
  return [
    ...table(
      report.captions.entry,
      [entry],
      [
        text("measure", () => report.heads.rule),
        figure("admitted", ({ admitted }) => count(admitted)),
        figure("precision", ({ precision }) => share(precision)),
        figure("recall", ({ recall }) => share(recall)),
      ],
    ),
  ];
}

function conditionText(
  { locale, formats }: Voice,
  condition: keyof ProgrammeConditions,
  limit: number,
): string {
  const { count, money } = shownBy({ locale, formats });
  const say = locale.report.conditions[condition];
  return say(condition === "monetaryAtLeast" ? money(limit) : count(limit), limit === 1);
}

const signed = ({ formats }: Voice, difference: number): string =>
  `${difference > 0 ? "+" : ""}${formats.count(difference)}`;
