import { defineScheme } from "../scheme.js";
import { publish } from "./entry.js";

/** Shopify's customer groups on R and FM. */
export const shopify = /* @__PURE__ */ publish({
  id: "shopify-10",
  title: "Shopify's ten customer groups",
  source: {
    publisher: "Shopify",
    title: "CustomerRfmGroup, GraphQL Admin API 2025-10",
    url: "https://shopify.dev/docs/api/admin-graphql/latest/enums/customerrfmgroup",
  },
  date: "2025-10",
  axes: ["r", "fm"],
  scheme: /* @__PURE__ */ defineScheme({
    name: "Shopify's ten",
    bins: 5,
    axes: ["r", "fm"],
    rules: [
      { segment: "CHAMPIONS", r: 5, fm: [4, 5] },
      { segment: "LOYAL", r: [3, 4], fm: [4, 5] },
      { segment: "ACTIVE", r: [4, 5], fm: [2, 3] },
      { segment: "NEW", r: 5, fm: 1 },
      { segment: "PROMISING", r: 4, fm: 1 },
      { segment: "NEEDS_ATTENTION", r: 3, fm: 3 },
      { segment: "ALMOST_LOST", r: 3, fm: [1, 2] },
      { segment: "AT_RISK", r: [1, 2], fm: [3, 4] },
      { segment: "PREVIOUSLY_LOYAL", r: [1, 2], fm: 5 },
      { segment: "DORMANT", r: [1, 2], fm: [1, 2] },
    ],
  }),
  verdict: { cells: 25, uncovered: 0, overlaps: 0, deadSegments: [], dominance: 1, clean: true },
  withoutOrders: "PROSPECTS",
  note:
    "The API names the groups and describes them in words; the ranges are those of a port of the help page, which " +
    "takes FM as (F + M) / 2, floored here.",
});
