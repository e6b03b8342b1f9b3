import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { packageTools } from "@git-tokens/workspace/tool-set";
import { beforeAll, expect, it } from "vitest";
import { apiProblems, apiReports } from "./api-report.ts";

beforeAll(() => packageTools.install());

const SAMPLE = {
  "package.json": JSON.stringify({
    name: "@git-tokens/sample",
    version: "1.0.0",
    type: "module",
    exports: { ".": { types: "./dist/index.d.ts" }, "./package.json": "./package.json" },
  }),
  "tsconfig.json": "{}",
};

const GENERATED = {
  ...SAMPLE,
  "dist/index.d.ts":
    'import type { components } from "./schema.gen.js";\nexport type Note = components["schemas"]["Note"];\n',
  "dist/schema.gen.d.ts":
    "export interface components {\n\tschemas: {\n\t\tNote: {\n\t\t\texpired_at?: string;\n\t\t};\n\t};\n}\n",
};

const BY_HAND = {
  ...SAMPLE,
  "dist/index.d.ts":
    "interface Base {\n    readonly call: number;\n}\nexport interface Note extends Base {}\nexport {};\n",
};

/** A package whose reports are those of what it exports. */
async function reported(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderWith(files);
  await mkdir(join(folder, "api"));
  for (const { file, text } of await apiReports(folder)) await writeFile(join(folder, file), text);
  expect(await problemsOf(folder)).toEqual([]);
  return folder;
}

const problemsOf = async (folder: string): Promise<readonly string[]> => apiProblems(folder, await apiReports(folder));

it.each([
  ["the generated schema", GENERATED, "dist/schema.gen.d.ts", "expired_at?: string", "expired_at?: number"],
  ["a type that is not exported itself", BY_HAND, "dist/index.d.ts", "call: number", "call: string"],
] as const)("notices a change of %s", async (_, files, file, before, after) => {
  const folder = await reported(files);
  const changed =
    Object.entries(files)
      .find(([path]) => path === file)?.[1]
      .replace(before, after) ?? "";
  await writeFile(join(folder, file), changed);
  const [problem, ...others] = await problemsOf(folder);
  expect(others).toEqual([]);
  expect(problem).toMatch(/^api\/[\w.]+ is not what the package exports/);
  expect(problem).toContain(after);
});

it("indents a schema as it is nested", async () => {
  const reports = await apiReports(await folderWith(GENERATED));
  const schema = reports.find(({ file }) => file === "api/schema.gen.api.md");
  expect(schema?.text).toContain("\n    schemas: {\n        Note: {\n            expired_at?: string;\n");
});

it("notices a report of an export that was removed", async () => {
  const folder = await reported(BY_HAND);
  await writeFile(join(folder, "api/gone.api.md"), "");
  expect(await problemsOf(folder)).toEqual([
    expect.stringMatching(/^api\/gone\.api\.md is a report of an export that does not exist/),
  ]);
});
