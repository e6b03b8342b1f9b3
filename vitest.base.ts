import { defineConfig } from "vitest/config";

/**
 * What the suites of all packages share. They read the packages' sources through their export condition, so that no test
 * needs a build first; and their time limit is far above what any test needs, since a busy machine is no failure.
 */
export default defineConfig({
  resolve: { conditions: ["@git-tokens/source"] },
  ssr: { resolve: { conditions: ["@git-tokens/source"] } },
  test: { testTimeout: 60_000, hookTimeout: 60_000 },
});
