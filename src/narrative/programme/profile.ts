import type { ProgrammeEvaluation } from "../../loyalty/evaluate.js";
import type { FigureComparison, ProfileFigure } from "../../loyalty/profile.js";
import type { Sentence } from "../sentence.js";
import type { Piece, Teller } from "../teller.js";

type Profile = ProgrammeEvaluation<unknown>["profile"];

const MOST = 3;

/** 3: what members are like, beyond chance and beyond what the rule asks for. */
export function tellProfile(teller: Teller, profile: Profile, alpha: number): Sentence[] {
  return [
    ...tellFigures(teller, profile.figures, alpha),
    ...tellProducts(teller, profile.products, alpha),
    ...tellAttributes(teller, profile.attributes, alpha),
  ];
}

function tellFigures(teller: Teller, figures: readonly FigureComparison[], alpha: number): Sentence[] {
  const found = figures.filter(({ isInRule, qValue }) => !isInRule && qValue <= alpha);
  if (found.length === 0) return [teller.say("programme", "noFigure", {})];
  return found
    .filter(({ members, rest }) => members.median !== rest.median)
    .sort((a, b) => Math.abs(b.cliffsDelta) - Math.abs(a.cliffsDelta))
    .slice(0, MOST)
    .map(({ figure, members, rest, cliffsDelta, qValue }) => {
      const shown = (median: number) => showFigure(teller, figure, median);
      const pieces = {
        figure: teller.phrase(teller.texts.figures[figure]),
        membersMedian: shown(members.median),
        restMedian: shown(rest.median),
      };
      return teller.say("programme", "figure", pieces, { figure, cliffsDelta, qValue });
    });
}

const MONEY: readonly ProfileFigure[] = ["monetary", "averageOrderValue"];
const SHARES: readonly ProfileFigure[] = ["returnRate", "shareOfRecentSpend"];

function showFigure({ money, share, quantity }: Teller, figure: ProfileFigure, median: number): Piece {
  if (MONEY.includes(figure)) return money(median);
  return SHARES.includes(figure) ? share(median) : quantity(median);
}

function tellProducts(
  { say, name, share, decimal, count }: Teller,
  products: Profile["products"],
  alpha: number,
): Sentence[] {
  if (products === null) return [];
  const found = products.first.filter(({ qValue }) => qValue <= alpha);
  if (found.length === 0) return [say("programme", "noProduct", { tested: count(products.tested) })];
  return found.slice(0, MOST).map(({ value, memberShare, customerShare, lift, qValue }) => {
    const pieces = {
      product: name(value),
      memberShare: share(memberShare),
      customerShare: share(customerShare),
      lift: decimal(lift, 1),
    };
    return say("programme", "product", pieces, { qValue });
  });
}

function tellAttributes(
  { say, name, share }: Teller,
  attributes: Profile["attributes"],
  alpha: number,
): Sentence[] {
  return Object.entries(attributes).flatMap(([attribute, { first }]) => {
    const found = first.filter(({ qValue }) => qValue <= alpha);
    return found.slice(0, 1).map(({ value, memberShare, customerShare, lift, qValue }) => {
      const shares = { memberShare: share(memberShare), customerShare: share(customerShare) };
      const pieces = { attribute: name(attribute), value: name(value), ...shares };
      return say("programme", "attribute", pieces, { lift, qValue });
    });
  });
}
