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

/** d3-array makes some of its functions by calling others when it is imported; that nothing else comes of it, it does not say. */
const shakeD3: Plugin = {
  name: "shake-d3",
  setup(build) {
    build.onLoad({ filter: /[/\\]d3-array\.mjs$/ }, ({ path }) => {
      const made = /^(const|var) (\w+) = ([\w.]+(?:\([\w.]+\))?);$/gm;
      const contents = readFileSync(path, "utf8").replaceAll(made, "$1 $2 = /* @__PURE__ */ (() => $3)();");
      return { contents, loader: "js" };
    });
  },
};

type Inputs = Readonly<Record<string, { readonly imports: readonly { path: string; external?: boolean }[] }>>;

/**
 * One entry a room: each becomes a subpath of the package. Some files are entries too, so that they stay files by
 * themselves: those that ml-kmeans and d3-random are bundled with.
 */
const ROOMS = [
  "src/index.ts",
  ...readdirSync("src")
    .map((room) => `src/${room}/index.ts`)
    .filter(existsSync),
  "src/cluster/starts.ts",
  "src/lifetime/futures.ts",
  "src/lifetime/gamma-gamma-likelihood.ts",
];

/** All modules, and what each of them imports; packages by their names. */
function readModules(): Inputs {
  const look = { bundle: true, packages: "external", metafile: true, write: false, format: "esm" } as const;
  return buildSync({ ...look, entryPoints: ROOMS, outdir: "dist" }).metafile.inputs;
}

const MODULES = readModules();

/** What a module needs, itself included. */
function needsOf(path: string, found = new Set<string>()): ReadonlySet<string> {
  found.add(path);
  for (const other of MODULES[path]?.imports ?? []) if (!found.has(other.path)) needsOf(other.path, found);
  return found;
}

const ROOT = [...needsOf("src/index.ts")].filter((path) => path in MODULES);

/** Of simple-statistics something runs whenever it is imported. Bundlers drop a file as a whole, so what imports it is a file. */
const APART = ROOT.filter((path) =>
  MODULES[path].imports.some((other) => other.path === "simple-statistics"),
);

const ENTRIES = [...ROOMS, ...APART];

/**
 * Keeps the other modules of the root in two files: those that need no simple-statistics, and those that do. Left to itself
 * esbuild makes a file for every set of entries that share a module, some fifty for the root, and opening files is most of
 * what an import costs. So an entry that needs one module of such a file imports all of them, for nothing.
 */
const fewFiles: Plugin = {
  name: "few-files",
  setup(build) {
    const shared = ROOT.filter((path) => !APART.includes(path));
    const isCounting = (path: string) => needsOf(path).has("simple-statistics");
    const files = [shared.filter((path) => !isCounting(path)), shared.filter(isCounting)];
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const entry = ENTRIES.find((name) => resolve(name) === path);
      if (entry === undefined) return undefined;
      const needs = needsOf(entry);
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
  esbuildPlugins: [dropFft, shakeD3, fewFiles],
  esbuildOptions(options) {
    // Its sources can be shaken; the build that its package.json offers is one piece.
    const matrix = fileURLToPath(new URL("node_modules/ml-matrix/src/index.js", import.meta.url));
    options.alias = { "ml-matrix": matrix };
    options.logOverride = { "ignored-bare-import": "silent" };
  },
});
