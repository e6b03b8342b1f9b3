import { execFile } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { folderWith } from "@git-tokens/spec/sample";
import { expect, it } from "vitest";
import { installToolSet, ToolSetError } from "./install-tool-set.ts";

/** Says which of two tools a tool set consists of, in both of its files. */
async function declare(folder: string, tool: string): Promise<void> {
  await writeFile(join(folder, "package.json"), JSON.stringify({ dependencies: { [tool]: `file:./${tool}` } }));
  await promisify(execFile)("pnpm", ["install", "--lockfile-only", "--no-frozen-lockfile"], { cwd: folder });
}

const toolSet = () =>
  folderWith({
    "pnpm-workspace.yaml": 'packages: ["."]\n',
    "hammer/package.json": '{ "name": "hammer", "version": "1.0.0" }',
    "saw/package.json": '{ "name": "saw", "version": "1.0.0" }',
  });

const installed = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(folder, "node_modules"))).filter((name) => !name.startsWith("."));

it("installs what the lockfile has, and again where that changed", async () => {
  const folder = await toolSet();
  await declare(folder, "hammer");
  await installToolSet(folder);
  expect(await installed(folder)).toEqual(["hammer"]);

  await declare(folder, "saw");
  await installToolSet(folder);
  expect(await installed(folder)).toEqual(["saw"]);
});

it("says what cannot be installed, and why in the words of pnpm", async () => {
  const folder = await toolSet();
  await declare(folder, "hammer");
  await writeFile(join(folder, "pnpm-lock.yaml"), "lockfileVersion: '9.0'\n");
  const failure = await installToolSet(folder).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ToolSetError);
  expect(String(failure)).toMatch(
    /to see why \([^()]*frozen-lockfile[^()]*pnpm-lock\.yaml[^()]* --lockfile-only`\.\)$/,
  );
});
