import { readdir } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

/** One provider: a spec, and the package of the same name that is generated from it. */
export interface ProviderPlace {
  readonly name: string;
  /** The spec, as a path from the current folder. */
  readonly spec: string;
  /** The package's folder, absolute. */
  readonly packageFolder: string;
}

/** The providers of a repository, by name: every YAML file in its specs/ is one. */
export async function providers(root: string = ROOT): Promise<readonly ProviderPlace[]> {
  const files = await readdir(join(root, "specs"));
  return files
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => {
      const name = basename(file, ".yaml");
      return {
        name,
        spec: relative(process.cwd(), join(root, "specs", file)),
        packageFolder: join(root, "packages", name),
      };
    });
}

/** The folders of the packages that are published, absolute: the core, and what is generated for each provider. */
export async function packageFolders(root: string = ROOT): Promise<readonly string[]> {
  return [join(root, "packages/core"), ...(await providers(root)).map(({ packageFolder }) => packageFolder)];
}
