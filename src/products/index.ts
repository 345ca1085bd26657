/**
 * What a segment buys, what customers come for, what goes together, and who is behind it.
 *
 * @module rfm-kit/products
 */
export { basketRules } from "./basket-rules.js";
export type { BasketOptions, BasketRule, BasketRules } from "./basket-types.js";
export { type CustomerProduct, customerProducts } from "./customer-products.js";
export { type GatewayOptions, gatewayProducts } from "./gateway.js";
export type { GatewayProduct, GatewayProducts } from "./gateway-types.js";
export type { ProductOptions } from "./open-products.js";
export { type ProductBuyer, type ProductBuyersOptions, productBuyers } from "./product-buyers.js";
export { type ProductSegment, type ProductSegmentsOptions, productSegments } from "./product-segments.js";
export type { PriceLevel, PriceLevelSplit, SegmentProduct, SegmentProducts } from "./product-types.js";
export type { ProductPurchases } from "./purchases-of.js";
export { type SegmentProductsOptions, segmentProducts } from "./segment-products.js";
export type { PlacedCustomer } from "./segments-of-log.js";
