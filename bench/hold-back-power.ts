import { parseArgs } from "node:util";
import { holdBackDesign } from "rfm-kit/loyalty";
import { foundShare, outcomesOfShops } from "../test/loyalty/trials.js";

/**
 * How often trials with members held back find the effect that `holdBackDesign` says they find 80 times in 100: where each member
 * brings the same more, and where each brings the same part more, by Student's test and by Welch's; and how often they find one
 * where there is none.
 */
const { values } = parseArgs({ options: { trials: { type: "string", default: "10000" } } });
const simulation = { trials: Number(values.trials), seed: 7 };

for (const [name, outcomes] of Object.entries(outcomesOfShops())) {
  console.log(`\n${simulation.trials} trials with ${outcomes.length} members: ${name}`);
  console.table(
    [0.5, 0.2, 0.1].flatMap((share) => {
      const design = holdBackDesign(outcomes, { heldBack: share });
      const { heldBack, minimumDetectableEffect, minimumDetectableUplift } = design;
      return (["student", "welch"] as const).map((test) => {
        const found = (effect: (outcome: number) => number) =>
          (100 * foundShare(outcomes, { heldBack, effect, test }, simulation)).toFixed(1);
        return {
          "held back": heldBack,
          uplift: Number(minimumDetectableUplift).toFixed(2),
          test,
          "stated, %": 80,
          "same amount more, %": found((spend) => spend + minimumDetectableEffect),
          "same part more, %": found((spend) => spend * (1 + Number(minimumDetectableUplift))),
          "no effect, %": found((spend) => spend),
        };
      });
    }),
  );
}
