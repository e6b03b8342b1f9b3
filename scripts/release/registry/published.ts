import { UserError } from "@git-tokens/spec-tools/system/user-error";
import type { Manifest } from "../packages/pack-package.ts";

/**
 * Refuses a package that names its own registry, because that setting overrides all others.
 *
 * @throws {UserError}
 */
export function refuseOwnRegistry({ name, publishConfig = {} }: Manifest): void {
  const own = Object.keys(publishConfig).find((setting) => /(^|:)registry$/.test(setting));
  if (own === undefined) return;
  throw new UserError(
    `publishConfig of ${name} names \`${own}\`, and the package would be published there; remove it from package.json`,
  );
}

/**
 * The URL of the tarball of a version in a registry.
 *
 * @throws {UserError} if it does not have that version.
 */
export async function publishedTarball(registry: string, { name, version }: Manifest): Promise<string> {
  const answer = await fetch(new URL(name.replace("/", "%2f"), registry));
  const { versions = {} }: { versions?: Readonly<Record<string, { readonly dist: { readonly tarball: string } }>> } =
    await answer.json();
  const served = versions[version];
  if (served === undefined) throw new UserError(`the registry at ${registry} has no ${name}@${version}`);
  return served.dist.tarball;
}
