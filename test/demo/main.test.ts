import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import Papa from "papaparse";
import { computeRfm, scoreCustomers, segmentCustomers } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { simulateShop } from "../../demo/shop.js";
import { temporaryFolder } from "./files.js";
import { printedRow, runDemo } from "./run.js";

const { path, write } = temporaryFolder();

/** Two customers, a duplicate, a return, and four rows that cannot be used. */
const ORDERS = `Order Number,SKU,Qty,Order_Date,Price,customer id
A1,x,2,2024-03-01 10:00:00,5.00,ada
A1,y,1,2024-03-01 10:00:00,8,ada
A1,y,1,2024-03-01 10:00:00,8,ada
A2,x,1,2024-03-05,5,ada
B1,x,1,2024-03-02,5,=1+1
B2,x,-1,2024-03-03,5,=1+1
C1,x,1,2024-03-04,5,
D1,x,1,2024-02-30,5,dan
D2,x,one,2024-03-04,5,dan
D3,x,1,2024-03-04,"1,234.50",dan
`;

const READY_HEADER =
  "customer_id,recency,frequency,monetary,tenure,r_score,f_score,m_score,rfm_score,segment";
const ADA = "ada,1,2,31,5,5,5,5,555,champions";

describe("the demo on an export", () => {
  const orders = write("orders.csv", ORDERS);
  const ready = path("ready.csv");
  const report = path("report.html");
  const { status, stdout, stderr } = runDemo(orders, "--out", ready, "--report", report);

  it("succeeds, without a word on stderr", () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("says which columns it used", () => {
    expect(stdout).toContain(
      "Columns: customer = customer id, order = Order Number, date = Order_Date, quantity = Qty, product = SKU, " +
        "amount = Qty × Price.",
    );
  });

  it("reports what was read, dropped and kept, with amounts", () => {
    expect(printedRow(stdout, "read")).toEqual(["10", "41.00"]);
    expect(printedRow(stdout, "- missingCustomer")).toEqual(["1", "5.00"]);
    expect(printedRow(stdout, "- invalidDate")).toEqual(["1", "5.00"]);
    expect(printedRow(stdout, "- invalidAmount")).toEqual(["2", "0.00"]);
    expect(printedRow(stdout, "- returned")).toEqual(["1", "-5.00"]);
    expect(printedRow(stdout, "kept")).toEqual(["5", "36.00"]);
    expect(printedRow(stdout, "duplicates read")).toEqual(["1"]);
    expect(stdout).toContain("2024-03-01 to 2024-03-05: 2 customers, 3 orders, 2 products.");
  });

  it("shows the first unusable value of each kind as it stands in the file", () => {
    expect(stdout).toContain('invalidDate: the first is "2024-02-30", in row 8 below the header.');
    expect(stdout).toContain('invalidAmount: the first is "one" × "5", in row 9 below the header.');
  });

  it("writes a report with the figures of this file and its charts, and says where", () => {
    expect(stdout).toContain(`The report is in ${report}.`);
    const page = readFileSync(report, "utf8");
    expect(page).toMatch(/^<!DOCTYPE html>/i);
    expect(page).toContain("2 customers placed 3 orders");
    expect(page).toContain("data:image/svg+xml");
    // Of two customers there is no forecast and no programme.
    expect(page).not.toContain("Loyalty programme");
  });

  it("lists the segments in figures, and what to do about those that have customers", () => {
    // 31 / 2 purchases; a recency of one day, as it is counted to the day after the last row.
    expect(printedRow(stdout, "champions")).toEqual(["1", "50.0 %", "31.00", "86.1 %", "1", "2", "15.50"]);
    expect(printedRow(stdout, "hibernating")).toEqual(["1", "50.0 %", "5.00", "13.9 %", "4", "1", "5.00"]);
    expect(printedRow(stdout, "loyal")).toEqual(["0", "0.0 %", "0.00", "0.0 %", "–", "–", "–"]);
    expect(stdout).toContain("champions            Reward them");
    expect(stdout).not.toContain("Win them back");
    for (const line of stdout.split("\n").filter((line) => / {2}/.test(line)))
      expect(line.length).toBeLessThanOrEqual(100);
  });

  it("says how concentrated revenue is", () => {
    // Gini = (31 − 5) / (2 · 36).
    expect(stdout).toContain(
      "The top 20 % of customers (1) bring 86.1 % of revenue; 80 % of revenue comes from 1 customers (50.0 %). " +
        "Gini 0.361.",
    );
  });

  it("writes a row a customer, formulas made harmless, and says so", () => {
    expect(readFileSync(ready, "utf8")).toBe(
      `${READY_HEADER}\r\n${ADA}\r\n'=1+1,4,1,5,4,1,1,1,111,hibernating\r\n`,
    );
    expect(stdout).toContain(`2 rows written to ${ready}.`);
  });

  it("reads the same file packed", () => {
    const packed = write("orders.csv.gz", gzipSync(ORDERS));
    const outcome = runDemo(packed, "--out", path("packed.csv"));
    const tables = (text: string) => text.slice(text.indexOf("Columns:"), text.indexOf("rows written"));
    expect(tables(outcome.stdout)).toBe(tables(stdout));
    expect(readFileSync(path("packed.csv"), "utf8")).toBe(readFileSync(ready, "utf8"));
  });

  it("follows the flags for returns, duplicates and the day of reckoning", () => {
    const out = path("flags.csv");
    const flags = ["--returns", "net", "--duplicates", "drop", "--as-of", "2024-03-04", "--out", out];
    const outcome = runDemo(orders, ...flags);
    expect(printedRow(outcome.stdout, "- returned")).toBeUndefined();
    expect(printedRow(outcome.stdout, "- duplicate")).toEqual(["1", "8.00"]);
    expect(printedRow(outcome.stdout, "of them returns")).toEqual(["1", "-5.00"]);
    // On 4 March: ada has bought 10 + 8 on the 1st; the other 5 on the 2nd, and returned it.
    const rows = readFileSync(out, "utf8").split("\r\n");
    expect(rows[1]).toMatch(/^ada,3,1,18,3,/);
    expect(rows[2]).toMatch(/^'=1\+1,2,1,0,2,/);
  });

  it("reads a file with headers of its own and American dates", () => {
    const file = write(
      "odd.csv",
      "wer\twann\twieviel\nada\t12/31/2023 8:05\t7.5\nada\t1/2/2024\t2\nbob\t13/1/2024\t1\n",
    );
    const columns = ["--customer", "wer", "--date", "wann", "--amount", "wieviel"];
    const outcome = runDemo(file, ...columns, "--dates", "mdy", "--out", path("odd-ready.csv"));
    expect(printedRow(outcome.stdout, "- invalidDate")).toEqual(["1", "1.00"]);
    // Two days without order ids are two purchases; from the 2nd to the 3rd of January is a day.
    expect(readFileSync(path("odd-ready.csv"), "utf8")).toMatch(/\r\nada,1,2,9\.5,3,/);
  });
});

describe("the file for the BI tool", () => {
  it("holds the analysis of the same rows, in the order of the library", () => {
    const { lines } = simulateShop({ seed: 3, customers: 120 });
    const file = write("shop.csv", Papa.unparse(lines));
    const out = path("shop-ready.csv");
    const { status, stderr } = runDemo(file, "--price", "unitPrice", "--returns", "match", "--out", out);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });

    const measured = computeRfm(lines, {
      amount: (line) => line.quantity * line.unitPrice,
      invalid: "drop",
      returns: "match",
      decimals: 2,
    });
    const expected = segmentCustomers(scoreCustomers(measured)).map((row) => [
      ...[row.customerId, row.recency, row.frequency, row.monetary, row.tenure],
      ...[row.r, row.f, row.m, row.rfm, row.segment],
    ]);
    const [header, ...written] = Papa.parse<string[]>(readFileSync(out, "utf8"), {
      skipEmptyLines: true,
    }).data;
    expect(header.join()).toBe(READY_HEADER);
    expect(written).toEqual(expected.map((row) => row.map(String)));
  });

  it.each(["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "=a\nb"])("makes the id %j harmless", (id) => {
    const file = write("formula.csv", Papa.unparse([{ customer: id, date: "2024-01-01", amount: 1 }]));
    const out = path("formula-ready.csv");
    expect(runDemo(file, "--out", out).status).toBe(0);
    const [, [written]] = Papa.parse<string[]>(readFileSync(out, "utf8"), { skipEmptyLines: true }).data;
    expect(written).toBe(`'${id}`);
  });
});

