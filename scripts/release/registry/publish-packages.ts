import { basename, join } from "node:path";
import { packageFolders } from "@git-tokens/workspace/package-folders";
import { ROOT } from "@git-tokens/workspace/paths";
import { type PackedPackage, packPackage } from "../packages/pack-package.ts";
import { run } from "../packages/run.ts";
import { RegistryError } from "./registry-error.ts";
import type { Registry } from "./start-registry.ts";

/**
 * Builds and packs the core and all providers and publishes them, each after what it depends on.
 *
 * @param into The folder for the tarballs.
 * @throws {PackageError} where a package cannot be packed.
 * @throws {RegistryError} where one does not build, or the registry does not take it.
 */
export async function publishPackages(registry: Registry, into: string): Promise<readonly PackedPackage[]> {
  const folders = await packageFolders();
  const filters = folders.map((folder) => `--filter=./packages/${basename(folder)}`);
  const turbo = join(ROOT, "node_modules/.bin/turbo");
  const { ok, said } = await run(ROOT, turbo, ["run", "build", ...filters, "--output-logs=errors-only"]);
  if (!ok) throw new RegistryError(`the packages do not build: ${said}`);
  const packed = await Promise.all(folders.map((folder) => packPackage(folder, into)));
  for (const { tarball } of packed) await registry.publish(tarball);
  return packed;
}
