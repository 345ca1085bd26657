import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
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

/**
 * One entry a room: each becomes a subpath of the package. ml-kmeans is bundled with the one file that uses it, which is
 * an entry too so that it stays a module by itself: bundlers drop it where no fit is asked for.
 */
export default defineConfig({
  entry: ["src/index.ts", "src/*/index.ts", "src/cluster/starts.ts"],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  splitting: true,
  clean: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  esbuildPlugins: [dropFft],
  esbuildOptions(options) {
    // Its sources can be shaken; the build that its package.json offers is one piece.
    const matrix = fileURLToPath(new URL("node_modules/ml-matrix/src/index.js", import.meta.url));
    options.alias = { "ml-matrix": matrix };
  },
});
