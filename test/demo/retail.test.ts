import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { hasData } from "../data.js";
import { temporaryFolder } from "./files.js";
import { printedRow, runDemo } from "./run.js";

const { path } = temporaryFolder();

function analyse(name: string): string {
  const file = resolve(process.env.RFM_KIT_DATA as string, name);
  const { status, stdout } = runDemo(file, "--out", path("ready.csv"));
  expect(status).toBe(0);
  return stdout;
}

describe("the demo on real exports", () => {
  it.skipIf(!hasData)("finds in Online Retail what is known of it", () => {
    const stdout = analyse("online-retail.csv.gz");
    expect(printedRow(stdout, "read")?.[0]).toBe("541,909");
    expect(printedRow(stdout, "- missingCustomer")?.[0]).toBe("135,080");
    expect(printedRow(stdout, "- returned")?.[0]).toBe("8,905");
    expect(printedRow(stdout, "kept")?.[0]).toBe("397,924");
    expect(printedRow(stdout, "duplicates read")?.[0]).toBe("5,268");
    expect(stdout).toContain("4,339 customers");
    expect(printedRow(stdout, "champions")?.[0]).toBe("604");
    expect(printedRow(stdout, "champions")?.[3]).toBe("48.3 %");
    expect(stdout).toContain(
      "(868) bring 74.6 % of revenue; 80 % of revenue comes from 1,133 customers (26.1 %)",
    );
    expect(stdout).toContain("Gini 0.715.");
  });

  it.skipIf(!hasData)("finds the columns of CDNOW and of the orders of the R package rfm", () => {
    expect(analyse("cdnow.csv.gz")).toContain("23,570 customers, 69,659 orders.");
    expect(analyse("rfm-orders.csv.gz")).toContain("995 customers, 4,906 orders.");
  });
});