describe("the demo on what cannot be", () => {
  const refused = (...args: string[]): string => {
    const { status, stdout, stderr } = runDemo(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr.trimEnd().split("\n").length).toBe(1);
    return stderr.trimEnd();
  };

  it("says in one sentence what is wrong, and fails", () => {
    const orders = write("good.csv", ORDERS);
    expect(refused(path("none.csv"))).toMatch(/none\.csv cannot be read: there is no such file or folder\.$/);
    expect(refused(orders, "--colour", "red")).toBe("Unknown option '--colour'; --help lists the flags.");
    expect(refused(write("bare.csv", "name,age\nada,36\n"))).toBe(
      'No column looks like the customer: name it with --customer; the columns are "name", "age".',
    );
  });

  it("hands on what the library says", () => {
    const orders = write("good.csv", ORDERS);
    expect(refused(orders, "--as-of", "1999-01-01")).toMatch(
      /^computeRfm: "asOf": .*first purchase.*"1999-01-01"$/,
    );
    expect(refused(orders, "--time-zone", "Mars")).toMatch(/^transactionLog: "timeZone": .*"Mars"$/);
  });

  it("says why no row can be used", () => {
    const file = write("dates.csv", "customer,date,amount\nada,12/31/2023,5\n,2024-01-01,5\n");
    expect(refused(file)).toMatch(
      /^No row can be used \(1 missingCustomer, 1 invalidDate\).*"12\/31\/2023".*--dates mdy or --dates dmy\?$/,
    );
  });

  it("does not write over the file it reads", () => {
    const file = write("own.csv", ORDERS);
    expect(refused(file, "--out", file)).toMatch(
      /own\.csv is the file that is read: give --out another name\.$/,
    );
    expect(readFileSync(file, "utf8")).toBe(ORDERS);
  });

  it("does not misread text in another encoding", () => {
    const file = path("latin1.csv");
    writeFileSync(file, Buffer.from("customer,date,amount\nM\xfcller,2024-01-01,5\n", "latin1"));
    expect(refused(file)).toMatch(/UTF-8/);
  });

  it("cannot write where there is no folder", () => {
    const { status, stderr } = runDemo(write("good.csv", ORDERS), "--out", path("no/such/ready.csv"));
    expect(status).toBe(1);
    expect(stderr).toMatch(/ready\.csv cannot be written: there is no such file or folder\.\n$/);
  });
});

describe("the demo without a file", () => {
  it("analyses the simulated shop", () => {
    const { status, stdout } = runDemo("--out", path("simulated.csv"));
    expect(status).toBe(0);
    const { lines } = simulateShop({ seed: 1 });
    expect(printedRow(stdout, "read")?.[0]).toBe(lines.length.toLocaleString("en"));
    const guests = lines.filter((line) => line.customerId === null).length;
    expect(printedRow(stdout, "- missingCustomer")?.[0]).toBe(guests.toLocaleString("en"));
    expect(stdout).toMatch(/^The top 20 % of customers \(\d+\) bring 7\d\.\d % of revenue/m);
  });

  it("explains its flags", () => {
    const { status, stdout } = runDemo("--help");
    expect(status).toBe(0);
    expect(stdout).toContain("--dates iso|mdy|dmy");
  });
});
