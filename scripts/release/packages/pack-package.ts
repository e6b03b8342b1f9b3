import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "@git-tokens/spec-tools/system/run";

/** A package as it is published. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** The absolute path of the tarball. */
  readonly tarball: string;
}

/** The parts of a package.json that are read here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  /** The commands of a program. */
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: Readonly<Record<string, unknown>>;
}

/** The package.json of a folder. */
export async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
}

/**
 * Packs a built package.
 *
 * @param into The folder for the tarball.
 * @throws {CommandError} if it cannot be packed.
 */
export async function packPackage(folder: string, into: string): Promise<PackedPackage> {
  const { name, version } = await manifestOf(folder);
  await run("pnpm", ["pack", "--pack-destination", into], { cwd: folder });
  // npm names a tarball like this.
  return { name, version, tarball: join(into, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`) };
}
