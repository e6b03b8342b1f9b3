import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { run } from "@git-tokens/spec-tools/system/run";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { expect, it } from "vitest";
import { copyTree } from "./copy-tree.ts";

const AUTHOR = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];

async function repository(): Promise<string> {
  const root = await folderWith({
    ".gitignore": "dist/\n",
    "kept.txt": "as committed",
    "changed.txt": "as committed",
    "removed.txt": "as committed",
    "dist/built.txt": "ignored",
  });
  const git = (...args: readonly string[]) => run("git", [...AUTHOR, ...args], { cwd: root });
  await git("init", "--quiet");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "all of it");
  return root;
}

it("copies a working tree with its changes and its history, without ignored files", async () => {
  const root = await repository();
  await writeFile(join(root, "changed.txt"), "as changed");
  await writeFile(join(root, "new file.txt"), "as changed");
  await writeFile(join(root, ".npmrc"), "//127.0.0.1:1/:_authToken=theirs");
  await rm(join(root, "removed.txt"));
  const copy = join(await folderWith({}), "copy");
  await copyTree(root, copy);
  const read = (file: string): Promise<string> => readFile(join(copy, file), "utf8");
  expect(await read("kept.txt")).toBe("as committed");
  expect(await read("changed.txt")).toBe("as changed");
  expect(await read("new file.txt")).toBe("as changed");
  await expect(read("removed.txt")).rejects.toThrow("ENOENT");
  await expect(read("dist/built.txt")).rejects.toThrow("ENOENT");
  await expect(read(".npmrc")).rejects.toThrow("ENOENT");
  const log = await run("git", ["log", "--format=%s"], { cwd: copy });
  expect(log).toBe("all of it\n");
});

it("refuses a shallow clone", async () => {
  const root = await repository();
  const shallow = join(await folderWith({}), "shallow");
  await run("git", ["clone", "--quiet", "--depth", "1", `file://${root}`, shallow]);
  await expect(copyTree(shallow, join(await folderWith({}), "copy"))).rejects.toThrow(/git fetch --unshallow/);
});

it("says so if there is no repository", async () => {
  const copy = join(await folderWith({}), "copy");
  await expect(copyTree(await folderWith({}), copy)).rejects.toThrow(UserError);
});
