import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { folderWith, sample, specFile } from "@git-tokens/spec-tools/fixtures/sample";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { expect, it } from "vitest";
import { loadDemo } from "./load-demo.ts";

const load = async (files: Readonly<Record<string, string>>) =>
  loadDemo(
    { name: "notes", spec: "specs/notes.yaml", packageFolder: await folderWith(files) },
    await describeFile(await specFile(sample())),
  );

it("loads the demo that demo.ts of a package exports", async () => {
  const demo = await load({ "demo.ts": 'export const demo = { title: "Notes", steps: () => [] };' });
  expect(demo.title).toBe("Notes");
});

it.each<[what: string, files: Record<string, string>, says: RegExp]>([
  ["exports nothing", { "demo.ts": "export {};" }, /demo\.ts, does not export a `demo` with a title and steps$/],
  [
    "exports something else",
    { "demo.ts": "export const demo = 3;" },
    /does not export a `demo` with a title and steps$/,
  ],
  [
    "imports a file that does not exist",
    { "demo.ts": 'import "./nothing.ts";' },
    /run `pnpm build` first: .*nothing\.ts/,
  ],
])("says what is wrong with a demo that %s", async (_, files, says) => {
  const loaded = load(files);
  await expect(loaded).rejects.toThrow(UserError);
  await expect(loaded).rejects.toThrow(says);
});

/** A package whose client answers every call with what it is called with. */
const PACKAGE = {
  "package.json": '{ "name": "@git-tokens/notes", "type": "module", "exports": "./index.js" }',
  "index.js": `export const createNotes = (options) => new Proxy({}, { get: (_, name) => async () => ({ name, key: "s", ...options }) });`,
};

it("derives a demo where there is none: every operation, and one with another credential", async () => {
  const demo = await load(PACKAGE);
  expect(demo.title).toBe("Notes");
  const steps = demo.steps({ baseUrl: "http://127.0.0.1:1", credential: "c" });
  expect(steps.map(({ operation }) => operation)).toEqual(expect.arrayContaining(["listNotes", "createNote"]));
  expect(await steps[0]?.run()).toBe(`name ${steps[0]?.operation}`);
  expect(steps.at(-1)?.about).toBe("with another credential");
  await expect(steps.at(-1)?.run()).rejects.toThrow("the call succeeded, but it should have been refused");
});

it.each([
  [{ ...PACKAGE, "index.js": "export {};" }, /^the package notes exports no createNotes; run `pnpm codegen`$/],
  [
    { ...PACKAGE, "index.js": "import './nothing.js';" },
    /^the package notes cannot be loaded; run `pnpm build` first: /,
  ],
])("says what is wrong with the package of a derived demo: %#", async (files, says) => {
  await expect(load(files)).rejects.toThrow(says);
});
