import { execFile } from "node:child_process";
import { glob, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { providers, ROOT } from "@git-tokens/spec/providers";
import { folderWith } from "@git-tokens/spec/sample";
import { expect, it } from "vitest";

const read = (path: string): Promise<string> => readFile(join(ROOT, path), "utf8");

/** Every Markdown file that a reader meets. */
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
  expect(commands).toEqual([`${NPX} test`, `${NPX} test:browser`, `${NPX} consumers`]);
  expect((await stat(join(ROOT, ".ci/run"))).mode & 0o111).toBe(0o111);
  expect(await read(".github/workflows/ci.yml")).toContain("      - run: .ci/run\n");
});

it("names no command that does not exist", async () => {
  const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(await read("package.json"));
  const builtIn = ["install", "changeset", "run"];
  const named = pages.flatMap(([, text]) =>
    [...text.matchAll(/(?:^ {4}|`|&& )pnpm ([a-z:]+)/gm)].map(([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !(name in scripts) && !builtIn.includes(name))).toEqual([]);
});

it("links to nothing that does not exist", async () => {
  for (const [path, text] of pages) {
    for (const [, target = ""] of text.matchAll(/\]\(([^)#:]+)\)/g)) {
      await expect(stat(join(ROOT, path, "..", target)), `${path} links to ${target}`).resolves.toBeDefined();
    }
  }
});

it("shows code that compiles", async () => {
  const places = await providers();
  const paths = Object.fromEntries(
    places.flatMap(({ name, packageFolder }) => [
      [`@git-tokens/${name}`, [join(packageFolder, "src/index.ts")]],
      [`@git-tokens/${name}/operations`, [join(packageFolder, "src/operations.ts")]],
    ]),
  );
  const examples = pages.flatMap(([path, text]) =>
    [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""], index) => [
      `${path.replaceAll(/\W/g, "-")}-${index}.ts`,
      code,
    ]),
  );
  expect(examples.length).toBeGreaterThanOrEqual(2 * places.length);
  const folder = await folderWith({
    ...Object.fromEntries(examples),
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({
      extends: join(ROOT, "tsconfig.base.json"),
      include: ["*.ts"],
      compilerOptions: { paths, types: ["node"], typeRoots: [join(ROOT, "node_modules/@types")] },
    }),
  });
  const tsc = join(ROOT, "node_modules/.bin/tsc");
  const said = await new Promise<string>((resolve, reject) => {
    const child = execFile(tsc, ["-p", folder], (error, stdout) =>
      child.exitCode === null ? reject(error) : resolve(stdout),
    );
  });
  expect(said).toBe("");
});
