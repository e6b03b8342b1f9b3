import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const CONDITIONS = ["@git-tokens/source"];
const CORE = fileURLToPath(new URL("../../../core/src/index.ts", import.meta.url));

/** Runs `suite.fixture.ts`. Its generated code is in a temporary folder and finds our packages by these names. */
export default defineConfig({
  // Nothing is kept in the sources.
  cacheDir: dirname(process.env.CHECKED_PACKAGES ?? ""),
  resolve: { conditions: CONDITIONS, alias: { "@git-tokens/core": CORE } },
  ssr: { resolve: { conditions: CONDITIONS } },
  test: { include: ["suite.fixture.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
