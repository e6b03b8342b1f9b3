import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";

/** The scope of the packages of this repository. */
const SCOPE = "@git-tokens";

/**
 * Has npm and pnpm take `@git-tokens/*` and all other packages from one registry, and publish to no other, in a folder and
 * those under it. The registry of a scope goes before `registry`, and pnpm has several files for either; of them all,
 * `pnpm-workspace.yaml` goes first for pnpm, and the `.npmrc` of the folder for everything else.
 *
 * @param folder Has its `.npmrc` and its `pnpm-workspace.yaml` changed, or gets them.
 * @param url `http://127.0.0.1:<port>/`; it is sent a token that is none.
 */
export async function useRegistry(folder: string, url: string): Promise<void> {
  const lines = [`registry=${url}`, `${SCOPE}:registry=${url}`, `${url.replace(/^http:/, "")}:_authToken=anybody`];
  // The last line that names a setting is the one that counts.
  await appendFile(join(folder, ".npmrc"), `\n${lines.join("\n")}\n`);
  const file = join(folder, "pnpm-workspace.yaml");
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const settings = parseDocument(text);
  settings.setIn(["registries", "default"], url);
  settings.setIn(["registries", SCOPE], url);
  await writeFile(file, settings.toString());
}
