import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";

/** A line of Online Retail. */
export interface RetailLine {
  readonly InvoiceNo: string;
  readonly StockCode: string;
  readonly Description: string;
  readonly Quantity: number;
  /** 2010-12-01 08:26:00 */
  readonly InvoiceDate: string;
  readonly UnitPrice: number;
  readonly CustomerID: string | null;
  readonly Country: string;
}

const folder = process.env.RFM_KIT_DATA || fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** Where Online Retail is; it may not be there. */
export const retailPath = `${folder}/online-retail.csv.gz`;
export const hasRetail = existsSync(retailPath);

/** The lines as objects that come from JSON, as a server gets them. */
export function readRetail(): RetailLine[] {
  const text = gunzipSync(readFileSync(retailPath)).toString();
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const lines = data.map((line) => ({
    ...line,
    Quantity: Number(line.Quantity),
    UnitPrice: Number(line.UnitPrice),
    CustomerID: line.CustomerID || null,
  }));
  return JSON.parse(JSON.stringify(lines));
}
