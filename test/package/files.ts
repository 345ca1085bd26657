import { join } from "node:path";
import { build } from "esbuild";
import type { Consumer } from "./consumer.js";

/** The root, its modules that need no package, those that do, and three that import simple-statistics. */
const MOST_FILES = 6;

/** Refuses a root that is opened in many files: opening them is most of what a cold start costs. */
export async function checkFiles({ installed }: Consumer): Promise<string> {
  const { metafile } = await build({
    entryPoints: [join(installed, "dist", "index.js")],
    bundle: true,
    packages: "external",
    treeShaking: false,
    metafile: true,
    write: false,
    format: "esm",
    logLevel: "silent",
  });
  const files = Object.keys(metafile.inputs).length;
  if (files > MOST_FILES) throw new Error(`import "rfm-kit" opens ${files} files, more than ${MOST_FILES}.`);
  return `import "rfm-kit" opens ${files} files, packages apart`;
}
