import { defineConfig } from "vitest/config";

/** Every suite reads the packages' sources through their export condition, so that no test needs a build first. */
export default defineConfig({
  resolve: { conditions: ["@git-tokens/source"] },
  ssr: { resolve: { conditions: ["@git-tokens/source"] } },
});
