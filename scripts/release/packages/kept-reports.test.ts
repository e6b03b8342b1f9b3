import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { expect, it } from "vitest";
import { keptReports } from "./kept-reports.ts";

const FILES = {
  "package.json": '{ "dependencies": { "@git-tokens/core": "1.0.0", "other": "1.0.0" } }',
  "dist/index.d.ts": "export {};",
  "dist/inner/deep.d.ts": "export {};",
  "node_modules/@git-tokens/core/dist/index.d.ts": "export {};",
};

/** A package, and what tells how often its reports were made. */
async function sample() {
  const [folder, cache] = [await folderWith(FILES), await folderWith({})];
  let made = 0;
  const reports = async () => {
    const [report] = await keptReports(folder, cache, async () => [{ file: "api/index.api.md", text: String(++made) }]);
    return report?.text;
  };
  return { folder, cache, reports };
}

it("makes reports once where nothing changed", async () => {
  const { cache, reports } = await sample();
  expect([await reports(), await reports()]).toEqual(["1", "1"]);
  await rm(cache, { recursive: true });
  expect([await reports(), await reports()]).toEqual(["2", "2"]);
});

it.each(Object.keys(FILES))("makes them anew where %s changed", async (file) => {
  const { folder, reports } = await sample();
  await reports();
  const text = file.endsWith(".json") ? "{}" : "export type New = string;";
  await writeFile(join(folder, file), text);
  expect(await reports()).toBe("2");
});

it("makes them anew where declarations came or went", async () => {
  const { folder, reports } = await sample();
  await reports();
  await writeFile(join(folder, "dist/more.d.ts"), "export {};");
  expect(await reports()).toBe("2");
  await rm(join(folder, "dist/inner"), { recursive: true });
  expect(await reports()).toBe("3");
});

it("makes them anew where what was kept is damaged, and keeps none that could not be made", async () => {
  const { folder, cache, reports } = await sample();
  await reports();
  await writeFile(join(cache, `${folder.split("/").at(-1)}.json`), '{ "key": ');
  expect(await reports()).toBe("2");
  const failing = keptReports(await folderWith(FILES), cache, async () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
});
