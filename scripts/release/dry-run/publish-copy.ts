import { join } from "node:path";
import { manifestOf } from "../packages/pack-package.ts";
import { writeSbom } from "../packages/write-sbom.ts";
import { refuseOwnRegistry } from "../registry/published.ts";
import { useRegistry } from "../registry/use-registry.ts";
import type { Step } from "./step.ts";

/** A copy of the repository with the versions of the release. */
export interface Copy {
  /** Its settings are changed so that it knows only one registry. */
  readonly folder: string;
  /** The folders of its packages. */
  readonly packages: readonly string[];
}

/**
 * Packs and publishes every package of a copy of the repository to one registry and to no other, in the same steps as the
 * release workflow.
 *
 * @param work An empty folder for the tarballs and their installation.
 * @throws {UserError} if a package names its own registry, or a step fails.
 */
export async function publishCopy(copy: Copy, work: string, url: string, step: Step): Promise<void> {
  for (const manifest of await Promise.all(copy.packages.map(manifestOf))) refuseOwnRegistry(manifest);
  await useRegistry(copy.folder, url);
  const env = {
    NPM_CONFIG_USERCONFIG: join(copy.folder, ".npmrc"),
    pnpm_config_registry: url,
    // The copy is already installed; its changes are no reason to install again.
    pnpm_config_verify_deps_before_run: "false",
  };
  const release = join(work, "release");
  await step(["exec", "changeset", "pack", "--out-dir", release], env);
  await writeSbom(release, work, { env });
  await step(["exec", "changeset", "publish", "--from-pack-dir", release, "--no-git-tag"], env);
}
