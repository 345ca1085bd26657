import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** A program that the documentation shows, and what it says the program prints. */
export interface Example {
  /** File and line of its first line. */
  readonly name: string;
  readonly code: string;
  readonly printed: string | undefined;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Every `ts` block of the README, the guides and the docstrings. */
export function readExamples(): Example[] {
  const pages = ["README.md", ...list("docs", ".md")].filter((file) => !file.startsWith("docs/api"));
  const sources = list("src", ".ts");
  return [...pages, ...sources].flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return programsOf(file, file.endsWith(".ts") ? docstringsOf(text) : text);
  });
}

function list(folder: string, extension: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(extension))
    .map((file) => relative(ROOT, join(ROOT, folder, file)));
}

/** The text of a source's docstrings, line for line; every other line is empty. */
function docstringsOf(source: string): string {
  let inside = false;
  const lines = source.split("\n").map((line) => {
    if (line.startsWith("/**")) inside = true;
    const text = inside ? line.replace(/^\s*\/?\*+\/? ?/, "") : "";
    if (line.includes("*/")) inside = false;
    return text;
  });
  return lines.join("\n");
}

/** Programs in order. A block without an import goes on with the program before it on the page. */
function programsOf(file: string, text: string): Example[] {
  const programs: Example[] = [];
  for (const { index, 1: language, 2: body } of text.matchAll(/^```(ts|text)\n([\s\S]*?)^```$/gm)) {
    const last = programs.at(-1);
    if (language === "text") {
      if (last !== undefined)
        programs[programs.length - 1] = { ...last, printed: (last.printed ?? "") + body };
    } else if (last !== undefined && !body.startsWith("import ")) {
      programs[programs.length - 1] = { ...last, code: `${last.code}\n${body}` };
    } else {
      const line = text.slice(0, index).split("\n").length + 1;
      programs.push({ name: `${file}:${line}`, code: body, printed: undefined });
    }
  }
  return programs;
}
