import { access, realpath } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { packageTools } from "@git-tokens/workspace/tool-set";
import { apiProblems } from "./api-report.ts";
import { contentProblems } from "./content-problems.ts";
import { keptReports } from "./kept-reports.ts";
import { manifestOf, packPackage } from "./pack-package.ts";
import { tarballProblems } from "./tarball-problems.ts";
import { sizeOf, unpack } from "./unpack.ts";

/** The largest size of a package on disk, including the packages of this repository that it depends on, in bytes. */
const MOST = { client: 275_000, program: 750_000 } as const;

/** The result of checking one package. */
export interface Verdict {
  /** Its size on disk in bytes, including the packages of this repository that it depends on. */
  readonly size: number;
  readonly problems: readonly string[];
}

/**
 * Packs a built package and checks the tarball: its files, its package.json, its types under each kind of module resolution,
 * its exports and its size.
 *
 * @throws {UserError}
 */
export async function checkPackage(folder: string): Promise<Verdict> {
  await packageTools.install();
  const { path: into, remove } = await temporaryFolder("packed");
  try {
    const { tarball } = await packPackage(folder, into);
    const contents = await unpack(tarball);
    const size = sizeOf(contents) + (await sizeOfOthers(folder, into));
    const most = MOST[(await manifestOf(folder)).bin === undefined ? "client" : "program"];
    const problems = [
      ...contentProblems(contents, await specsOf(folder)),
      ...(await tarballProblems(tarball)),
      ...(await apiProblems(folder, await keptReports(folder))),
      ...(size > most
        ? [`it takes ${size} bytes on disk with its dependencies from this repository, more than ${most}.`]
        : []),
    ];
    return { size, problems };
  } finally {
    await remove();
  }
}

/** The specs that a package must contain: both forms, if it contains any. */
export async function specsOf(folder: string): Promise<readonly string[]> {
  const has = await access(join(folder, "openapi")).then(
    () => true,
    () => false,
  );
  return has ? ["openapi/openapi.json", "openapi/openapi-3.0.json"] : [];
}

async function sizeOfOthers(folder: string, into: string): Promise<number> {
  const { dependencies = {} } = await manifestOf(folder);
  let sum = 0;
  for (const [name, version] of Object.entries(dependencies)) {
    if (!version.startsWith("workspace:")) continue;
    const { tarball } = await packPackage(await realpath(join(folder, "node_modules", name)), into);
    sum += sizeOf(await unpack(tarball));
  }
  return sum;
}
