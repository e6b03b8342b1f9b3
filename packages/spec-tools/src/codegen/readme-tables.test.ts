import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { describeFile } from "../description/describe-api.ts";
import { folderWith } from "../fixtures/sample.ts";
import { UserError } from "../system/user-error.ts";
import { driftOf, write } from "./output.ts";
import { readmeTables } from "./readme-tables.ts";

const BEFORE = "# Notes\n\n<!-- operations:begin -->\nold\n<!-- operations:end -->\n\nBy hand.\n";
const api = await describeFile(fileURLToPath(new URL("../fixtures/sample.yaml", import.meta.url)));
const summaries = api.operations.map(({ summary = "" }) => summary);

it("writes the table between the markers, and leaves the rest and its neighbours alone", async () => {
  const folder = await folderWith({ "README.md": BEFORE, "package.json": "{}", "LICENSE.md": BEFORE });
  const outputs = [{ folder, files: await readmeTables(folder, api), shared: true }];
  expect(await write(outputs)).toEqual([{ file: join(folder, "README.md"), kind: "changed" }]);
  expect(await driftOf(outputs)).toEqual([]);
  const text = await readFile(join(folder, "README.md"), "utf8");
  expect(text).toMatch(/^# Notes\n\n<!-- operations:begin -->\n\| Operation \|/);
  expect(text).toMatch(/\n<!-- operations:end -->\n\nBy hand\.\n$/);
  expect(text).toContain("\n| `getStatus` | Tell how the service is | read | yes | 200 |\n");
  expect(text).toContain("\n| `createNote` | | create | **no** | 201; 401 |\n");
  expect(text).toContain("\n| `pinNote` | | replace | yes | 200, 204 |\n");
  expect(await readFile(join(folder, "LICENSE.md"), "utf8")).toBe(BEFORE);
});

it("takes the summaries of another language from a file next to the README", async () => {
  const translated = Object.fromEntries(summaries.map((english) => [english, `по-русски: ${english}`]));
  const folder = await folderWith({ "README.ru.md": BEFORE, "summaries.ru.json": JSON.stringify(translated) });
  const text = (await readmeTables(folder, api)).get("README.ru.md");
  expect(text).toContain("\n| `getStatus` | по-русски: Tell how the service is | чтение | да | 200 |\n");
});

it.each([
  ["no markers", { "README.md": "# Notes\n" }, /README\.md must have the line <!-- operations:begin --> once/],
  ["two tables", { "README.md": BEFORE + BEFORE }, /README\.md must have the line/],
  ["an unknown language", { "README.tlh.md": BEFORE }, /README\.tlh\.md: the table has no words in "tlh"/],
  ["no translations", { "README.ru.md": BEFORE }, /summaries\.ru\.json cannot be read as JSON: ENOENT/],
  [
    "one translation too few",
    { "README.ru.md": BEFORE, "summaries.ru.json": "{}" },
    /summaries\.ru\.json has no translation of "Tell how the service is"; add it/,
  ],
  [
    "one too many",
    { "README.ru.md": BEFORE, "summaries.ru.json": '{ "Sing": "Петь" }' },
    /summaries\.ru\.json: no operation has the summary "Sing" any more; remove it/,
  ],
])("refuses %s", async (_, files: Record<string, string>, message) => {
  const rendered = readmeTables(await folderWith(files), api);
  await expect(rendered).rejects.toThrow(UserError);
  await expect(rendered).rejects.toThrow(message);
});

it("has nothing to do for a package without a README", async () => {
  expect((await readmeTables(await folderWith({}), api)).size).toBe(0);
  expect((await readmeTables("/no/such/folder", api)).size).toBe(0);
});
