import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { runToEnd, wordsOf } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";

/** What `biome` says of these files, by the rules of this repository. */
async function linted(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderWith(files);
  await copyFile(join(ROOT, "biome.json"), join(folder, "biome.json"));
  const biome = join(ROOT, "node_modules/.bin/biome");
  return wordsOf(
    await runToEnd(biome, ["lint", "--vcs-enabled=false", "--reporter=github", "."], {
      cwd: folder,
      env: { NO_COLOR: "1" },
    }),
  );
}

const lines = (count: number): string => "  console.log(1);\n".repeat(count);
const parameters = (count: number): string =>
  Array.from({ length: count }, (_, index) => `p${index}: number`).join(", ");
const body = (count: number): string => Array.from({ length: count }, (_, index) => `p${index}`).join(" + ");

it.each([
  [
    "by value",
    'import { b } from "./b.ts";\nexport const a = (): number => b();\n',
    'import { a } from "./a.ts";\nexport const b = (): number => a();\n',
  ],
  [
    "by type alone",
    'import type { B } from "./b.ts";\nexport interface A {\n  b: B;\n}\n',
    'import type { A } from "./a.ts";\nexport interface B {\n  a: A;\n}\n',
  ],
])("refuses a circle of imports %s", async (_, a, b) => {
  expect(await linted({ "a.ts": a, "b.ts": b })).toContain("lint/suspicious/noImportCycles,file=");
  expect(await linted({ "a.ts": a, "b.ts": b.replace(/import .*\n/, "") })).not.toContain("noImportCycles");
});

it("refuses a function of more than 60 lines", async () => {
  const said = await linted({ "a.ts": `export function a(): void {\n${lines(61)}}\n` });
  expect(said).toContain("lint/complexity/noExcessiveLinesPerFunction,file=");
  expect(await linted({ "a.ts": `export function a(): void {\n${lines(58)}}\n` })).not.toContain("noExcessive");
});

it("refuses more than five parameters", async () => {
  const six = `export const a = (${parameters(6)}): number => ${body(6)};\n`;
  expect(await linted({ "a.ts": six })).toContain("lint/complexity/useMaxParams,file=");
  const five = `export const a = (${parameters(5)}): number => ${body(5)};\n`;
  expect(await linted({ "a.ts": five })).not.toContain("useMaxParams");
});
