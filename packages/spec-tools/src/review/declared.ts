import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readChangesets } from "@changesets/read";
import { projectFolder } from "../project/project-folder.ts";
import { UserError } from "../system/user-error.ts";
import { type Bump, higher } from "./bump.ts";
import type { Base } from "./git.ts";

/** The bump that the changesets of a change declare for each package. */
export type Declared = ReadonlyMap<string, Bump>;

/**
 * Reads the changesets that came or changed since the base: those that stood there already speak of other changes.
 *
 * @throws {UserError} if a changeset cannot be read.
 */
export async function declaredSince(base: Base, root = projectFolder()): Promise<Declared> {
  const declared = new Map<string, Bump>();
  const changesets = await readChangesets(root).catch((error: unknown) => {
    throw new UserError(`a changeset in .changeset/ cannot be read: ${error instanceof Error ? error.message : error}`);
  });
  for (const { id, releases } of changesets) {
    const file = `.changeset/${id}.md`;
    if ((await base.read(file)) === (await readFile(join(root, file), "utf8"))) continue;
    for (const { name, type } of releases) declared.set(name, higher(declared.get(name) ?? "none", type));
  }
  return declared;
}
