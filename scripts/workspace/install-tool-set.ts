import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CommandError, run, wordsOf } from "@git-tokens/spec-tools/system/run";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { lock } from "proper-lockfile";

/**
 * Installs the packages of one folder of the tools workspace, unless they are up to date. Few commands need them, so they are
 * not part of the first install. Several processes can call this at once; they take turns.
 *
 * @param folder A folder with a package.json, inside the folder of a pnpm-workspace.yaml and its lockfile.
 * @throws {UserError}
 */
export async function installToolSet(folder: string): Promise<void> {
  const wanted = await wantedState(folder);
  if ((await installedState(folder)) === wanted) return;
  const release = await lock(dirname(folder), { retries: { retries: 600, minTimeout: 500, factor: 1 } });
  try {
    if ((await installedState(folder)) === wanted) return;
    const only = `./${basename(folder)}`;
    await run("pnpm", ["install", "--frozen-lockfile", "--filter", only], { cwd: dirname(folder) });
    await writeFile(stateFile(folder), wanted);
  } catch (error) {
    throw new UserError(
      `the packages of ${folder} could not be installed; run \`pnpm install\` there to see why (${lastWords(error)})`,
    );
  } finally {
    await release();
  }
}

/** The last reason that pnpm prints, as one line; otherwise the error itself, for example if there is no pnpm. */
function lastWords(error: unknown): string {
  const said = error instanceof CommandError ? wordsOf(error.ending) : "";
  const last = said
    .split(/\n\s*\n|╰─▶/)
    .at(-1)
    ?.trim()
    .replace(/\s+/g, " ");
  return last || String(error instanceof Error ? error.message : error);
}

/** We write this file after an install: the state of the lockfile. */
const stateFile = (folder: string): string => join(folder, "node_modules/.installed");

const installedState = async (folder: string): Promise<string | undefined> =>
  existsSync(stateFile(folder)) ? readFile(stateFile(folder), "utf8") : undefined;

/** The hash of the files that decide what to install. */
async function wantedState(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of [join(folder, "package.json"), join(dirname(folder), "pnpm-lock.yaml")]) {
    hash.update(await readFile(file));
  }
  return hash.digest("hex");
}
