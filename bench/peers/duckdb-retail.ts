import type { DuckDBConnection } from "@duckdb/node-api";
import type { RetailLine } from "../data/retail.js";
import type { Answer } from "../harness/answer.js";
import { readNumber } from "./duckdb.js";

/** From objects to segments in figures and the share of the top fifth; the customers stay in the database. */
export async function segmentRetail(database: DuckDBConnection, lines: readonly RetailLine[]) {
  await load(database, lines);
  await database.run(RFM);
  await database.run(SEGMENTED);
  const summary = await database.runAndReadAll(SUMMARY);
  return { summary: summary.getRowObjectsJS(), share: await readNumber(database, SHARE) };
}

/** The customers that {@link segmentRetail} left in the database. */
export async function readCustomers(database: DuckDBConnection): Promise<Required<Answer>> {
  const reader = await database.runAndReadAll(
    "SELECT customer, recency, frequency, monetary, tenure FROM rfm",
  );
  const [customerId, ...figures] = reader.getColumnsJS();
  const [recency, frequency, monetary, tenure] = figures as number[][];
  return { customerId: customerId as string[], recency, frequency, monetary, tenure };
}

/** Row by row, which is the appender's fastest way for texts; lines that do not count stay behind. */
async function load(database: DuckDBConnection, lines: readonly RetailLine[]): Promise<void> {
  await database.run(
    "CREATE OR REPLACE TABLE lines (customer VARCHAR, ord VARCHAR, date VARCHAR, amount DOUBLE)",
  );
  const appender = await database.createAppender("lines");
  for (const { CustomerID, InvoiceNo, InvoiceDate, Quantity, UnitPrice } of lines) {
    if (CustomerID === null || Quantity <= 0) continue;
    appender.appendVarchar(CustomerID);
    appender.appendVarchar(InvoiceNo);
    appender.appendVarchar(InvoiceDate);
    appender.appendDouble(Quantity * UnitPrice);
    appender.endRow();
  }
  appender.closeSync();
}

const RFM = `
  CREATE OR REPLACE TABLE rfm AS
  WITH customers AS (
    SELECT customer, max(date::TIMESTAMP)::DATE AS latest, min(date::TIMESTAMP)::DATE AS earliest,
      count(DISTINCT ord)::INTEGER AS frequency, sum(amount) AS monetary
    FROM lines GROUP BY customer
  )
  SELECT customer, frequency, monetary, (max(latest) OVER () + 1 - latest)::INTEGER AS recency,
    (max(latest) OVER () + 1 - earliest)::INTEGER AS tenure
  FROM customers`;

const FIFTHS = "[0.2, 0.4, 0.6, 0.8]";
const above = (figure: string, cuts: string) =>
  [1, 2, 3, 4].map((i) => `(${figure} > ${cuts}[${i}])::INTEGER`).join(" + ");

const SEGMENTED = `
  CREATE OR REPLACE TABLE segmented AS
  WITH cuts AS (
    SELECT quantile_cont(recency, ${FIFTHS}) AS rs, quantile_cont(frequency, ${FIFTHS}) AS fs,
      quantile_cont(monetary, ${FIFTHS}) AS ms
    FROM rfm
  ),
  scored AS (
    SELECT rfm.*, 5 - (${above("recency", "rs")}) AS r, 1 + ${above("frequency", "fs")} AS f,
      1 + ${above("monetary", "ms")} AS m
    FROM rfm, cuts
  )
  SELECT *, CASE
    WHEN r = 5 AND f >= 4 THEN 'champions'
    WHEN r >= 3 AND f >= 4 THEN 'loyal'
    WHEN r >= 4 AND f >= 2 THEN 'potential-loyalists'
    WHEN r = 5 THEN 'new'
    WHEN r = 4 THEN 'promising'
    WHEN r = 3 AND f = 3 THEN 'need-attention'
    WHEN r = 3 THEN 'about-to-sleep'
    WHEN f = 5 THEN 'cant-lose'
    WHEN f >= 3 THEN 'at-risk'
    ELSE 'hibernating' END AS segment
  FROM scored`;

const means = ["recency", "frequency", "monetary"].map((name) => `avg(${name}), median(${name})`).join(", ");
const SUMMARY = `
  SELECT segment, count(*)::INTEGER AS customers, sum(monetary) AS revenue, ${means}
  FROM segmented GROUP BY segment`;

const SHARE = `
  SELECT sum(monetary) FILTER (place <= ceil(0.2 * customers)) / sum(monetary)
  FROM (
    SELECT monetary, row_number() OVER (ORDER BY monetary DESC) AS place, count(*) OVER () AS customers FROM rfm
  )`;
