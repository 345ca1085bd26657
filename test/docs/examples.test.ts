import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../compile.js";
import { hasData } from "../data.js";
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
    async ({ code, printed }) => {
      const found = await runExample(code);
      expect(found.checks + (printed?.length ?? 0)).toBeGreaterThan(0);
      if (printed !== undefined) expect(found.printed).toBe(printed);
    },
  );

  it.skipIf(!hasData).each(examples.filter(({ code }) => needsData(code)))(
    "run and give what they say: $name",
    async ({ code, printed }) => expect((await runExample(code)).printed).toBe(printed),
  );

  it("compile under strict rules", () => {
    expect(compileErrors()).toEqual([]);
  });
});

/** Compiles all examples as modules that stand in this folder, from memory. */
function compileErrors(): string[] {
  const folder = dirname(fileURLToPath(import.meta.url));
  const byFile = new Map(examples.map((example, i) => [join(folder, `example-${i}.ts`), example]));
  const sources = Array.from(byFile, ([file, { code }]): [string, string] => [file, `${code}\nexport {};\n`]);
  return compile(new Map(sources)).map(
    ({ file, line, message }) => `${byFile.get(file)?.name}+${line}: ${message}`,
  );
}
