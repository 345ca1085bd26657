import { computeRfm, scoreCustomers, segmentCustomers } from "rfm-kit";
import { customerSegmentationRows, toCsv } from "rfm-kit/export";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const ada = {
  ...{ customerId: 17n, recency: 1, frequency: 2, monetary: 50.5, tenure: 9 },
  ...{ r: 5, f: 4, m: 3, rfm: "543", segment: "champions", city: "Turin" },
} as const;

describe("customerSegmentationRows", () => {
  it("gives the ten columns of the file, in its order", () => {
    expect(toCsv(customerSegmentationRows([ada]))).toBe(
      "customer_id,recency,frequency,monetary,tenure,r_score,f_score,m_score,rfm_score,segment\r\n" +
        "17,1,2,50.5,9,5,4,3,543,champions\r\n",
    );
    expect(customerSegmentationRows([])).toEqual([]);
  });

  it("keeps ids, and the order of the customers", () => {
    const orders = ["b", "a", "007"].map((customerId) => ({ customerId, date: "2024-03-01", amount: 1 }));
    const rows = customerSegmentationRows(segmentCustomers(scoreCustomers(computeRfm(orders))));
    expect(rows.map(({ customer_id }) => customer_id)).toEqual(["b", "a", "007"]);
  });

  it("refuses rows that lack a column", () => {
    const { tenure, ...without } = ada;
    expectRefusal(() => customerSegmentationRows([ada, without] as never), {
      code: "unknownColumn",
      path: "tenure",
      row: 1,
    });
    expectRefusal(() => customerSegmentationRows([null] as never), {
      code: "invalidInput",
      path: "customers",
      row: 0,
    });
    expectRefusal(() => customerSegmentationRows({} as never), { code: "invalidInput", path: "customers" });
  });
});
