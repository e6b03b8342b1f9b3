import { copyFile, mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { run } from "@git-tokens/spec-tools/system/run";
import { UserError } from "@git-tokens/spec-tools/system/user-error";

/**
 * Copies a repository with the changes of its working tree and its history, without ignored files. An `.npmrc` that is not
 * committed is not copied, because it may contain a token.
 *
 * @param root The repository.
 * @param into An empty folder, or one that does not exist.
 * @throws {UserError}
 */
export async function copyTree(root: string, into: string): Promise<void> {
  // In a shallow clone, changesets looks for the first commit forever.
  if ((await git(root, "rev-parse", "--is-shallow-repository")) === "true") {
    throw new UserError(
      `${root} is a shallow clone, which lacks commits that a changelog needs; run \`git fetch --unshallow\` first`,
    );
  }
  await git(root, "clone", "--quiet", root, into);
  const filesOf = async (...which: readonly string[]): Promise<readonly string[]> =>
    (await git(root, "ls-files", "-z", ...which)).split("\0").filter(Boolean);
  const tracked = await filesOf("--cached");
  const untracked = await filesOf("--others", "--exclude-standard");
  // Uncommitted files belong to the release, except the settings of the user.
  for (const file of [...tracked, ...untracked.filter((path) => basename(path) !== ".npmrc")]) {
    await mkdir(dirname(join(into, file)), { recursive: true });
    await copyFile(join(root, file), join(into, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      return rm(join(into, file), { force: true });
    });
  }
}

const git = async (cwd: string, ...args: readonly string[]): Promise<string> =>
  (await run("git", args, { cwd })).trim();
