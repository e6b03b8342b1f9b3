import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { namesOf, wordsOf } from "@git-tokens/spec-tools/project/provider-words";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { ROOT } from "@git-tokens/workspace/paths";
import { describe, expect, it } from "vitest";

/** The folders that must not name a provider: all differences between providers are in the specs. */
const NAMELESS = ["packages/core", "scripts"];

/** Files that we do not write. A lockfile has hashes, which may contain any two letters; results name what was measured. */
const SKIPPED = ["node_modules", "dist", ".turbo", "pnpm-lock.yaml", "results"];

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inner = entries
    .filter(({ name }) => !SKIPPED.includes(name))
    .map(async (entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
  return (await Promise.all(inner)).flat();
}

describe("the words of a text", () => {
  it.each([
    ["createBigCloud", ["create", "big", "cloud"]],
    ["BIG_CLOUD big-cloud", ["big", "cloud", "big", "cloud"]],
    ["HTTPServer bigcloud", ["http", "server", "bigcloud"]],
  ])("of %s", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it("names a provider by its brand, and by its whole name", () => {
    expect(namesOf("big-cloud")).toEqual(["big", "bigcloud"]);
    expect(namesOf("solo")).toEqual(["solo"]);
  });
});

it("names no provider in packages/core and scripts", async () => {
  const names = new Set((await providers()).flatMap(({ name }) => namesOf(name)));
  expect(names.size).toBeGreaterThan(1);
  const files = (await Promise.all(NAMELESS.map((folder) => filesUnder(join(ROOT, folder))))).flat();
  expect(files.length).toBeGreaterThan(50);
  const found: string[] = [];
  for (const file of files) {
    const path = relative(ROOT, file);
    const lines = [path, ...(await readFile(file, "utf8")).split("\n")];
    for (const [line, text] of lines.entries()) {
      const named = wordsOf(text).filter((word) => names.has(word));
      if (named.length > 0) found.push(`${path}:${line} names ${named.join(", ")}`);
    }
  }
  expect(found).toEqual([]);
});
