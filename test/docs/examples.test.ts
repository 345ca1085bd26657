import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { hasData, onRealData } from "../data.js";
import { readExamples } from "./fences.js";
import { runExample } from "./run.js";

const examples = readExamples();
const needsData = (code: string) => code.includes('from "node:fs"');

describe("the documentation's examples", () => {
  it("are there", () => {
    expect(examples.filter(({ name }) => name.startsWith("README")).length).toBeGreaterThan(1);
    expect(examples.filter(({ name }) => name.startsWith("src")).length).toBeGreaterThan(10);
    expect(examples.filter(({ name }) => name.startsWith("docs/guide")).length).toBeGreaterThan(3);
  });

  it.each(examples.filter(({ code }) => !needsData(code)))(
    "run and give what they say: $name",
    ({ code, printed }) => {
      const found = runExample(code);
      expect(found.checks + (printed?.length ?? 0)).toBeGreaterThan(0);
      if (printed !== undefined) expect(found.printed).toBe(printed);
    },
  );

  it.skipIf(!hasData).each(examples.filter(({ code }) => needsData(code)))(
    `run and give what they say: $name${onRealData}`,
    ({ code, printed }) => expect(runExample(code).printed).toBe(printed),
  );

  it("compile under strict rules", () => {
    expect(compileErrors()).toEqual([]);
  });
});

/** Compiles all examples as modules that stand in this folder, from memory. */
function compileErrors(): string[] {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ["x"] }, ts.sys, root);
  const relaxed = { ...options, noUnusedLocals: false };
  const folder = dirname(fileURLToPath(import.meta.url));
  const sources = new Map(
    examples.map(({ code }, i) => [join(folder, `example-${i}.ts`), `${code}\nexport {};\n`]),
  );
  const host = ts.createCompilerHost(relaxed);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.getSourceFile = (file, ...rest) => {
    const source = sources.get(file);
    return source === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, source, rest[0]);
  };
  const program = ts.createProgram([...sources.keys()], relaxed, host);
  return ts.getPreEmitDiagnostics(program).flatMap(({ file, start, messageText }) => {
    if (file === undefined || !sources.has(file.fileName)) return [];
    const example = examples[Number(file.fileName.match(/example-(\d+)/)?.[1])];
    const line = file.getLineAndCharacterOfPosition(start ?? 0).line;
    return [`${example.name}+${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`];
  });
}
