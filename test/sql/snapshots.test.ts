import { rfmSql } from "rfm-kit/sql";
import { describe, expect, it } from "vitest";

/** What a statement is asked for, of everything that a dialect says in its own way. */
const ASKED = {
  from: ["shop", "orders"],
  columns: {
    customerId: "customer",
    orderId: "order",
    product: "product",
    date: "paid at",
    amount: ["quantity", "price"],
  },
  exclude: { "it's a test": { column: "customer", startsWith: "test\\" } },
  timeZone: "Europe/London",
  asOf: "2024-03-31",
  decimals: 2,
  returns: "match",
  scores: { bins: { r: 2 } },
  scheme: false,
  output: "customers",
} as const;

describe("statements for engines that no machine here has", () => {
  it.each(["bigquery", "snowflake"] as const)("are written as they were: %s", async (dialect) => {
    await expect(`${rfmSql({ dialect, ...ASKED })}\n`).toMatchFileSnapshot(`snapshots/${dialect}.sql`);
  });
});
