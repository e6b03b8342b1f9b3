import type { Manifest } from "../packages/pack-package.ts";
import { RegistryError } from "./registry-error.ts";

/**
 * Refuses a package that says itself which registry it is published to: nothing else goes before that.
 *
 * @throws {RegistryError}
 */
export function refuseOwnRegistry({ name, publishConfig = {} }: Manifest): void {
  const own = Object.keys(publishConfig).find((setting) => /(^|:)registry$/.test(setting));
  if (own === undefined) return;
  throw new RegistryError(
    `publishConfig of ${name} names \`${own}\`, and the package would be published there; take it out of package.json`,
  );
}

/**
 * Where a registry serves the tarball of a version.
 *
 * @throws {RegistryError} where it does not have that version.
 */
export async function publishedTarball(registry: string, { name, version }: Manifest): Promise<string> {
  const answer = await fetch(new URL(name.replace("/", "%2f"), registry));
  const { versions = {} }: { versions?: Readonly<Record<string, { readonly dist: { readonly tarball: string } }>> } =
    await answer.json();
  const served = versions[version];
  if (served === undefined) throw new RegistryError(`the registry at ${registry} has no ${name}@${version}`);
  return served.dist.tarball;
}
