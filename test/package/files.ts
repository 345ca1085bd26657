import { join } from "node:path";
import { build } from "esbuild";
import type { Consumer } from "./consumer.js";

/** The root, its modules that need no simple-statistics, those that do, three that import it, and what they use of it. */
const MOST_FILES = 7;

/** Refuses a root that is opened in many files, as opening them is most of what a cold start costs; and one that needs a package. */
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
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const packages = imports.filter(({ external }) => external).map(({ path }) => path);
  if (packages.length > 0) throw new Error(`import "rfm-kit" needs ${packages.join(", ")}.`);
  const files = Object.keys(metafile.inputs).length;
  if (files > MOST_FILES) throw new Error(`import "rfm-kit" opens ${files} files, more than ${MOST_FILES}.`);
  return `import "rfm-kit" opens ${files} files and no package`;
}
