import { glob, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { run } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";

const files = (await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT }))
  .split("\0")
  .filter(Boolean);

const LONGEST_FILE = 250;
const MOST_FOLDERS = 10;
/** Without those of provider packages, which follow from their specs. */
const MOST_CONFIG_FILES = 32;
const MOST_LOCKFILES = 2;

it("finds the files", () => {
  expect(files).toEqual(expect.arrayContaining(["package.json", "packages/core/package.json", "pnpm-lock.yaml"]));
});

it("has no long source file", async () => {
  const sources: string[] = [];
  for await (const file of glob("{packages,scripts}/**/*.{ts,mjs,js}", {
    cwd: ROOT,
    exclude: ["**/node_modules/**", "**/dist/**", "**/*.gen.ts", "**/*.test.ts", "**/.turbo/**"],
  })) {
    sources.push(file);
  }
  const lengths = await Promise.all(
    sources.map(async (file) => ({ file, lines: (await readFile(join(ROOT, file), "utf8")).split("\n").length - 1 })),
  );
  expect(lengths.length).toBeGreaterThan(300);
  expect(lengths.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([]);
});

it("has few folders of scripts, config files and lockfiles", async () => {
  const entries = await readdir(join(ROOT, "scripts"), { withFileTypes: true });
  const folders = entries.filter(
    (entry) => entry.isDirectory() && files.some((file) => file.startsWith(`scripts/${entry.name}/`)),
  );
  expect(folders.length).toBeLessThanOrEqual(MOST_FOLDERS);
  const derived = (await providers()).map(({ name }) => `packages/${name}/`);
  const byHand = files.filter((file) => !derived.some((folder) => file.startsWith(folder)));
  const config = byHand.filter((file) =>
    /^(packages|scripts)\/(.+\/)?(package\.json|tsconfig[^/]*\.json|vitest[^/]*|turbo\.json)$/.test(file),
  );
  expect(config.length).toBeGreaterThan(20);
  expect(config.length).toBeLessThanOrEqual(MOST_CONFIG_FILES);
  expect(
    files.filter((file) => /(^|\/)(pnpm-lock\.yaml|package-lock\.json|yarn\.lock|bun\.lockb?)$/.test(file)).length,
  ).toBeLessThanOrEqual(MOST_LOCKFILES);
});
