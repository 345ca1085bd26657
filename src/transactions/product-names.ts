import { NO_DAY } from "../core/day.js";
import { MISSING } from "./coder.js";
import type { AttributeValue } from "./input-types.js";
import type { Coded, TransactionLog } from "./log-types.js";

/**
 * The name of each product by its code: the commonest value of an attribute over all kept rows, without spaces around it; of
 * equally common ones the first by the codes of its letters. `null` where no row has one. O(rows).
 */
export function nameProducts(
  { days, length }: TransactionLog<unknown>,
  products: Coded<unknown>,
  names: Coded<AttributeValue>,
): (string | null)[] {
  const texts = names.values.map((value) => String(value).trim());
  const counts = products.values.map(() => new Map<string, number>());
  for (let row = 0; row < length; row++) {
    const [product, name] = [products.codes[row], names.codes[row]];
    if (days[row] === NO_DAY || product === MISSING || name === MISSING || texts[name] === "") continue;
    const own = counts[product];
    own.set(texts[name], (own.get(texts[name]) ?? 0) + 1);
  }
  return counts.map(commonest);
}

function commonest(counts: ReadonlyMap<string, number>): string | null {
  const [first] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}
