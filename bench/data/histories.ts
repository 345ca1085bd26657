import type { PurchaseHistory } from "rfm-kit/lifetime";
import { hasData } from "../../test/data.js";
import { cdnowSummary } from "../../test/lifetime/real.js";
import { CDNOW, simulate } from "../../test/lifetime/simulate.js";
import { SEED } from "./shop.js";

/** Customers, and where they are from. */
export interface Shop {
  readonly title: string;
  readonly histories: readonly PurchaseHistory<number>[];
}

const SAMPLE = 2357;

/** CDNOW's sample, or as many simulated customers where its data is not there. */
export function readCdnow(): Shop {
  return hasData
    ? { title: "CDNOW's sample", histories: cdnowSummary() }
    : { ...makeShop(SAMPLE), title: "simulated for want of CDNOW's sample (RFM_KIT_DATA names no folder)" };
}

/** Customers by the rules of the models of CDNOW, in whole days as a log has them. */
export function makeShop(customers: number): Shop {
  const found = simulate({ ...CDNOW, customers, ahead: 0 }, SEED);
  return {
    title: "simulated by the models of CDNOW, in whole days",
    histories: found.map(({ customerId, x, tX, T, meanSpend }) => {
      return { customerId, x, tX: Math.ceil(tX), T, meanSpend };
    }),
  };
}
