import { greatestOfFinding } from "../core/false-discovery.js";
import type { GatewayProduct, GatewayProducts } from "../products/gateway-types.js";
import type { Sentence } from "./sentence.js";
import type { Teller } from "./teller.js";

const MOST = 3;

/** By which product customers come, and after which they come again more or less often than others, beyond chance. */
export function tellGateways(teller: Teller, gateways: GatewayProducts): Sentence[] {
  const { say, name, count, share } = teller;
  const [first] = gateways.products;
  if (first === undefined) return [say("products", "noGateway", {}, { customers: gateways.customers })];
  const pieces = {
    product: name(first.product, first.name),
    customers: count(first.customers),
    share: share(first.share),
  };
  return [say("products", "gateway", pieces), ...tellRepeats(teller, gateways)];
}

function tellRepeats(teller: Teller, gateways: GatewayProducts): Sentence[] {
  const { say, count, share } = teller;
  const { followed, repeatRate, products, tested, level } = gateways;
  const days = count(gateways.days);
  if (repeatRate === null) return [say("products", "notFollowed", { days }, { followed, repeatRate })];
  const repeat = say("products", "repeat", {
    days,
    followed: count(followed),
    repeatRate: share(repeatRate),
  });
  const { alpha = greatestOfFinding(level) } = teller;
  const sure = products
    .flatMap((product) => sureDifference(product, alpha))
    .sort((a, b) => Math.abs(b.repeatRate - b.othersRate) - Math.abs(a.repeatRate - a.othersRate));
  if (sure.length === 0) return [repeat, say("products", "gatewayUnsure", { days, tested: count(tested) })];
  return [repeat, ...sure.slice(0, MOST).map((found) => tellDifference(teller, gateways, found))];
}

interface SureDifference {
  readonly product: GatewayProduct;
  readonly repeatRate: number;
  readonly repeatLow: number;
  readonly repeatHigh: number;
  /** Of those who were followed and began with other products. */
  readonly othersRate: number;
}

/** A difference that the test and the interval both speak for. */
function sureDifference(product: GatewayProduct, alpha: number): SureDifference[] {
  const { repeatRate, repeatLow, repeatHigh, repeatDifference, qValue } = product;
  if (repeatRate === null || repeatLow === null || repeatHigh === null) return [];
  if (repeatDifference === null || qValue === null || qValue > alpha) return [];
  const othersRate = repeatRate - repeatDifference;
  if (repeatLow <= othersRate && othersRate <= repeatHigh) return [];
  return [{ product, repeatRate, repeatLow, repeatHigh, othersRate }];
}

function tellDifference(
  { say, name, count, share }: Teller,
  { days }: GatewayProducts,
  { product, ...rates }: SureDifference,
): Sentence {
  const pieces = {
    product: name(product.product, product.name),
    days: count(days),
    repeatRate: share(rates.repeatRate),
    repeatLow: share(rates.repeatLow),
    repeatHigh: share(rates.repeatHigh),
    othersRate: share(rates.othersRate),
  };
  const key = rates.repeatRate > rates.othersRate ? "gatewayBetter" : "gatewayWorse";
  return say("products", key, pieces, { qValue: product.qValue });
}
