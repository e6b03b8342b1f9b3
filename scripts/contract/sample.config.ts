import { join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { defineConfig } from "vitest/config";

const CONDITIONS = ["@git-tokens/source"];

/** Runs `sample.suite.ts`. Its generated code is in a temporary folder and finds our packages by these names. */
export default defineConfig({
  resolve: { conditions: CONDITIONS, alias: { "@git-tokens/core": join(ROOT, "packages/core/src/index.ts") } },
  ssr: { resolve: { conditions: CONDITIONS } },
  test: { include: ["sample.suite.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
