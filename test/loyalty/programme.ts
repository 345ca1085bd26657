import type { LoyaltyProgramme } from "rfm-kit/loyalty";

/** A programme as it is stored, of which the rules matter. */
export function programmeOf(
  rules: Pick<LoyaltyProgramme, "entry" | "stay"> & Partial<LoyaltyProgramme>,
): LoyaltyProgramme {
  return {
    kind: "loyaltyProgramme",
    version: 1,
    selection: { by: "conditions" },
    graceDays: 0,
    windowDays: null,
    text: "",
    customers: 0,
    members: 0,
    admitted: 0,
    precision: null,
    recall: null,
    ...rules,
  };
}
