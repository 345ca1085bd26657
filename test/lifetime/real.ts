import { transactionLog } from "rfm-kit";
import { purchaseHistoriesFromSummary } from "rfm-kit/lifetime";
import { readData } from "../data.js";

/** The published summary of CDNOW's sample, which has weeks of two decimals. */
export const cdnowSummary = () =>
  purchaseHistoriesFromSummary(readData("cdnow-summary.csv.gz"), {
    customerId: (row) => Number(row.ID),
    x: (row) => Number(row.x),
    tX: (row) => Number(row.t_x),
    T: (row) => Number(row.T),
    meanSpend: (row) => Number(row.zbar),
    daysPerUnit: 7,
  });

/** The purchases of CDNOW, of the sample or of all. */
export const cdnowLog = (file: "cdnow-sample" | "cdnow") =>
  transactionLog(readData(`${file}.csv.gz`), {
    customerId: (row) => Number(row.customer_id),
    date: "date",
    amount: (row) => Number(row.dollars),
  });

/** Online Retail by the policy "strict": without credit notes, and lines of positive quantity and price. */
export const retailLog = () =>
  transactionLog(readData("online-retail.csv.gz"), {
    customerId: (line) => (line.CustomerID === "" ? null : Number(line.CustomerID)),
    date: "InvoiceDate",
    amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
    exclude: {
      cancelled: (line) => line.InvoiceNo.startsWith("C"),
      returned: (line) => Number(line.Quantity) <= 0,
      free: (line) => Number(line.UnitPrice) <= 0,
    },
    invalid: "drop",
  });

/** Expects numbers to be within a part of what is expected. */
export function near(found: number, expected: number, part: number): boolean {
  return Math.abs(found - expected) <= part * Math.abs(expected);
}
