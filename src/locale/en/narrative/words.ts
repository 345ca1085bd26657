import { openNoun, openWord, type Shown } from "../../shown.js";

export const word = /* @__PURE__ */ openWord("en");
export const noun = /* @__PURE__ */ openNoun("en");

export const orNone = ({ number, text }: Shown) => (number === 0 ? "none" : text);

export const customers = /* @__PURE__ */ noun("customer", "customers", "no customer");
export const members = /* @__PURE__ */ noun("member", "members", "no member");
export const groups = /* @__PURE__ */ noun("group", "groups");
export const rows = /* @__PURE__ */ noun("row", "rows", "no row");
export const orders = /* @__PURE__ */ noun("order", "orders", "no order");
export const purchases = /* @__PURE__ */ noun("purchase", "purchases", "no purchase");
export const repeatPurchases = /* @__PURE__ */ noun(
  "repeat purchase",
  "repeat purchases",
  "no repeat purchase",
);
export const products = /* @__PURE__ */ noun("product", "products", "no product");
export const buyers = /* @__PURE__ */ noun("buyer", "buyers", "no buyer");
export const days = /* @__PURE__ */ noun("day", "days");
export const times = /* @__PURE__ */ noun("time", "times");
