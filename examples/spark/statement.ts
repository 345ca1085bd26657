/**
 * Prints the statement for job.py: every customer of the view `orders` as of a day.
 *
 *     npx tsx examples/spark/statement.ts 2024-12-31 > segments.sql
 */
import { argv } from "node:process";
import { rfmSql } from "rfm-kit/sql";

const statement = rfmSql({
  dialect: "spark",
  from: "orders",
  columns: { customerId: "customerId", orderId: "orderId", date: "date", amount: ["quantity", "unitPrice"] },
  asOf: argv[2],
  decimals: 2,
  output: "customers",
});
console.log(statement);
