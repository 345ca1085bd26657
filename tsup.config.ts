import { defineConfig } from "tsup";

/** One entry a room: each becomes a subpath of the package. */
export default defineConfig({
  entry: ["src/index.ts", "src/*/index.ts"],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  splitting: true,
  clean: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
