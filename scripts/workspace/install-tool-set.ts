import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { lock } from "proper-lockfile";

/** A tool set could not be installed. The message says which and how to see why. */
export class ToolSetError extends Error {
  override readonly name = "ToolSetError";
}

/**
 * Installs the packages of one folder of the tools' workspace, unless they are there as its lockfile has them: what few
 * need stays out of the first install. Several processes may ask at once; they take turns.
 *
 * @param folder A folder with a package.json, in the folder of a pnpm-workspace.yaml and its lockfile.
 * @throws {ToolSetError}
 */
export async function installToolSet(folder: string): Promise<void> {
  const wanted = await wantedState(folder);
  if ((await installedState(folder)) === wanted) return;
  const release = await lock(dirname(folder), { retries: { retries: 600, minTimeout: 500, factor: 1 } });
  try {
    if ((await installedState(folder)) === wanted) return;
    const only = `./${basename(folder)}`;
    await promisify(execFile)("pnpm", ["install", "--frozen-lockfile", "--filter", only], { cwd: dirname(folder) });
    await writeFile(stateFile(folder), wanted);
  } catch (error) {
    throw new ToolSetError(
      `the packages of ${folder} could not be installed; run \`pnpm install\` there to see why (${lastWords(error)})`,
    );
  } finally {
    await release();
  }
}

/** The reason that pnpm gives last, which it breaks into lines; what is wrong otherwise, as where there is no pnpm. */
function lastWords(error: unknown): string {
  const said =
    error instanceof Error && "stdout" in error && "stderr" in error ? `${error.stdout}\n${error.stderr}` : "";
  const last = said
    .trim()
    .split(/\n\s*\n|╰─▶/)
    .at(-1)
    ?.trim()
    .replace(/\s+/g, " ");
  return last || String(error instanceof Error ? error.message : error);
}

/** Written by us after an install: what pnpm had to go by. */
const stateFile = (folder: string): string => join(folder, "node_modules/.installed");

const installedState = async (folder: string): Promise<string | undefined> =>
  existsSync(stateFile(folder)) ? readFile(stateFile(folder), "utf8") : undefined;

/** The hash of the files that say what to install. */
async function wantedState(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of [join(folder, "package.json"), join(dirname(folder), "pnpm-lock.yaml")]) {
    hash.update(await readFile(file));
  }
  return hash.digest("hex");
}
