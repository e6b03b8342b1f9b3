import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";

/** The scope of the packages of this repository. */
const SCOPE = "@git-tokens";

/**
 * Makes npm and pnpm install all packages from one registry, including `@git-tokens/*`, and publish to no other, in a folder
 * and its subfolders. The registry of a scope overrides `registry`, and pnpm reads several files for both. Of these,
 * `pnpm-workspace.yaml` wins for pnpm, and the `.npmrc` of the folder for everything else.
 *
 * @param folder Its `.npmrc` and `pnpm-workspace.yaml` are changed or created.
 * @param url `http://127.0.0.1:<port>/`; it gets a made-up token.
 */
export async function useRegistry(folder: string, url: string): Promise<void> {
  const lines = [`registry=${url}`, `${SCOPE}:registry=${url}`, `${url.replace(/^http:/, "")}:_authToken=anybody`];
  // The last line of a setting wins.
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
