import { glob, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "@git-tokens/spec-tools/system/run";

/** The files of a tarball: the contents of each by its path in the package. */
export type Contents = ReadonlyMap<string, Buffer>;

/**
 * Unpacks a tarball into a folder next to it and reads the files.
 *
 * @throws {CommandError} if it is not the tarball of a package.
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

/** The total size of the files of a package in bytes, without the overhead of a disk. */
export const sizeOf = (contents: Contents): number =>
  [...contents.values()].reduce((sum, { length }) => sum + length, 0);
