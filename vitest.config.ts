import { existsSync, globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { defineConfig } from "vitest/config";

// The programs that tests start load the same modules again and again; node keeps what it compiled of them.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/compiled");

// A folder that git no longer has may still hold ignored files, so it is the package.json that counts.
const folders = globSync("{packages,scripts}/*/package.json", { cwd: import.meta.dirname }).map(dirname);

const TESTS = "**/*.test.ts";
/** What every provider is tested with, in the test task of its own package. */
const PROVIDER_TESTS = "*.provider.test.ts";
/** The same, of which the folder that has it also has a run without a provider. */
const SHARED_TESTS = "*.shared.test.ts";
/** Where they are; deeper there are the node_modules of each folder. */
const TEST_FOLDERS = ["../../scripts/*", "../../scripts/*/*", "../spec-tools/src/*"];

/** The folders whose tests wait for faults and timers half of their time: two files run at a time. */
const WAITING = new Set(["core", "conformance"]);

/** The tests of a folder; a provider's package has those of all providers as well. */
function testsOf(root: string) {
  const name = basename(root);
  const exclude = ["**/node_modules/**", "**/dist/**", "**/browser/*.test.ts"];
  if (!existsSync(join(import.meta.dirname, `specs/${name}.yaml`))) {
    const own = { include: [TESTS], exclude: [...exclude, `**/${PROVIDER_TESTS}`] };
    return WAITING.has(name) ? { ...own, maxWorkers: 2 } : own;
  }
  const shared = TEST_FOLDERS.flatMap((folder) => [`${folder}/${PROVIDER_TESTS}`, `${folder}/${SHARED_TESTS}`]);
  // Its tests wait for faults a third of their time, and after a change of its spec there is nothing else to do meanwhile.
  return { include: [TESTS, ...shared], exclude, env: { PROVIDER_UNDER_TEST: name }, maxWorkers: 2 };
}

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
    // The files of a project share a worker, so that each module is loaded once. A test puts back what it changes.
    isolate: false,
    projects: [
      ...folders.map((root) => ({
        extends: true as const,
        test: { name: basename(root), root, ...testsOf(root) },
      })),
      // What needs a Chromium runs apart.
      { extends: true as const, test: { name: "browser", root: "scripts/doc-tests", include: ["browser/*.test.ts"] } },
    ],
  },
});
