import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { run } from "@git-tokens/spec-tools/system/run";
import { expect, it } from "vitest";
import { buildProgram } from "./build-program.ts";

const SOURCES = {
  "package.json": '{ "type": "module" }',
  "src/cli.ts": `#!/usr/bin/env node
import { greet } from "./words/greet.ts";
const name: string = (await import("./name.ts")).name;
console.log(greet(name));
`,
  "src/name.ts": 'export const name = "you" as const;\n',
  "src/words/greet.ts": `import { readFileSync } from "node:fs";
export function greet(name: string): string {
  return readFileSync(new URL("hello.txt", import.meta.url), "utf8").trim() + " " + name;
}
`,
  "src/words/hello.txt": "hello\n",
  "src/words/style.yaml": "plugins:\n  - ./plugin.ts\n",
  "src/words/greet.test.ts": "",
  "src/fixtures/sample.ts": "",
  "dist/old.js": "",
};

it("writes what Node runs without types, and nothing that is for tests", async () => {
  const folder = await folderWith(SOURCES);
  await buildProgram(folder);
  const files = (await readdir(join(folder, "dist"), { recursive: true })).filter((name) => name.includes("."));
  expect(files.sort()).toEqual(["cli.js", "name.js", "words/greet.js", "words/hello.txt", "words/style.yaml"]);
  expect(await run(process.execPath, ["--no-strip-types", join(folder, "dist/cli.js")])).toBe("hello you\n");
  expect(await readFile(join(folder, "dist/words/style.yaml"), "utf8")).toContain("- ./plugin.js\n");
});

it("names a source that is no TypeScript", async () => {
  const folder = await folderWith({ ...SOURCES, "src/broken.ts": "const = 1;\n" });
  await expect(buildProgram(folder)).rejects.toThrow(/src\/broken\.ts: .*Expected identifier/s);
});

it("refuses two sources that become one file", async () => {
  const folder = await folderWith({ ...SOURCES, "src/name.js": "" });
  await expect(buildProgram(folder)).rejects.toThrow(/src\/name\.(js|ts): another source becomes .*dist\/name\.js/);
});

const IMPORTED = '{ "type": "module", "exports": { "./greet": { "@git-tokens/source": "./src/words/greet.ts" } } }';

it("declares what others import", async () => {
  const folder = await folderWith({ ...SOURCES, "package.json": IMPORTED });
  await buildProgram(folder);
  const declared = await readFile(join(folder, "dist/words/greet.d.ts"), "utf8");
  expect(declared.trim()).toBe("export declare function greet(name: string): string;");
});

it("refuses to declare what names another file of the program", async () => {
  const greet = 'import type { name } from "../name.ts";\nexport const greet = (one: typeof name): string => one;\n';
  const folder = await folderWith({ ...SOURCES, "package.json": IMPORTED, "src/words/greet.ts": greet });
  await expect(buildProgram(folder)).rejects.toThrow(
    /greet\.ts: its exports have types of \.\.\/name\.ts; declare them in the file itself/,
  );
});
