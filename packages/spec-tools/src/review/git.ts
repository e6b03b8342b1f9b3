import { projectFolder } from "../project/project-folder.ts";
import { runToEnd } from "../system/run.ts";
import { UserError } from "../system/user-error.ts";

/** The repository as it was at one commit. */
export interface Base {
  /** What the caller named, or `main`. */
  readonly name: string;
  /** The commit, in full. */
  readonly commit: string;
  /** The names of the files of a folder, without those of its folders; none if the folder did not exist. */
  files(folder: string): Promise<readonly string[]>;
  /** A file's text; undefined if it did not exist. */
  read(file: string): Promise<string | undefined>;
}

/**
 * Finds the commit to compare with.
 *
 * @param ref A branch, tag or commit; by default the merge base with main, of this repository or of its origin.
 * @param root The folder of the repository.
 * @throws {UserError} if there is no such commit.
 */
export async function baseOf(ref: string | undefined, root = projectFolder()): Promise<Base> {
  const found = ref === undefined ? await mergeBase(root) : { name: ref, commit: await commitOf(ref, root) };
  return {
    ...found,
    files: async (folder) => {
      const listed = await git(root, "ls-tree", "-z", "--name-only", found.commit, `${folder}/`);
      return (listed ?? "")
        .split("\0")
        .filter(Boolean)
        .map((file) => file.slice(folder.length + 1));
    },
    read: async (file) => git(root, "show", `${found.commit}:${file}`),
  };
}

async function commitOf(ref: string, root: string): Promise<string> {
  const commit = await git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  if (commit !== undefined) return commit.trim();
  throw new UserError(`there is no commit "${ref}" in this repository; name a branch, a tag or a commit with --base`);
}

async function mergeBase(root: string): Promise<{ readonly name: string; readonly commit: string }> {
  for (const main of ["main", "origin/main"]) {
    const commit = await git(root, "merge-base", "HEAD", main);
    if (commit !== undefined) return { name: `the merge base with ${main}`, commit: commit.trim() };
  }
  throw new UserError("there is no branch main to compare with here; fetch it, or name another commit with --base");
}

/** What git prints; undefined if it fails, which it does for a commit or a file that is not there. */
async function git(root: string, ...args: string[]): Promise<string | undefined> {
  const { code, stdout } = await runToEnd("git", args, { cwd: root });
  return code === 0 ? stdout : undefined;
}
