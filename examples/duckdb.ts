/**
 * Segments of the orders in a Parquet or CSV file, by DuckDB, whatever the size of the file:
 *
 *     npx tsx examples/duckdb.ts orders.parquet 2024-12-31
 */
import { argv } from "node:process";
import { DuckDBInstance } from "@duckdb/node-api";
import { rfmSql } from "rfm-kit/sql";

const [file, asOf] = argv.slice(2);
const columns = {
  customerId: "customerId",
  orderId: "orderId",
  date: "date",
  amount: ["quantity", "unitPrice"],
};
const statement = rfmSql({ dialect: "duckdb", from: [file], columns, asOf, decimals: 2, output: "segments" });

const instance = await DuckDBInstance.create();
const database = await instance.connect();
const segments = await database.runAndReadAll(statement);
console.table(segments.getRowObjectsJS(), [
  "segment",
  "customers",
  "revenue",
  "revenueShare",
  "medianRecency",
]);
