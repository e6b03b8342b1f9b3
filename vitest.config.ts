import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const folders = ["packages", "scripts"].flatMap((parent) =>
  readdirSync(join(import.meta.dirname, parent)).map((name) => ({ name, parent })),
);

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
      ...folders.map(({ name, parent }) => ({
        extends: true as const,
        test: {
          name,
          root: `${parent}/${name}`,
          exclude: ["**/node_modules/**", "**/dist/**", "**/browser/*.test.ts"],
        },
      })),
      // What needs a Chromium runs apart.
      { extends: true as const, test: { name: "browser", root: "scripts/doc-tests", include: ["browser/*.test.ts"] } },
    ],
  },
});
