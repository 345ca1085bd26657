import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const src = fileURLToPath(new URL("./src", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^rfm-kit$/, replacement: `${src}/index.ts` },
      { find: /^rfm-kit\/(.+)$/, replacement: `${src}/$1/index.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/setup.ts",
    setupFiles: "test/seed.ts",
    // No test is timed: these only end one that hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // One fewer than there are processors would be one of two.
    maxWorkers: "100%",
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"] },
  },
});
