import { fitGammaGamma } from "./gamma-gamma.js";
import type { PurchaseHistory } from "./history-types.js";
import type { GammaGammaModel } from "./model.js";

/** The model of spend; `null` where too few have bought again, at sums that differ. */
export function fitSpend(histories: readonly PurchaseHistory<unknown>[]): GammaGammaModel | null {
  const spends = new Set(
    histories.map(({ meanSpend }) => meanSpend).filter((spend) => spend !== null && spend > 0),
  );
  return spends.size < 2 ? null : fitGammaGamma(histories);
}
