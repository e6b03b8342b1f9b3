import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { expect, it } from "vitest";
import { loadDemo } from "./load-demo.ts";

const load = async (files: Readonly<Record<string, string>>) =>
  loadDemo({ name: "notes", spec: "specs/notes.yaml", packageFolder: await folderWith(files) });

it("loads the demo that demo.ts of a package exports", async () => {
  const demo = await load({ "demo.ts": 'export const demo = { title: "Notes", steps: () => [] };' });
  expect(demo.title).toBe("Notes");
});

it.each<[what: string, files: Record<string, string>, says: RegExp]>([
  [
    "does not exist",
    {},
    /^the demo of notes, .*demo\.ts, cannot be loaded; write one like those of the other providers/,
  ],
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
