import { fsum } from "d3-array";
import type { TrackedStep } from "../lifetime/track.js";
import type { Sentence } from "./sentence.js";
import type { Teller } from "./teller.js";

/** A forecast that is off by less was right. */
const CLOSE = 0.05;

/** How far off the model was on days that it had not seen. */
export function tellTracking({ say, count, share }: Teller, steps: readonly TrackedStep[]): Sentence[] {
  const unseen = steps.filter(({ isHoldout }) => isHoldout);
  if (unseen.length === 0) return [say("forecast", "untracked", {})];
  const actual = fsum(unseen.map((step) => step.actual));
  const expected = fsum(unseen.map((step) => step.expected));
  if (actual === 0) return [say("forecast", "trackedNone", { expected: count(expected) }, { actual })];
  const error = Math.abs(expected - actual) / actual;
  const pieces = { expected: count(expected), actual: count(actual), error: share(error) };
  if (error < CLOSE) return [say("forecast", "trackedClose", pieces)];
  return [say("forecast", expected > actual ? "trackedHigh" : "trackedLow", pieces)];
}
