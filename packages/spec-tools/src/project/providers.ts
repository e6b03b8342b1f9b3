import { readdir } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { UserError } from "../system/user-error.ts";
import { projectFolder } from "./project-folder.ts";

/** One provider: a spec, and the package of the same name that is generated from it. */
export interface ProviderPlace {
  readonly name: string;
  /** The spec, as a path from the current folder. */
  readonly spec: string;
  /** The package's folder, absolute. */
  readonly packageFolder: string;
}

/** A spec and what its pages and servers are called by; of a provider, its package as well. */
export type SpecPlace = Pick<ProviderPlace, "name" | "spec"> & Partial<Pick<ProviderPlace, "packageFolder">>;

/** The specs that a command was given, or else those of the project. @throws {UserError} if there are none */
export const chosenSpecs = async (files: readonly string[]): Promise<readonly SpecPlace[]> =>
  files.length > 0 ? files.map((spec) => ({ name: basename(spec).replace(/\.[^.]*$/, ""), spec })) : providers();

/** The providers of a project, by name: every YAML file in its specs/ is one. @throws {UserError} if it has no specs/ */
export async function providers(root: string = projectFolder()): Promise<readonly ProviderPlace[]> {
  const files = await readdir(join(root, "specs")).catch(() => {
    throw new UserError(`there is no specs/ in ${root} or above it; name a file`);
  });
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
