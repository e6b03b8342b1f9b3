import { join } from "node:path";
import type { ProviderPlace } from "@git-tokens/spec-tools/project/providers";
import { assembleProgram } from "./assemble-program.ts";
import type { Project } from "./check.ts";
import { NPM_CLIENTS } from "./npm-clients.ts";

/**
 * Creates an empty project for each npm client, with the program in it.
 *
 * @param folder The folder for the projects.
 * @param common The fields that all projects share.
 * @throws {UserError} if a provider has no part of the program.
 */
export function createProjects(
  folder: string,
  places: readonly ProviderPlace[],
  common: Omit<Project, "folder" | "client" | "packages">,
): Promise<readonly Project[]> {
  const packages = ["core", ...places.map(({ name }) => name)].map((name) => `@git-tokens/${name}`);
  return Promise.all(
    NPM_CLIENTS.map(async (client) => {
      const project = { ...common, client, packages, folder: join(folder, client.title) };
      await assembleProgram(join(project.folder, "program"), places);
      return project;
    }),
  );
}
