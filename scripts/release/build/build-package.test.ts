import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { expect, it } from "vitest";
import { buildPackage } from "./build-package.ts";

const SOURCES = {
  "package.json": JSON.stringify({
    exports: {
      ".": { "@git-tokens/source": "./src/index.ts", default: "./dist/index.js" },
      "./extra": { "@git-tokens/source": "./src/extra.ts", default: "./dist/extra.js" },
      "./package.json": "./package.json",
    },
  }),
  "src/index.ts": `import { secret } from "./inner.ts";
import type { paths } from "./generated/schema.gen.ts";
export { greet } from "./greet.ts";

/** Shown in an editor. */
export const reveal = (): string => secret; // shown to nobody

export type Paths = paths;
export type * from "./generated/notes.gen.ts";
`,
  "src/extra.ts": `import { greet } from "./greet.ts";

export * from "./generated/notes.gen.ts";

/** What may be left out of a bundle. */
export const greeting: string = /* @__PURE__ */ greet("you");
`,
  "src/greet.ts": "export const greet = (name: string): string => name.toUpperCase();\n",
  "src/generated/notes.gen.ts": "/** Reads one. */\nexport const readNote: number = 1;\nexport type Note = string;\n",
  "src/inner.ts": 'export const secret: string = "s";\n',
  "src/generated/schema.gen.ts": "export interface paths {\n  /** A path. */\n  list: string;\n}\n",
};

let folder: string;
const dist = (file: string): Promise<string> => readFile(join(folder, "dist", file), "utf8");

async function filesOf(pattern: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: folder })) files.push(file);
  return files.sort();
}

async function build(changes: Readonly<Record<string, string>> = {}): Promise<void> {
  folder = await folderWith({ ...SOURCES, ...changes });
  await buildPackage(folder);
}

it("builds code and declarations of every entry point, and removes old files", async () => {
  await build({ "dist/old.js": "" });
  const { greeting }: { greeting: string } = await import(join(folder, "dist/extra.js"));
  expect(greeting).toBe("YOU");
  const files = await filesOf("dist/*.{js,ts}");
  expect(files).toEqual(
    expect.arrayContaining(["dist/index.js", "dist/index.d.ts", "dist/extra.js", "dist/extra.d.ts"]),
  );
  expect(files).not.toContain("dist/old.js");
});

it("keeps the comments that an editor shows and those that a bundler reads", async () => {
  await build();
  expect(await dist("index.d.ts")).toContain("/** Shown in an editor. */");
  expect(await dist("index.js")).not.toMatch(/Shown|shown/);
  expect(await dist("extra.js")).toContain("/* @__PURE__ */");
});

it("writes code and declarations, and no link to a source", async () => {
  await build();
  expect((await filesOf("dist/**/*.*")).filter((file) => !/^dist\/[\w.-]+(\.d\.ts|\.js)$/.test(file))).toEqual([]);
  expect(await dist("index.d.ts")).not.toContain("sourceMappingURL");
});

it("keeps a generated schema in its own file", async () => {
  await build();
  const schema = await dist("schema.gen.d.ts");
  expect(schema).toContain("/** A path. */");
  expect(schema).not.toContain("sourceMappingURL");
  expect(await filesOf("dist/schema.gen.js")).toEqual([]);
});

it("keeps a generated module whole, and exports no more of it than the source does", async () => {
  await build();
  expect(await dist("notes.gen.d.ts")).toContain("/** Reads one. */\nexport declare const readNote: number;");
  expect(await dist("extra.d.ts")).toContain('export * from "./notes.gen.js"');
  expect(await dist("index.d.ts")).toContain('export type * from "./notes.gen.js"');
  expect(await dist("index.js")).not.toContain("notes.gen");
});

it("refuses an export without a type annotation", async () => {
  await expect(
    build({
      "src/inner.ts": "export const secret = [1].concat(2).join();\n",
      "src/greet.ts": "export const greet = (name: string) => name.trim();\n",
    }),
  ).rejects.toThrow(/greet\.ts/);
});

it.each([
  ["a source is not TypeScript", { "src/greet.ts": "export const greet = ;\n" }, /greet\.ts:1:22/],
  [
    "a generated source is not TypeScript",
    { "src/generated/notes.gen.ts": "export const readNote: = 1;\n" },
    /notes\.gen\.ts/,
  ],
  ["package.json is not JSON", { "package.json": "{" }, /package\.json is not JSON/],
  ["package.json exports nothing", { "package.json": "{}" }, /package\.json has no `exports`/],
])("names the file if %s", async (_, changes, message) => {
  const failure = await build(changes).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect(String(failure)).toMatch(message);
});

it("says so if there is no package", async () => {
  await expect(buildPackage(await folderWith({}))).rejects.toThrow(UserError);
});
