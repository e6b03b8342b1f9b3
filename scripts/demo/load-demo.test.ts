import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { expect, it } from "vitest";
import { loadDemo } from "./load-demo.ts";

const load = async (files: Readonly<Record<string, string>>) =>
  loadDemo({ name: "notes", spec: "specs/notes.yaml", packageFolder: await folderWith(files) });

it("loads what a package's demo.ts exports", async () => {
  const demo = await load({ "demo.ts": 'export const demo = { title: "Notes", steps: () => [] };' });
  expect(demo.title).toBe("Notes");
});

it.each<[what: string, files: Record<string, string>, says: RegExp]>([
  ["is none", {}, /^the demo of notes, .*demo\.ts, cannot be loaded; write one after its neighbours/],
  ["exports nothing", { "demo.ts": "export {};" }, /demo\.ts, does not export a `demo` with a title and steps$/],
  [
    "exports something else",
    { "demo.ts": "export const demo = 3;" },
    /does not export a `demo` with a title and steps$/,
  ],
  ["imports what is not there", { "demo.ts": 'import "./nothing.ts";' }, /run `pnpm build` before it: .*nothing\.ts/],
])("says where there %s", async (_, files, says) => {
  const loaded = load(files);
  await expect(loaded).rejects.toThrow(UserError);
  await expect(loaded).rejects.toThrow(says);
});
