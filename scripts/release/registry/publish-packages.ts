import { basename, join } from "node:path";
import { run } from "@git-tokens/spec-tools/system/run";
import { packageFolders } from "@git-tokens/workspace/package-folders";
import { ROOT } from "@git-tokens/workspace/paths";
import { type PackedPackage, packPackage } from "../packages/pack-package.ts";
import type { Registry } from "./start-registry.ts";

/**
 * Builds, packs and publishes the core and all providers, each after its dependencies.
 *
 * @param into The folder for the tarballs.
 * @throws {UserError} if a package cannot be built or packed, or the registry refuses it.
 */
export async function publishPackages(registry: Registry, into: string): Promise<readonly PackedPackage[]> {
  const folders = await packageFolders();
  const filters = folders.map((folder) => `--filter=./packages/${basename(folder)}`);
  const turbo = join(ROOT, "node_modules/.bin/turbo");
  await run(turbo, ["run", "build", ...filters, "--output-logs=errors-only"], { cwd: ROOT });
  const packed = await Promise.all(folders.map((folder) => packPackage(folder, into)));
  for (const { tarball } of packed) await registry.publish(tarball);
  return packed;
}
