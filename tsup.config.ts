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
 * One entry a room: each becomes a subpath of the package. Some files are entries too, so that they stay modules by
 * themselves, which bundlers drop where nobody asks for them: those that ml-kmeans and d3-random are bundled with, and those
 * that import simple-statistics, of which something runs whenever it is imported.
 */
export default defineConfig({
  entry: [
    "src/index.ts",
    "src/*/index.ts",
    "src/cluster/starts.ts",
    "src/lifetime/futures.ts",
    "src/lifetime/gamma-gamma-likelihood.ts",
    "src/rfm/moments.ts",
    "src/rfm/order-gaps.ts",
  ],
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
