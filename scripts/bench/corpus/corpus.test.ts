import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { expect, it } from "vitest";
import { filesIn } from "./corpus-files.ts";
import { corpusPage } from "./corpus-page.ts";
import type { Outcome } from "./measure-file.ts";

it("finds the descriptions of a folder, compressed or not, and nothing else", async () => {
  const folder = await folderWith({ "b.yaml": "openapi: 3.1.0", "c.txt": "no", "d.json": "{}" });
  await writeFile(join(folder, "a.yaml.gz"), gzipSync("swagger: '2.0'"));
  const files = await filesIn(folder, folder);
  expect(files).toEqual(["a.yaml", "b.yaml", "d.json"].map((name) => ({ name, path: join(folder, name) })));
});

it.each([
  ["/nowhere/at/all", /cannot be read .*; name a folder of API descriptions$/],
  [undefined, /holds no \.yaml, \.yml or \.json file, compressed or not$/],
])("says in a sentence where there are none: %s", async (given, sentence) => {
  const folder = given ?? (await folderWith({ "a.txt": "" }));
  await expect(filesIn(folder, folder)).rejects.toThrow(sentence);
});

it("ranks the reasons by how many operations they cost", () => {
  const outcome = (name: string, rules: readonly string[]): Outcome => ({
    name,
    version: "3.0.0",
    operations: 4,
    served: 4 - rules.length,
    reasons: rules.map((rule) => ({ file: name, line: 7, column: 1, rule, message: `${rule} | refused` })),
    codegen: undefined,
    engine: undefined,
    errors: [],
    bundle: 5432,
  });
  const page = corpusPage([outcome("a.json", ["method"]), outcome("b.json", ["path", "path"])], "On a machine.");
  expect(page).toContain("5 of 8 operations in 2 files are served (62.50 %); 0 compiler errors.");
  expect(page).toContain("| a.json | 3.0.0 | 4 | 3 | – | – | 0 | 5.4 |");
  expect(page.match(/^\| (path|method) .*$/gm)).toEqual([
    "| path | 2 | b.json:7 path \\| refused |",
    "| method | 1 | a.json:7 method \\| refused |",
  ]);
});
