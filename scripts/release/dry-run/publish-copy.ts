import { join } from "node:path";
import { manifestOf } from "../packages/pack-package.ts";
import { refuseOwnRegistry } from "../registry/published.ts";
import { useRegistry } from "../registry/use-registry.ts";
import type { Step } from "./step.ts";

/**
 * Publishes every package of a copy of the repository, whose versions are those of the release, to one registry and to no
 * other.
 *
 * @param copy The copy, which is changed so that it knows no other registry.
 * @param folders Those of its packages.
 * @throws {RegistryError} where a package says itself where it is published to.
 * @throws {ReleaseError}
 */
export async function publishCopy(copy: string, folders: readonly string[], url: string, step: Step): Promise<void> {
  for (const manifest of await Promise.all(folders.map(manifestOf))) refuseOwnRegistry(manifest);
  await useRegistry(copy, url);
  await step(["exec", "changeset", "publish", "--no-git-tag"], {
    NPM_CONFIG_USERCONFIG: join(copy, ".npmrc"),
    pnpm_config_registry: url,
    // The copy is installed, and what was just changed in it is no reason to do so again.
    pnpm_config_verify_deps_before_run: "false",
  });
}
