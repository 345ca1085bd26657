import { transactionLog } from "rfm-kit";
import {
  type BgNbdModel,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  forecastCustomers,
  forecastGroup,
  type PurchaseHistory,
  purchaseHistories,
  purchaseHistoriesFromSummary,
  validateForecast,
} from "rfm-kit/lifetime";
import { describe, expectTypeOf, it } from "vitest";

const orders = [{ customerId: "ada" as "ada" | "bob", date: "2024-01-01", amount: 1 }];
const log = transactionLog(orders);
const histories = purchaseHistories(log);
const models = { purchases: fitBgNbd(histories), spend: fitGammaGamma(histories) };

describe("purchaseHistories", () => {
  it("keeps the type of the ids, of a log and of rows", () => {
    expectTypeOf(histories).toEqualTypeOf<PurchaseHistory<"ada" | "bob">[]>();
    expectTypeOf(purchaseHistories(orders)).toEqualTypeOf<PurchaseHistory<"ada" | "bob">[]>();
    const rows = [{ id: 7, x: 1, tX: 2, T: 3 }];
    expectTypeOf(purchaseHistoriesFromSummary(rows, { customerId: "id" })).toEqualTypeOf<
      PurchaseHistory<number>[]
    >();
  });

  it("does not take columns that are none, nor options of other functions", () => {
    // @ts-expect-error
    purchaseHistoriesFromSummary([{ id: 7, x: "1", tX: 2, T: 3 }], { customerId: "id" });
    // @ts-expect-error
    purchaseHistories(log, { since: "2024-01-01" });
  });
});

describe("forecasts", () => {
  it("keep the columns of the rows, and have intervals where they were asked for", () => {
    const rows = histories.map((history) => ({ ...history, segment: "champions" as const }));
    const [plain] = forecastCustomers(rows, models, { days: 30 });
    expectTypeOf(plain.segment).toEqualTypeOf<"champions">();
    expectTypeOf(plain.pAlive).toEqualTypeOf<number | null>();
    // @ts-expect-error
    plain.purchasesLow;
    const [sure] = forecastCustomers(rows, models, { days: 30, interval: { seed: 1 } });
    expectTypeOf(sure.purchasesLow).toEqualTypeOf<number>();
    expectTypeOf(
      forecastGroup(rows, models, { days: 30, interval: { seed: 1 } }).purchasesHigh,
    ).toEqualTypeOf<number>();
  });

  it("take a model of purchases where one is needed, and no other", () => {
    forecastGroup(histories, { purchases: fitParetoNbd(histories) }, { days: 30 });
    // @ts-expect-error
    forecastGroup(histories, { purchases: models.spend }, { days: 30 });
    // It has to know how far to look.
    // @ts-expect-error
    forecastGroup(histories, models, {});
    // An interval needs a seed.
    // @ts-expect-error
    forecastGroup(histories, models, { days: 30, interval: { level: 0.9 } });
  });
});

describe("models", () => {
  it("name their parameters, which cannot be changed", () => {
    expectTypeOf<keyof BgNbdModel["parameters"]>().toEqualTypeOf<"r" | "alpha" | "a" | "b">();
    // @ts-expect-error
    models.purchases.parameters.r = 1;
    expectTypeOf(
      validateForecast(log, { calibrationEnd: "2024-01-01", holdoutDays: 1 }).customers[0].customerId,
    ).toEqualTypeOf<"ada" | "bob">();
  });
});
