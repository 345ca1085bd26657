import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync, type Plugin } from "esbuild";
import { defineConfig } from "tsup";

/** fft.js does nothing when it is imported but does not say so; nobody calls it, so it need not come along. */
const dropFft: Plugin = {
  name: "drop-fft",
  setup(build) {
    build.onResolve({ filter: /^fft\.js$/ }, ({ path }) => ({
      path,
      namespace: "unused",
      sideEffects: false,
    }));
    build.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "export default undefined" }));
  },
};

type Inputs = Readonly<Record<string, { readonly imports: readonly { path: string; external?: boolean }[] }>>;

/** What imports simple-statistics, of which something runs whenever it is imported: bundlers drop a file as a whole. */
const APART = ["src/core/normal.ts", "src/rfm/moments.ts", "src/rfm/order-gaps.ts"];

/**
 * One entry a room: each becomes a subpath of the package. Some files are entries too, so that they stay files by
 * themselves: those above, and those that ml-kmeans and d3-random are bundled with.
 */
const ENTRIES = [
  "src/index.ts",
  ...readdirSync("src")
    .map((room) => `src/${room}/index.ts`)
    .filter(existsSync),
  "src/cluster/starts.ts",
  "src/lifetime/futures.ts",
  "src/lifetime/gamma-gamma-likelihood.ts",
  ...APART,
];

/** All modules, and what each of them imports. */
function readModules(): Inputs {
  const look = { bundle: true, packages: "external", metafile: true, write: false, format: "esm" } as const;
  return buildSync({ ...look, entryPoints: ENTRIES, outdir: "dist" }).metafile.inputs;
}

/** What a module needs, itself included; packages by their names. */
function needsOf(inputs: Inputs, path: string, found = new Set<string>()): ReadonlySet<string> {
  found.add(path);
  for (const other of inputs[path]?.imports ?? [])
    if (!found.has(other.path)) needsOf(inputs, other.path, found);
  return found;
}

/**
 * Keeps the modules of the root in two files: those that need no package, and those that do. Left to itself esbuild makes a
 * file for every set of entries that share a module, some fifty for the root, and opening files is most of what an import
 * costs. So an entry that needs one module of such a file imports all of them, for nothing.
 */
const fewFiles: Plugin = {
  name: "few-files",
  setup(build) {
    const inputs = readModules();
    const needsPackage = (path: string) => [...needsOf(inputs, path)].some((name) => !(name in inputs));
    const root = [...needsOf(inputs, "src/index.ts")].filter(
      (path) => path in inputs && !APART.includes(path),
    );
    const files = [root.filter((path) => !needsPackage(path)), root.filter(needsPackage)];
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const entry = ENTRIES.find((name) => resolve(name) === path);
      if (entry === undefined) return undefined;
      const needs = needsOf(inputs, entry);
      const wanted = files.filter((modules) => modules.some((module) => needs.has(module))).flat();
      const imports = wanted.map((module) => `import ${JSON.stringify(resolve(module))};`);
      return { contents: [...imports, readFileSync(path, "utf8")].join("\n"), loader: "ts" };
    });
  },
};

export default defineConfig({
  entry: ENTRIES,
  format: "esm",
  target: "es2022",
  platform: "neutral",
  splitting: true,
  clean: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  esbuildPlugins: [dropFft, fewFiles],
  esbuildOptions(options) {
    // Its sources can be shaken; the build that its package.json offers is one piece.
    const matrix = fileURLToPath(new URL("node_modules/ml-matrix/src/index.js", import.meta.url));
    options.alias = { "ml-matrix": matrix };
    options.logOverride = { "ignored-bare-import": "silent" };
  },
});
