/** What the shop sells. */
export interface Product {
  readonly code: string;
  readonly name: string;
  readonly cents: number;
  /** Price level, from 0 (cheap) to 3 (dear). */
  readonly level: number;
  /** How often it is bought, against others of its level. */
  readonly appeal: number;
  /** Whoever has it in their first order stays longer. */
  readonly gateway: boolean;
}

const MATERIALS = ["Tin", "Oak", "Brass", "Silver"];

const THINGS = [
  ["Hook", "Bell", "Frame", "Candlestick", "Box"],
  ["Bowl", "Tray", "Jug", "Lantern", "Basket"],
  ["Vase", "Clock", "Mirror", "Lamp", "Chandelier"],
].flat();

export const LEVELS = MATERIALS.length;
const COUNT = LEVELS * THINGS.length;
const [CHEAPEST, DEAREST] = [200, 40_000];

/** Sixty products whose prices rise by equal ratios, rounded to 5 cents. */
export const CATALOGUE: readonly Product[] = MATERIALS.flatMap((material, level) =>
  THINGS.map((thing, place) => {
    // Seven and fifteen share no factor: each rank comes once, and the cheap are not the popular.
    const rank = 1 + ((7 * place + 4 * level) % THINGS.length);
    return {
      code: `${material[0]}${String(place + 1).padStart(2, "0")}`,
      name: `${material} ${thing}`,
      cents: priceAt(level * THINGS.length + place),
      level,
      appeal: 1 / rank,
      gateway: rank === 3 || rank === 8,
    };
  }),
);

function priceAt(place: number): number {
  return Math.round((CHEAPEST * (DEAREST / CHEAPEST) ** (place / (COUNT - 1))) / 5) * 5;
}

/** The price level an amount of cents falls in. */
export function levelOf(cents: number): number {
  const level = Math.floor((LEVELS * Math.log(cents / CHEAPEST)) / Math.log(DEAREST / CHEAPEST));
  return Math.min(Math.max(level, 0), LEVELS - 1);
}
