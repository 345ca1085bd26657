import { falseDiscoveryRates } from "../core/false-discovery.js";
import { cutPoints } from "../core/quantile.js";
import { compareRanks } from "../core/rank-sum.js";
import type { CustomerFeatures } from "../rfm/feature-types.js";
import { CONDITIONS, type ProgrammeConditions } from "./conditions.js";
import type { Population } from "./population.js";

/** The figures that members and the rest are compared by. */
export type ProfileFigure = Exclude<keyof CustomerFeatures, "customerId">;

/** The middle of a group, by one figure. */
export interface GroupQuartiles {
  /** Customers of whom the figure is known. */
  readonly customers: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/** How members differ from the rest by one figure. */
export interface FigureComparison {
  readonly figure: ProfileFigure;
  readonly members: GroupQuartiles;
  readonly rest: GroupQuartiles;
  /** P(a member has more) − P(a member has less) against a customer of the rest: Cliff's delta, −1 to 1. */
  readonly cliffsDelta: number;
  /** Of a rank-sum test, two-sided. */
  readonly pValue: number;
  /** Adjusted for the number of figures by Benjamini and Hochberg: at 0.05, on average at most one in twenty of what is found is chance. */
  readonly qValue: number;
  /** Whether the rule itself asks for it, so that a difference is no finding. */
  readonly isInRule: boolean;
}

const FIGURES = [
  "recency",
  "frequency",
  "monetary",
  "tenure",
  "averageOrderValue",
  "itemsPerOrder",
  "distinctProducts",
  "returnRate",
  "meanDaysBetweenOrders",
  "spreadOfDaysBetweenOrders",
  "shareOfRecentSpend",
] as const satisfies readonly ProfileFigure[];

/** What are members like? Figures that are known of nobody in a group are left out. O(n log n). */
export function compareFigures(
  population: Population<unknown>,
  entry: ProgrammeConditions,
): FigureComparison[] {
  const inRule = CONDITIONS.filter(({ condition }) => entry[condition] !== undefined);
  const compared = FIGURES.flatMap((figure) => {
    const [members, rest] = [known(population, figure, 1), known(population, figure, 0)];
    if (members.length === 0 || rest.length === 0) return [];
    const isInRule = inRule.some((rule) => rule.figure === figure);
    const groups = { members: quartiles(members), rest: quartiles(rest) };
    return [{ figure, ...groups, ...compareRanks(members, rest), isInRule }];
  });
  const qValues = falseDiscoveryRates(compared.map(({ pValue }) => pValue));
  return compared.map(({ isInRule, ...figures }, i) => ({ ...figures, qValue: qValues[i], isInRule }));
}

/** The values of a group, of whom there are any. */
function known(
  { customers, isMember }: Population<unknown>,
  figure: ProfileFigure,
  group: number,
): Float64Array {
  const values = customers.flatMap((customer, row) => {
    const value = customer[figure];
    return isMember[row] !== group || value === null ? [] : [value];
  });
  return Float64Array.from(values).sort();
}

function quartiles(sorted: Float64Array): GroupQuartiles {
  const [lowerQuartile, median, upperQuartile] = cutPoints(sorted, 4);
  return { customers: sorted.length, lowerQuartile, median, upperQuartile };
}
