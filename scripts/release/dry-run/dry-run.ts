import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { packageFolders } from "@git-tokens/workspace/package-folders";
import { specsOf } from "../packages/check-package.ts";
import { contentProblems } from "../packages/content-problems.ts";
import { manifestOf } from "../packages/pack-package.ts";
import { type Contents, unpack } from "../packages/unpack.ts";
import { publishedTarball } from "../registry/published.ts";
import { type Registry, startRegistry } from "../registry/start-registry.ts";
import { copyTree } from "./copy-tree.ts";
import { publishCopy } from "./publish-copy.ts";
import { stepsIn } from "./step.ts";

/** A package as the registry serves it after the release. */
export interface Released {
  readonly name: string;
  readonly version: string;
  readonly contents: Contents;
  /** The size of the tarball in bytes. */
  readonly packed: number;
  /** Its problems, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * Releases all packages of a repository to a local registry, from a copy of its working tree.
 *
 * @param root The repository.
 * @param scratch An empty folder, for the copy and the tarballs.
 * @param tell Gets the name of each step before it runs.
 * @param signal Stops it; it then rejects with the signal's reason.
 * @throws {UserError} if a step fails.
 */
export async function dryRun(
  root: string,
  scratch: string,
  tell: (step: string) => void,
  signal: AbortSignal,
): Promise<readonly Released[]> {
  const copy = join(scratch, "copy");
  let registry: Registry | undefined;
  try {
    tell("copy the working tree");
    await copyTree(root, copy);
    signal.throwIfAborted();
    const step = stepsIn(copy, tell, signal);
    await step(["install", "--frozen-lockfile", "--prefer-offline"]);
    const folders = await packageFolders(copy);
    const before = await Promise.all(folders.map(manifestOf));
    await step(["exec", "changeset", "version"]);
    const after = await Promise.all(folders.map(manifestOf));
    if (after.every(({ version }, index) => version === before[index]?.version)) {
      tell("there was no changeset, so the versions stay as they are");
    }
    await step(["build"]);
    registry = await startRegistry();
    const { url } = registry;
    const work = join(scratch, "work");
    await mkdir(work);
    await publishCopy({ folder: copy, packages: folders }, work, url, step);
    return await Promise.all(folders.map((folder) => released(folder, url, scratch)));
  } finally {
    await registry?.close();
  }
}

/** Fetches a package from the registry, as an installation does, and checks it. */
async function released(folder: string, registry: string, into: string): Promise<Released> {
  const manifest = await manifestOf(folder);
  const { name, version } = manifest;
  const response = await fetch(await publishedTarball(registry, manifest));
  const tarball = join(into, `${basename(folder)}.tgz`);
  const bytes = Buffer.from(await response.arrayBuffer());
  await writeFile(tarball, bytes);
  const contents = await unpack(tarball);
  const changelog = await readFile(join(folder, "CHANGELOG.md"), "utf8").catch(() => "");
  return {
    name,
    version,
    contents,
    packed: bytes.length,
    problems: [
      ...contentProblems(contents, ["CHANGELOG.md", ...(await specsOf(folder))]),
      ...(changelog.includes(`\n## ${version}\n`) ? [] : [`CHANGELOG.md has no entry for ${version}.`]),
    ],
  };
}
