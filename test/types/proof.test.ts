import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../compile.js";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const DIRECTIVE = "// @ts-expect-error";

/** A type test with every expectation broken, and the lines the compiler must then complain of. */
function breakAll(text: string): { readonly source: string; readonly broken: number[] } {
  const broken: number[] = [];
  const lines = text.replace(/toEqualTypeOf<[^>]*(?:<[^>]*>)?[^>]*>\(\)/g, (found) => {
    return `toEqualTypeOf<"broken">()${"\n".repeat(found.split("\n").length - 1)}`;
  });
  const source = lines.split("\n").map((line, i) => {
    if (line.includes('toEqualTypeOf<"broken">')) broken.push(i);
    if (!line.trim().startsWith(DIRECTIVE)) return line;
    broken.push(i + 1);
    return "";
  });
  return { source: source.join("\n"), broken };
}

describe("the type tests", () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".test-d.ts"));

  it.each(files)("of %s fail wherever what they expect is broken", (name) => {
    const file = `${FOLDER}${name}`;
    const text = readFileSync(file, "utf8");
    expect(compile(new Map([[file, text]]))).toEqual([]);
    const { source, broken } = breakAll(text);
    expect(broken.length).toBeGreaterThan(4);
    const complaints = compile(new Map([[file, source]])).map(({ line }) => line);
    const silent = broken.filter((line) => !complaints.some((found) => found >= line && found <= line + 8));
    expect(silent).toEqual([]);
  });
});
