import { globSync } from "node:fs";
import { basename, dirname } from "node:path";
import { defineConfig } from "vitest/config";

// A folder that git no longer has may still hold ignored files, so it is the package.json that counts.
const folders = globSync("{packages,scripts}/*/package.json", { cwd: import.meta.dirname }).map(dirname);

/**
 * One project per folder of `packages/` and `scripts/`, by its name. The suites read the packages' sources through their
 * export condition, so that no test needs a build first; their time limit is far above what any test needs, since a busy
 * machine is no failure.
 */
export default defineConfig({
  resolve: { conditions: ["@git-tokens/source"] },
  ssr: { resolve: { conditions: ["@git-tokens/source"] } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      ...folders.map((root) => ({
        extends: true as const,
        test: {
          name: basename(root),
          root,
          exclude: ["**/node_modules/**", "**/dist/**", "**/browser/*.test.ts"],
        },
      })),
      // What needs a Chromium runs apart.
      { extends: true as const, test: { name: "browser", root: "scripts/doc-tests", include: ["browser/*.test.ts"] } },
    ],
  },
});
