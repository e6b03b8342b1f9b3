import { readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { run } from "@git-tokens/spec-tools/system/run";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { expect, it } from "vitest";
import { installToolSet } from "./install-tool-set.ts";

/** Writes one of two tools into both files of a tool set. */
async function declare(folder: string, tool: string): Promise<void> {
  await writeFile(join(folder, "package.json"), JSON.stringify({ dependencies: { [tool]: `file:../${tool}` } }));
  const args = ["install", "--lockfile-only", "--no-frozen-lockfile"];
  await run("pnpm", args, { cwd: dirname(folder) });
}

/** One of two folders of a workspace. */
async function toolSet(): Promise<string> {
  const workspace = await folderWith({
    "pnpm-workspace.yaml": 'packages: ["box", "other"]\n',
    "box/package.json": "{}",
    "other/package.json": '{ "dependencies": { "saw": "file:../saw" } }',
    "hammer/package.json": '{ "name": "hammer", "version": "1.0.0" }',
    "saw/package.json": '{ "name": "saw", "version": "1.0.0" }',
  });
  return join(workspace, "box");
}

const installed = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(folder, "node_modules"))).filter((name) => !name.startsWith("."));

it("installs what the lockfile has, and again after it changed", async () => {
  const folder = await toolSet();
  await declare(folder, "hammer");
  await installToolSet(folder);
  expect(await installed(folder)).toEqual(["hammer"]);

  await declare(folder, "saw");
  await installToolSet(folder);
  expect(await installed(folder)).toEqual(["saw"]);
});

it("changes no other folder of the workspace, and takes turns", async () => {
  const folder = await toolSet();
  await declare(folder, "hammer");
  await Promise.all([installToolSet(folder), installToolSet(folder)]);
  expect(await installed(folder)).toEqual(["hammer"]);
  expect(await readdir(join(dirname(folder), "other"))).toEqual(["package.json"]);
});

it("names the folder that cannot be installed, and the reason of pnpm", async () => {
  const folder = await toolSet();
  await declare(folder, "hammer");
  await writeFile(join(dirname(folder), "pnpm-lock.yaml"), "lockfileVersion: '9.0'\n");
  const failure = await installToolSet(folder).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect(String(failure)).toMatch(
    /to see why \([^()]*frozen-lockfile[^()]*pnpm-lock\.yaml[^()]* --lockfile-only`\.\)$/,
  );
});
