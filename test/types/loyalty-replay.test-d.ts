import { transactionLog } from "rfm-kit";
import {
  type LoyaltyProgramme,
  type Membership,
  type ProgrammeCourse,
  type ProgrammeReplay,
  type ReplayOptions,
  replayProgramme,
} from "rfm-kit/loyalty";
import { describe, expectTypeOf, it } from "vitest";

const log = transactionLog([{ customerId: "ada" as "ada" | "bob", date: "2024-01-01", amount: 1 }]);
declare const programme: LoyaltyProgramme;

describe("replayProgramme", () => {
  it("keeps the type of the ids", () => {
    const found = replayProgramme(log, programme, { from: "2024-01-01", asOf: new Date(0), step: 0.1 });
    expectTypeOf(found).toEqualTypeOf<ProgrammeReplay<"ada" | "bob">>();
    expectTypeOf(found.memberships).toEqualTypeOf<readonly Membership<"ada" | "bob">[]>();
    expectTypeOf(found.memberships[0].leftOn).toEqualTypeOf<string | null>();
    expectTypeOf(found.stricter.months[0].members).toEqualTypeOf<number>();
    expectTypeOf(found.from).toEqualTypeOf<string | null>();
    expectTypeOf(found.looser.meanDays).toEqualTypeOf<number | null>();
    expectTypeOf(found.looser).toEqualTypeOf<ProgrammeCourse>();
    // @ts-expect-error
    found.stricter.memberships;
  });

  it("takes a log, a whole programme and options that it knows", () => {
    // @ts-expect-error
    replayProgramme([{ customerId: "ada", date: "2024-01-01", amount: 1 }], programme);
    // @ts-expect-error
    replayProgramme(log, { entry: { recencyAtMost: 3 }, stay: {}, graceDays: 0, windowDays: null });
    // @ts-expect-error
    replayProgramme(log, programme, { since: "2024-01-01" });
    // @ts-expect-error
    replayProgramme(log, programme, { recency: "elapsed" });
    expectTypeOf<ReplayOptions["step"]>().toEqualTypeOf<number | undefined>();
  });
});
