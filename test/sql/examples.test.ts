import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { openDuckdb } from "./engines/duckdb.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rfm-kit-examples-"));
afterAll(() => rmSync(folder, { recursive: true }));

const CSV = `customerId,orderId,date,quantity,unitPrice
ada,A1,2024-03-01 10:00:00,2,60.25
ada,A2,2024-05-20 11:30:00,1,80
,A3,2024-05-21 09:00:00,1,9
bob,B1,2024-02-05 16:45:00,1,35
eve,E1,2024-05-24 08:15:00,1,15.5
`;

/** What an example prints. */
function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

/** The cells of a printed table's row. */
const rowOf = (table: string, name: string) =>
  table
    .split("\n")
    .find((line) => line.includes(`'${name}'`))
    ?.split("│")
    .map((cell) => cell.trim())
    .slice(3, -1);

describe("the example over a file", () => {
  const expected = ["1", "200.5", String(200.5 / 251), "11"];

  it("reads CSV", () => {
    const file = join(folder, "orders.csv");
    writeFileSync(file, CSV);
    expect(rowOf(run("examples/duckdb.ts", file, "2024-05-31"), "loyal")).toEqual(expected);
  });

  it("reads Parquet", async () => {
    const [source, file] = [join(folder, "some.csv"), join(folder, "orders.parquet")];
    writeFileSync(source, CSV);
    const engine = await openDuckdb();
    await engine.run(`COPY (FROM '${source}') TO '${file}'`);
    await engine.close();
    expect(rowOf(run("examples/duckdb.ts", file, "2024-05-31"), "loyal")).toEqual(expected);
  });
});

describe("the example in PostgreSQL", () => {
  it("keeps the customers in a table", () => {
    const table = run("examples/postgresql.ts");
    expect(rowOf(table, "ada")).toEqual(["10", "2", "200.5", "91", "3", "5", "5", "'355'", "'loyal'"]);
  });
});
