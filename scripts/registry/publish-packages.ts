import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { providers, ROOT } from "@git-tokens/spec/providers";
import { RegistryError } from "./registry-error.ts";
import type { Registry } from "./start-registry.ts";

/** A package as npm would get it. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** The path of the tarball, absolute. */
  readonly tarball: string;
}

/** Where a packed package of a repository stands, the core first. */
export async function packageFolders(root: string = ROOT): Promise<readonly string[]> {
  return [join(root, "packages/core"), ...(await providers(root)).map(({ packageFolder }) => packageFolder)];
}

/**
 * Builds the core and all providers, and packs them as they are published.
 *
 * @param into The folder for the tarballs.
 * @param root The repository.
 * @throws {RegistryError} where a package does not build or cannot be packed.
 */
export async function packPackages(into: string, root: string = ROOT): Promise<readonly PackedPackage[]> {
  const folders = await packageFolders(root);
  const filters = folders.map((folder) => `--filter=./packages/${basename(folder)}`);
  await run(root, join(ROOT, "node_modules/.bin/turbo"), ["run", "build", ...filters, "--output-logs=errors-only"]);
  return Promise.all(
    folders.map(async (folder) => {
      const { name, version }: PackedPackage = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
      await run(folder, "pnpm", ["pack", "--pack-destination", into]);
      // The name that npm gives a tarball.
      return { name, version, tarball: join(into, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`) };
    }),
  );
}

/**
 * Builds and packs the core and all providers and publishes them, each after what it depends on.
 *
 * @throws {RegistryError}
 */
export async function publishPackages(registry: Registry, into: string): Promise<readonly PackedPackage[]> {
  const packed = await packPackages(into);
  for (const { tarball } of packed) await registry.publish(tarball);
  return packed;
}

async function run(cwd: string, command: string, args: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(command, args, { cwd, maxBuffer: 2 ** 28 });
  } catch (error) {
    if (!(error instanceof Error && "stderr" in error && "stdout" in error)) throw error;
    const said = `${error.stdout}\n${error.stderr}`.trim();
    throw new RegistryError(`\`${[basename(command), ...args].join(" ")}\` failed in ${cwd}: ${said}`);
  }
}
