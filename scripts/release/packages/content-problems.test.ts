import { expect, it } from "vitest";
import { contentProblems } from "./content-problems.ts";
import type { Contents } from "./unpack.ts";

const GOOD: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "@git-tokens/sample" }',
  LICENSE: "MIT",
  "README.md": "# Sample",
  "dist/index.js": "",
  "dist/index.d.ts": "",
};

const contents = (changes: Readonly<Record<string, string>> = {}, without = ""): Contents =>
  new Map(
    Object.entries({ ...GOOD, ...changes })
      .filter(([path]) => path !== without)
      .map(([path, text]) => [path, Buffer.from(text)]),
  );

it("has no problem with a complete package", () => {
  expect(contentProblems(contents())).toEqual([]);
  expect(contentProblems(contents({ "README.ru.md": "", "CHANGELOG.md": "" }), ["CHANGELOG.md"])).toEqual([]);
});

it.each(["LICENSE", "README.md", "dist/index.js"])("notices that %s is missing", (path) => {
  expect(contentProblems(contents({}, path))).toEqual([expect.stringContaining(`${path} is missing`)]);
});

it("notices that a file of this package is missing", () => {
  expect(contentProblems(contents(), ["CHANGELOG.md"])).toEqual([expect.stringContaining("CHANGELOG.md is missing")]);
});

it.each([
  "dist/src/other.ts",
  "src/index.ts",
  "dist/index.js.map",
  "dist/index.d.ts.map",
  "api/index.api.md",
  ".env",
  "dist/deep/index.js",
])("refuses %s", (path) => {
  const problems = contentProblems(contents({ [path]: '{ "sources": [] }' }));
  expect(problems).toEqual([expect.stringContaining(`${path} does not belong into a package`)]);
});

it.each(["workspace:^", "catalog:", "@git-tokens/source"])("refuses a package.json that says %s", (word) => {
  const problems = contentProblems(contents({ "package.json": JSON.stringify({ a: word }) }));
  expect(problems).toEqual([expect.stringContaining("package.json says")]);
});

const PROGRAM: Readonly<Record<string, string>> = {
  ...GOOD,
  "package.json": '{\n  "bin": { "sample": "./dist/cli.js" }\n}',
  "dist/cli.js": "",
  "dist/deep/style.yaml": "",
  "dist/deep/page.css": "",
  "dist/deep/open.d.ts": "",
};

it("has no problem with a program, which has folders", () => {
  expect(contentProblems(new Map(Object.entries(PROGRAM).map(([path, text]) => [path, Buffer.from(text)])))).toEqual(
    [],
  );
});

it.each(["dist/fixtures/sample.js", "dist/deep/one.test.js", "dist/deep/one.ts", "src/cli.ts"])(
  "refuses %s in a program",
  (path) => {
    const files = { ...PROGRAM, [path]: "" };
    const contents = new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
    expect(contentProblems(contents)).toEqual([expect.stringContaining(`${path} does not belong`)]);
  },
);
