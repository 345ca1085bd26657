import { RfmError } from "../core/error.js";
import { unknownName } from "../core/options.js";
import { checkRows } from "../core/values.js";
import type { Identifier } from "../transactions/input-types.js";

/** A customer with figures, scores and a segment, as `segmentCustomers` gives it. */
export interface FinishedCustomer<Id = Identifier, Name extends string = string> {
  readonly customerId: Id;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly tenure: number;
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly rfm: string;
  readonly segment: Name;
}

/** A row of `customer_segmentation_ready.csv`. */
export interface CustomerSegmentationRow<Id = Identifier, Name extends string = string> {
  readonly customer_id: Id;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly tenure: number;
  readonly r_score: number;
  readonly f_score: number;
  readonly m_score: number;
  readonly rfm_score: string;
  readonly segment: Name;
}

/**
 * The rows of `customer_segmentation_ready.csv`, the file that notebooks hand to a BI tool: `customer_id`, `recency`,
 * `frequency`, `monetary`, `tenure`, `r_score`, `f_score`, `m_score`, `rfm_score` and `segment`, in this order. `toCsv` makes
 * the file of them. Other columns are left out.
 *
 * Cost: O(n).
 *
 * @param segmented customers of `computeRfm`, scored and segmented.
 * @returns a row for each, in their order.
 * @throws RfmError on a row without one of the ten columns.
 * @example
 * ```ts
 * import { computeRfm, scoreCustomers, segmentCustomers } from "rfm-kit";
 * import { customerSegmentationRows, toCsv } from "rfm-kit/export";
 *
 * const orders = [{ customerId: "ada", date: "2024-03-01", amount: 20 }];
 * const segmented = segmentCustomers(scoreCustomers(computeRfm(orders)));
 * toCsv(customerSegmentationRows(segmented)).split("\r\n")[1]; // => "ada,1,1,20,1,5,1,1,511,new"
 * ```
 */
export function customerSegmentationRows<Id, Name extends string>(
  segmented: readonly FinishedCustomer<Id, Name>[],
): CustomerSegmentationRow<Id, Name>[] {
  checkRows(CALLER, segmented);
  return segmented.map((customer, row) => {
    checkCustomer(customer, row);
    const { customerId, recency, frequency, monetary, tenure, r, f, m, rfm, segment } = customer;
    const scores = { r_score: r, f_score: f, m_score: m, rfm_score: rfm };
    return { customer_id: customerId, recency, frequency, monetary, tenure, ...scores, segment };
  });
}

const CALLER = "customerSegmentationRows";
const COLUMNS = ["customerId", "recency", "frequency", "monetary", "tenure", "r", "f", "m", "rfm", "segment"];

function checkCustomer(customer: unknown, row: number): void {
  if (typeof customer !== "object" || customer === null) {
    const refusal = { caller: CALLER, code: "invalidInput", path: "customers", row } as const;
    throw new RfmError({ ...refusal, expected: "a customer with a segment", received: customer });
  }
  for (const name of COLUMNS) {
    if (name in customer) continue;
    throw unknownName(CALLER, "unknownColumn", name, Object.keys(customer), "a column", name, row);
  }
}
