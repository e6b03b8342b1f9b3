import { glob, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "@git-tokens/spec-tools/system/run";

/** What a tarball holds: each file's text by its path in the package. */
export type Contents = ReadonlyMap<string, Buffer>;

/**
 * Unpacks a tarball into a folder beside it and reads what came out.
 *
 * @throws {CommandError} where it is no tarball of a package.
 */
export async function unpack(tarball: string): Promise<Contents> {
  const folder = tarball.replace(/\.tgz$/, "");
  await mkdir(folder, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", folder]);
  const contents = new Map<string, Buffer>();
  const root = join(folder, "package");
  for await (const entry of glob("**", { cwd: root, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    contents.set(path.slice(root.length + 1), await readFile(path));
  }
  return new Map([...contents].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many bytes the files of a package take, without what a disk adds to each. */
export const sizeOf = (contents: Contents): number =>
  [...contents.values()].reduce((sum, { length }) => sum + length, 0);
