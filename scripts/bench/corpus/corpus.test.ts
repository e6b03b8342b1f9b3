import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { expect, it } from "vitest";
import { filesIn } from "./corpus-files.ts";
import { corpusPage } from "./corpus-page.ts";
import { measureFile, type Outcome } from "./measure-file.ts";

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
    compiler: 0.5,
    calls: {
      made: 3,
      gets: 9,
      answered: 2,
      failures: [{ reason: "500 The mock | failed", count: 1, example: "getIt" }],
    },
    bundle: 5432,
  });
  const page = corpusPage([outcome("a.json", ["method"]), outcome("b.json", ["path", "path"])], "On a machine.");
  expect(page).toContain("5 of 8 operations in 2 files are served (62.50 %); 0 compiler errors.");
  expect(page).toContain("| a.json | 3.0.0 | 4 | 3 | – | – | 0.50 s | 0 | 2 of 3 (of 9) | 5.4 |");
  expect(page.match(/^\| (path|method) .*$/gm)).toEqual([
    "| path | 2 | b.json:7 path \\| refused |",
    "| method | 1 | a.json:7 method \\| refused |",
  ]);
  expect(page).toContain("| 500 The mock \\| failed | 2 | a.json getIt |");
});

it("serves, compiles and calls every fixture, in every version of OpenAPI", async () => {
  const files = ["services/beacon.yaml", "services/harbour.yaml", "services/lantern.json", "sample.yaml"];
  const outcomes = await Promise.all(
    files.map(async (file) => {
      const path = fileURLToPath(new URL(`../../../packages/spec-tools/src/fixtures/${file}`, import.meta.url));
      return measureFile({ name: basename(file), path }, await folderWith({}), { quick: true });
    }),
  );
  for (const { operations, served, errors, calls } of outcomes) {
    expect({ served, errors, failures: calls?.failures }).toEqual({ served: operations, errors: [], failures: [] });
    expect(calls?.made).toBeGreaterThan(0);
  }
  expect(new Set(outcomes.map(({ version }) => version?.slice(0, 3)))).toEqual(new Set(["2.0", "3.0", "3.1"]));
});

it("says what is refused and what no mock answers", async () => {
  const text = `openapi: 3.1.0
info: { title: A, version: "1" }
paths:
  /traced: { trace: { responses: { "200": { description: A } } } }
  /broken:
    get:
      responses:
        "200": { description: A, content: { application/json: { schema: { type: object }, example: no object } } }
`;
  const path = join(await folderWith({ "a.yaml": text }), "a.yaml");
  const { operations, served, reasons, calls } = await measureFile({ name: "a.yaml", path }, await folderWith({}), {
    quick: true,
  });
  expect([operations, served, reasons.length]).toEqual([2, 1, 1]);
  expect(calls).toMatchObject({
    made: 1,
    answered: 0,
    failures: [{ reason: expect.stringMatching(/^500 /), count: 1 }],
  });
});
