import { readdir } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { projectFolder } from "./project-folder.ts";

/** One provider: a spec, and the package of the same name that is generated from it. */
export interface ProviderPlace {
  readonly name: string;
  /** The spec, as a path from the current folder. */
  readonly spec: string;
  /** The package's folder, absolute. */
  readonly packageFolder: string;
}

/** The providers of a project, by name: every YAML file in its specs/ is one. */
export async function providers(root: string = projectFolder()): Promise<readonly ProviderPlace[]> {
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
