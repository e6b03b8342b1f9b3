import { createHash } from "node:crypto";
import { glob, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type RunOptions, run } from "@git-tokens/spec-tools/system/run";
import { UserError } from "@git-tokens/spec-tools/system/user-error";

/** The parts of a CycloneDX document that are read here. */
interface Sbom {
  readonly components: readonly Component[];
}

interface Component {
  readonly hashes?: readonly { readonly content: string }[];
  readonly externalReferences: readonly { readonly url: string }[];
}

/** npm names the SBOM after the folder of the project, and writes none without a version. */
const PROJECT = { name: "git-tokens-release", version: "0.0.0", private: true };

/** Nobody reads this output, and the registry should only get requests for packages. */
const QUIET = ["--no-audit", "--no-fund", "--no-update-notifier"];

/**
 * Writes an SBOM of packed packages: npm installs them with all their dependencies, and lists them in CycloneDX.
 *
 * @param release A folder with the tarballs in `packages/`; `sbom.cdx.json` is written there.
 * @param scratch An empty folder, where the tarballs are installed.
 * @throws {UserError} if there is no tarball, or one cannot be installed.
 */
export async function writeSbom(release: string, scratch: string, options: RunOptions = {}): Promise<void> {
  const tarballs: string[] = [];
  for await (const path of glob("packages/*.tgz", { cwd: release })) tarballs.push(resolve(release, path));
  if (tarballs.length === 0) {
    throw new UserError(`${release} has no packages/*.tgz; run \`pnpm changeset pack --out-dir ${release}\` first`);
  }
  const project = join(scratch, PROJECT.name);
  await mkdir(project);
  await writeFile(join(project, "package.json"), JSON.stringify(PROJECT));
  const npm = (...args: readonly string[]): Promise<string> =>
    run("npm", [...args, ...QUIET], { ...options, cwd: project });
  await npm("install", "--ignore-scripts", ...tarballs);
  const sbom: Sbom = JSON.parse(await npm("sbom", "--sbom-format", "cyclonedx"));
  await refuseMissing(sbom, tarballs);
  const published = { ...sbom, components: sbom.components.map(withoutLocalFile) };
  await writeFile(join(release, "sbom.cdx.json"), `${JSON.stringify(published, null, 2)}\n`);
}

/** An SBOM that lists another tarball would be attested for the wrong file. */
async function refuseMissing({ components }: Sbom, tarballs: readonly string[]): Promise<void> {
  const listed = new Set(components.flatMap(({ hashes = [] }) => hashes.map(({ content }) => content)));
  for (const tarball of tarballs) {
    const hash = createHash("sha512")
      .update(await readFile(tarball))
      .digest("hex");
    if (!listed.has(hash))
      throw new UserError(`npm installed another ${basename(tarball)} than the one that was packed`);
  }
}

/** Removes the path of the tarball on this machine. */
const withoutLocalFile = (component: Component): Component => ({
  ...component,
  externalReferences: component.externalReferences.filter(({ url }) => !url.startsWith("file:")),
});
