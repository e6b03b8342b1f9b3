import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";

/** Where the files of a provider's package stand that are written by hand. */
const BY_HAND = ["*.{ts,json,md}", ".*.json", "src/*.ts", "examples/*.test.ts"];

/** The names of these files, with `<name>` in place of the package's own. */
async function filesOf(name: string, folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const path of glob(BY_HAND, { cwd: folder })) files.push(basename(path).replaceAll(name, "<name>"));
  return files;
}

const all = await Promise.all((await providers()).map(({ name, packageFolder }) => filesOf(name, packageFolder)));
/** Those that every provider has. What one has alone is its own affair. */
const shared = (all[0] ?? []).filter((file) => all.every((files) => files.includes(file)));

const contributing = await readFile(join(ROOT, "CONTRIBUTING.md"), "utf8");
const list = /^2\. Copy the shape of .*?(?=^3\. )/ms.exec(contributing)?.[0] ?? "";
const named = [...list.matchAll(/`([^`\s/]+\.(?:ts|json|md))`/g)].map(([, file = ""]) => file);

it("names each file that every provider has in the list of what a new one needs", () => {
  expect(all.length).toBeGreaterThan(1);
  expect(shared.length).toBeGreaterThan(10);
  expect(shared.filter((file) => !named.includes(file))).toEqual([]);
});

it("names no file there that they do not have", () => {
  expect(named.filter((file) => !shared.includes(file))).toEqual([]);
});
