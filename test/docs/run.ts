import { Console } from "node:console";
import * as nodeHttp from "node:http";
import * as nodeStream from "node:stream";
import * as duckdb from "@duckdb/node-api";
import Papa from "papaparse";
import * as kit from "rfm-kit";
import * as campaign from "rfm-kit/campaign";
import * as chart from "rfm-kit/chart";
import * as cluster from "rfm-kit/cluster";
import * as compat from "rfm-kit/compat";
import * as exports from "rfm-kit/export";
import * as http from "rfm-kit/http";
import * as lifetime from "rfm-kit/lifetime";
import * as locale from "rfm-kit/locale";
import * as loyalty from "rfm-kit/loyalty";
import * as migration from "rfm-kit/migration";
import * as narrative from "rfm-kit/narrative";
import * as pareto from "rfm-kit/pareto";
import * as products from "rfm-kit/products";
import * as report from "rfm-kit/report";
import * as rfm from "rfm-kit/rfm";
import * as segment from "rfm-kit/segment";
import * as sql from "rfm-kit/sql";
import * as transactions from "rfm-kit/transactions";
import ts from "typescript";
import * as vega from "vega";
import * as vegaLite from "vega-lite";
import { expect } from "vitest";
import { readText } from "../data.js";

/** What an example may import. Files it reads are those of the real data. */
const MODULES: Readonly<Record<string, unknown>> = {
  "rfm-kit": kit,
  "rfm-kit/campaign": campaign,
  "rfm-kit/chart": chart,
  "rfm-kit/cluster": cluster,
  "rfm-kit/compat": compat,
  "rfm-kit/export": exports,
  "rfm-kit/http": http,
  "rfm-kit/lifetime": lifetime,
  "rfm-kit/locale": locale,
  "rfm-kit/loyalty": loyalty,
  "rfm-kit/migration": migration,
  "rfm-kit/products": products,
  "rfm-kit/narrative": narrative,
  "rfm-kit/transactions": transactions,
  "rfm-kit/report": report,
  "rfm-kit/rfm": rfm,
  "rfm-kit/segment": segment,
  "rfm-kit/sql": sql,
  "rfm-kit/pareto": pareto,
  "@duckdb/node-api": duckdb,
  vega,
  "vega-lite": vegaLite,
  papaparse: { __esModule: true, default: Papa },
  "node:http": nodeHttp,
  "node:stream": nodeStream,
  "node:fs": { readFileSync: (name: string) => readText(`${name}.gz`) },
};

type Program = new (...parts: string[]) => (...values: unknown[]) => Promise<void>;

/** A function from text in which a program may wait. */
const AsyncFunction = (async () => {}).constructor as Program;

/** Runs a program to its end, checks each `// =>` it holds, and returns what it prints. */
export async function runExample(
  code: string,
): Promise<{ readonly printed: string; readonly checks: number }> {
  const { source, count } = withChecks(code);
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  const script = ts.transpileModule(source, { compilerOptions: options }).outputText;
  let printed = "";
  const stdout = new nodeStream.Writable({
    write(chunk, _encoding, done) {
      printed += chunk;
      done();
    },
  });
  const load = (name: string): unknown => {
    if (!(name in MODULES)) throw new Error(`the documentation imports ${name}`);
    return MODULES[name];
  };
  const check = (found: unknown, wanted: unknown) => expect(found).toEqual(wanted);
  const program = new AsyncFunction("require", "exports", "console", "$check", script);
  await program(load, {}, new Console({ stdout }), check);
  return { printed, checks: count };
}

/** Turns `expression; // => value`, on one line or the next ones, into a check. */
function withChecks(code: string): { readonly source: string; readonly count: number } {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  let source = code;
  let count = 0;
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isExpressionStatement(node)) return;
    const after = code.slice(node.getEnd()).match(/^[ \t]*\n?[ \t]*\/\/ => (.*(?:\n[ \t]*\/\/ .*)*)/);
    if (after === null) return;
    const wanted = after[1].replace(/\n[ \t]*\/\/ /g, "\n");
    const at = source.lastIndexOf(code.slice(node.getStart(), node.getEnd() + after[0].length));
    const checked = `$check(${node.expression.getText()}, ${wanted});\n`;
    source = source.slice(0, at) + checked + source.slice(at + node.getWidth() + after[0].length);
    count++;
  };
  visit(file);
  return { source, count };
}
