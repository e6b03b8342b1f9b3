import { copyFile, mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { run } from "@git-tokens/spec-tools/system/run";
import { UserError } from "@git-tokens/spec-tools/system/user-error";

/**
 * Copies a repository as its working tree stands, with its history and without what git ignores; an `.npmrc` that is
 * not committed, which may hold a token, stays where it is.
 *
 * @param root The repository.
 * @param into A folder that is empty or not there.
 * @throws {UserError}
 */
export async function copyTree(root: string, into: string): Promise<void> {
  // Where the history ends early, changesets looks for the beginning forever.
  if ((await git(root, "rev-parse", "--is-shallow-repository")) === "true") {
    throw new UserError(
      `${root} is a shallow clone, which lacks the commits that a changelog names; run \`git fetch --unshallow\` first`,
    );
  }
  await git(root, "clone", "--quiet", root, into);
  const filesOf = async (...which: readonly string[]): Promise<readonly string[]> =>
    (await git(root, "ls-files", "-z", ...which)).split("\0").filter(Boolean);
  const tracked = await filesOf("--cached");
  const untracked = await filesOf("--others", "--exclude-standard");
  // What is not committed belongs to the release that is tried, but for whom its user publishes as.
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
