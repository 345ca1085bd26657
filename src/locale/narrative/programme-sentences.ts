import type { Text } from "../shown.js";

type Action = Text<"customers" | "valueAtStake">;
type Means = "days" | "membersMean" | "restMean";

/** What is said of a loyalty programme: the nine answers, in their order. */
export interface ProgrammeSentences {
  readonly size: Text<"asOf" | "members" | "customers" | "share">;
  readonly sizeRange: Text<"low" | "high">;
  readonly atBorder: Text<"atBorder">;
  readonly sensitivity: Text<"condition" | "admitted">;
  /** By a figure that the rule does not ask for: a member in the middle, a customer in the middle of the rest. */
  readonly figure: Text<"figure" | "membersMedian" | "restMedian">;
  readonly noFigure: Text;
  readonly product: Text<"product" | "memberShare" | "customerShare" | "lift">;
  readonly noProduct: Text<"tested">;
  readonly attribute: Text<"attribute" | "value" | "memberShare" | "customerShare">;
  readonly revenueBefore: Text<"from" | "to" | "share">;
  readonly revenueAfter: Text<"from" | "to" | "share">;
  readonly revenueUnclear: Text<"from" | "to">;
  readonly forecast: Text<"days" | "expected">;
  readonly forecastRange: Text<"days" | "expected" | "low" | "high">;
  readonly forecastWide: Text<"days" | "low" | "high">;
  readonly forecastRate: Text<"days" | "runRate">;
  readonly sameRule: Text<"days" | "sameRule">;
  readonly actual: Text<"days" | "actual">;
  readonly entry: Text<"entry">;
  readonly entryOpen: Text;
  readonly agreement: Text<"admitted" | "precision" | "recall">;
  readonly nobody: Text;
  readonly exit: Text<"stay">;
  readonly exitGrace: Text<"stay" | "graceDays">;
  readonly exitNever: Text;
  readonly course: Text<"everMembers" | "left" | "cameBack">;
  readonly meanDays: Text<"meanDays">;
  readonly variants: Text<"members" | "stricter" | "looser">;
  /** Spend after the choice: more beyond chance, with how many times and without; perhaps chance; less beyond chance. */
  readonly betterTimes: Text<Means | "ratio" | "low" | "high">;
  readonly better: Text<Means>;
  readonly unsure: Text<Means>;
  readonly worse: Text<Means>;
  readonly boughtAgain: Text<"days" | "membersMean" | "restMean">;
  readonly noLater: Text<"asOf">;
  readonly caution: Text;
  readonly trial: Text<"members" | "minimumDetectableUplift">;
  /** What to do for whom. */
  readonly slipping: Action;
  readonly border: Action;
  readonly secure: Action;
  readonly nearlyIn: Action;
  readonly lapsed: Action;
}

/** The parts of a rule, each in the middle of a sentence. */
export interface ConditionPhrases {
  readonly recencyAtMost: Text<"asked">;
  readonly frequencyAtLeast: Text<"asked">;
  readonly monetaryAtLeast: Text<"asked">;
}

/** What the figures of customers are called, each as a sentence begins. */
export type FigureNames = Readonly<
  Record<
    | "recency"
    | "frequency"
    | "monetary"
    | "tenure"
    | "averageOrderValue"
    | "itemsPerOrder"
    | "distinctProducts"
    | "returnRate"
    | "meanDaysBetweenOrders"
    | "spreadOfDaysBetweenOrders"
    | "shareOfRecentSpend",
    string
  >
>;
