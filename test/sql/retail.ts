import {
  computeRfm,
  fitScores,
  scoreCustomers,
  segmentCustomers,
  type TransactionLog,
  tenSegments,
  transactionLog,
} from "rfm-kit";
import { rfmSql, type SqlDialect } from "rfm-kit/sql";
import { readData } from "../data.js";
import { compareAnswers, type Subject } from "./answers.js";
import type { Engine, TableColumn } from "./engine.js";
import { type Case, compareCustomers } from "./parity.js";

type Line = Record<string, string>;
let lines: Line[] | undefined;

/** The lines of Online Retail as they are: customers as text, missing ones empty. */
function readLines(): Line[] {
  lines ??= readData("online-retail.csv.gz");
  return lines;
}

/** Online Retail as a table. */
export function retailTable(price: "double" | "decimal"): TableColumn[] {
  const column = (name: string, type: TableColumn["type"]): TableColumn => ({
    name,
    type,
    values: readLines().map((line) =>
      type === "text" || type === "timestamp" ? line[name] : Number(line[name]),
    ),
  });
  return [
    ...["InvoiceNo", "StockCode", "CustomerID", "Country"].map((name) => column(name, "text")),
    column("Quantity", "integer"),
    column("InvoiceDate", "timestamp"),
    column("UnitPrice", price),
  ];
}

/** How a statement finds and reads Online Retail, by the policy basic. */
export const retailSource = {
  from: "retail",
  columns: {
    customerId: "CustomerID",
    orderId: "InvoiceNo",
    product: "StockCode",
    date: "InvoiceDate",
    amount: ["Quantity", "UnitPrice"],
  },
  exclude: { returned: { column: "Quantity", atMost: 0 } },
} as const;

let log: TransactionLog<string> | undefined;

/** The same read by the library. */
export function retailLog(): TransactionLog<string> {
  log ??= transactionLog(readLines(), {
    customerId: "CustomerID",
    orderId: "InvoiceNo",
    product: "StockCode",
    date: "InvoiceDate",
    amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
    exclude: { returned: (line) => Number(line.Quantity) <= 0 },
    invalid: "drop",
  });
  return log;
}

/** Statements over Online Retail: fitted and frozen, both recencies, sums and means, rounded and not. */
function retailCases(dialect: SqlDialect): Case[] {
  const june = fitScores(computeRfm(retailLog(), { asOf: "2011-05-31", decimals: 2 }));
  const ways = [
    { asOf: "2011-12-10", decimals: 2 },
    { asOf: "2011-12-10" },
    { asOf: "2011-12-10T12:50:00Z", recency: "elapsed", decimals: 2 },
    { asOf: "2011-12-10", since: "2011-03-01", monetary: "mean", countBy: "days", decimals: 2 },
    { asOf: "2011-08-31", decimals: 2, scores: june },
  ] as const;
  return ways.map((way) => {
    const { scores, ...options } = { scores: {}, ...way };
    const expected = segmentCustomers(scoreCustomers(computeRfm(retailLog(), options), scores), tenSegments);
    const statement = rfmSql({ dialect, ...retailSource, ...options, scores, output: "customers" });
    return { statement, expected, isRounded: "decimals" in way };
  });
}

/** Online Retail as what the other answers are about. */
export function retailSubject(): Subject {
  return {
    source: retailSource,
    report: retailLog().report,
    steps: { asOf: "2011-12-10", decimals: 2 },
    customersAt: (asOf) => computeRfm(retailLog(), { asOf, decimals: 2 }),
    before: "2011-05-31",
  };
}

/** Runs every statement over Online Retail, and compares. */
export async function compareRetail(engine: Engine, price: "double" | "decimal"): Promise<void> {
  await engine.load("retail", retailTable(price));
  await compareAnswers(engine, retailSubject());
  for (const asked of retailCases(engine.dialect)) compareCustomers(asked, await engine.run(asked.statement));
}
