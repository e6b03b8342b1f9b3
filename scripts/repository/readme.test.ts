import { glob, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";

const read = (path: string): Promise<string> => readFile(join(ROOT, path), "utf8");

/** Every Markdown page for readers. */
const pages: (readonly [path: string, text: string])[] = [];
for await (const path of glob(["*.md", "specs/*.md", "packages/*/*.md"], { cwd: ROOT }))
  pages.push([path, await read(path)]);

const NPX = "npx -y -p node@24 -p pnpm@12.21.0 pnpm";

it("finds the pages", () => {
  expect(pages.map(([path]) => path)).toEqual(
    expect.arrayContaining(["README.md", "CONTRIBUTING.md", "specs/README.md"]),
  );
});

it("gives the command that CI runs", async () => {
  const readme = await read("README.md");
  expect(readme).toContain(`\n    ${NPX} demo\n    ${NPX} test\n`);
  const commands = (await read(".ci/run")).split("\n").filter((line) => line.startsWith("npx"));
  expect(commands).toEqual([`${NPX} test`, `${NPX} test:browser`, `${NPX} test:consumers`]);
  expect((await stat(join(ROOT, ".ci/run"))).mode & 0o111).toBe(0o111);
  expect(await read(".github/workflows/ci.yml")).toContain("      - run: .ci/run\n");
});

it("keeps the README of the repository short", async () => {
  expect((await read("README.md")).split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(700);
});

/** The sizes that `pnpm test` holds a provider's package to, by that package's folder. */
const limits = new Map<string, readonly string[]>();
for await (const file of glob("packages/*/.size-limit.json", { cwd: ROOT })) {
  const checks: readonly { readonly limit: string }[] = JSON.parse(await read(file));
  limits.set(
    dirname(file),
    checks.map(({ limit }) => limit),
  );
}

/** The sizes that a page names, in English or in Russian. */
const sizesIn = (text: string): readonly string[] =>
  [...text.matchAll(/(\d+)[.,](\d) [kк][BБ]/g)].map(([, whole, tenths]) => `${whole}.${tenths} kB`);

it("names the sizes that are checked, and no others", async () => {
  expect(limits.size).toBeGreaterThan(1);
  for (const [path, text] of pages) {
    const checked = limits.get(dirname(path));
    if (checked && /README[.\w]*\.md$/.test(path)) expect(sizesIn(text), path).toEqual(checked);
  }
  const [named, ...others] = sizesIn(await read("README.md"));
  expect([...limits.values()].map(([, whole]) => whole)).toContain(named);
  expect(others).toEqual([]);
});

const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(await read("package.json"));

it("describes every command", async () => {
  const list = await read("CONTRIBUTING.md");
  // Other scripts start these.
  const inner = ["guard", "lint", "typecheck", "codegen:check"];
  expect(Object.keys(scripts).filter((name) => !inner.includes(name) && !list.includes(`\`pnpm ${name}`))).toEqual([]);
});

it("names no command that does not exist", () => {
  const builtIn = ["install", "changeset", "run"];
  const named = pages.flatMap(([, text]) =>
    [...text.matchAll(/(?:^ {4}|`|&& )pnpm ([a-z][a-z:-]*)/gm)].map(([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !(name in scripts) && !builtIn.includes(name))).toEqual([]);
});
