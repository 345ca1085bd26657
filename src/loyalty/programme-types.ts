import type { ClusterModel } from "../cluster/model.js";
import type { ScoreModel } from "../core/score-model.js";
import type { SegmentScheme } from "../segment/scheme.js";
import type { ProgrammeConditions } from "./conditions.js";

/** How a programme chooses its members, whatever the day: all it takes to choose again. */
export type ProgrammeSelection =
  | { readonly by: "conditions" }
  | { readonly by: "topShare"; readonly share: number }
  | { readonly by: "budget"; readonly budget: number; readonly costPerMember: number }
  | {
      readonly by: "segments";
      readonly segments: readonly string[];
      readonly scheme: SegmentScheme;
      readonly model: ScoreModel;
    }
  | { readonly by: "clusters"; readonly clusters: readonly number[]; readonly model: ClusterModel }
  | { readonly by: "members"; readonly members: readonly (string | number)[] };

/** A loyalty programme as frozen JSON. */
export interface LoyaltyProgramme {
  readonly kind: "loyaltyProgramme";
  readonly version: 1;
  readonly selection: ProgrammeSelection;
  /** The rule that says in the shop's units who is admitted. */
  readonly entry: ProgrammeConditions;
  /** What a member has to meet to stay; looser than `entry`, so that nobody goes in and out. */
  readonly stay: ProgrammeConditions;
  /** A member leaves who has not met `stay` for more days than these, one after another. */
  readonly graceDays: number;
  /** Orders and spend count for so many days; `null`: for ever. */
  readonly windowDays: number | null;
  /** `entry` in one line. */
  readonly text: string;
  /** Customers it was defined with, those of them that the selection chose, and those who meet `entry`. */
  readonly customers: number;
  readonly members: number;
  readonly admitted: number;
  /** Members among those who meet `entry`: members who are admitted / all who are; `null` where nobody is. */
  readonly precision: number | null;
  /** Those who meet `entry` among members: members who are admitted / all members; `null` where there is none. */
  readonly recall: number | null;
}

/** What marks a programme. */
export const PROGRAMME_HEAD = { kind: "loyaltyProgramme", version: 1 } as const;
