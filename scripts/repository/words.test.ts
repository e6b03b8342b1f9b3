import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";

/** Words that this repository once used in a sense of its own, and how often a text may use each of them. */
const LIMITS: readonly (readonly [words: RegExp, most: number])[] = [
  [/\b(?:stands?|beside)\b/gi, 20],
  [/\b(?:rooms?|doors?|house|likeness(?:es)?)\b/gi, 0],
];

/** Every page and source, by its path, without this file and what follows from a spec. */
const texts: (readonly [path: string, text: string])[] = [];
for await (const path of glob(["*.md", ".changeset/*.md", "{packages,scripts,specs}/**/*.{md,ts}"], {
  cwd: ROOT,
  exclude: ["**/node_modules/**", "**/dist/**", "**/words.test.ts", "**/*.gen.ts", "**/*.api.md"],
})) {
  texts.push([path, await readFile(join(ROOT, path), "utf8")]);
}

it("finds the texts", () => {
  expect(texts.length).toBeGreaterThan(300);
});

it.each(LIMITS)("uses %s at most %i times", (words, most) => {
  const uses = texts.flatMap(([path, text]) => (text.match(words) ?? []).map((word) => `${path}: ${word}`));
  expect(uses.length, uses.join("\n")).toBeLessThanOrEqual(most);
});
