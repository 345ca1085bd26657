import { type Mutant, mutantsIn } from "./mutant.js";

const DAYS = "replayProgramme equals a look at every customer on every day";
const VARIANTS = "replayProgramme gives the variants the course of a programme with their conditions";
const GRACE =
  "replayProgramme lets nobody leave within the days of grace, be a member twice at once, or get lost between months";
const ORDER =
  "replayProgramme gives the same from any order of the rows, but for that of customers who enter on one day";
const LASTING = "replayProgramme keeps for ever whom nothing but orders and spend without end admitted";
const LOOSER =
  "replayProgramme has variants that are stricter and looser, in which who enters also meets what it takes to stay";

const mutant = mutantsIn("loyalty");

/** Mistakes in how a programme would have gone. */
export const loyaltyReplayMutants: readonly Mutant[] = [
  mutant(
    "entry-suffices-to-stay",
    "membership",
    "holds(stay, standing, from)",
    "holds(entry, standing, from)",
    DAYS,
  ),
  mutant("grace-ends-a-day-early", "membership", "lastStay + graceDays + 1", "lastStay + graceDays", GRACE),
  mutant("grace-begins-on-the-first-day", "membership", "leavesOn = lastStay +", "leavesOn = from +", DAYS),
  mutant("back-on-the-day-of-leaving-stays-out", "membership", "leavesOn < from", "leavesOn <= from", DAYS),
  mutant(
    "recency-stands-still",
    "membership",
    "recency: day - lastPurchase",
    "recency: standing.from - lastPurchase",
    DAYS,
  ),
  mutant(
    "half-a-day-counts",
    "membership",
    "Math.floor(stay.recencyAtMost ?? ",
    "Math.ceil(stay.recencyAtMost ?? ",
    DAYS,
  ),
  mutant(
    "members-before-the-first-day",
    "membership",
    "Math.max(standing.from, days.from)",
    "standing.from",
    GRACE,
  ),
  mutant(
    "leaves-after-the-last-day",
    "membership",
    "leavesOn <= days.to ?",
    "leavesOn <= days.to + 1 ?",
    DAYS,
  ),
  mutant("nobody-leaves-at-the-end", "membership", "leavesOn <= days.to ?", "leavesOn < days.to ?", DAYS),
  mutant("everybody-is-new", "membership", "cameBack: spans.length > 0", "cameBack: false", GRACE),
  mutant(
    "a-window-of-one-day-more",
    "standing",
    "days[row] + windowDays",
    "days[row] + windowDays + 1",
    DAYS,
  ),
  mutant(
    "undone-from-the-day-after",
    "standing",
    "Math.min(out, days[partners[row]])",
    "Math.min(out, days[partners[row]] + 1)",
    DAYS,
  ),
  mutant("undone-before-the-return", "standing", "withoutPartners(log), window", "log, window", DAYS),
  mutant(
    "lasting-orders-are-gone-after-a-month",
    "standing",
    "windowDays === null ? lastDay + 1",
    "windowDays === null ? days[row] + 30",
    LASTING,
  ),
  mutant("rows-wait-as-they-came", "queue", ".sort((a, b) => dayOf(a) - dayOf(b))", "", ORDER),
  mutant(
    "every-line-is-an-order",
    "visible-rows",
    "order === MISSING || this.#seenOf[order]++ === 0",
    "order === MISSING || this.#seenOf[order]++ >= 0",
    DAYS,
  ),
  mutant(
    "an-order-goes-with-its-first-line",
    "visible-rows",
    "--this.#seenOf[order] === 0",
    "--this.#seenOf[order] >= 0",
    DAYS,
  ),
  mutant(
    "orders-of-the-customer-before",
    "standing",
    "while (leaving.day() <= lastDay + 1)",
    "while (leaving.day() <= lastDay)",
    DAYS,
  ),
  mutant(
    "the-last-purchase-stays-when-undone",
    "visible-rows",
    "this.#goneOn(row) > day",
    "this.#goneOn(row) >= 0",
    DAYS,
  ),
  mutant(
    "returns-are-not-taken-off",
    "visible-rows",
    "this.#sum.add(amount);",
    "this.#sum.add(Math.max(amount, 0));",
    DAYS,
  ),
  mutant(
    "what-comes-and-goes-leaves-rounding-behind",
    "visible-rows",
    "readonly #sum = new ExactSum();",
    "readonly #sum = new (class extends ExactSum { sum = 0; override add(value: number) { this.sum += value; } override valueOf() { return this.sum; } })();",
    DAYS,
  ),
  mutant("what-went-is-still-spent", "visible-rows", "this.#sum.add(-amount);", "", DAYS),
  mutant(
    "who-came-back-left-for-good",
    "months",
    "members += count.entered + count.cameBack - count.left",
    "members += count.entered - count.left",
    GRACE,
  ),
  mutant("the-first-month-is-always-complete", "months", "startOf(first + i) >= days.from && ", "", DAYS),
  mutant("the-last-month-is-complete-a-day-early", "months", "<= days.to + 1;", "<= days.to + 2;", DAYS),
  mutant("the-mean-of-all-memberships", "course", "/ left,", "/ spans.length,", DAYS),
  mutant(
    "variants-without-grace",
    "replay",
    "{ ...terms, entry",
    "{ ...terms, graceDays: 0, entry",
    VARIANTS,
  ),
  mutant("variants-stay-by-the-same", "replay", "stay: loosen(stay, by)", "stay", LOOSER),
  mutant(
    "variants-the-wrong-way-round",
    "replay",
    "changed(programme, -step), changed(programme, step)",
    "changed(programme, step), changed(programme, -step)",
    LOOSER,
  ),
  mutant(
    "by-the-day-of-leaving",
    "replay",
    "a.enteredOn - b.enteredOn",
    "(a.leftOn ?? 1e9) - (b.leftOn ?? 1e9)",
    GRACE,
  ),
];
