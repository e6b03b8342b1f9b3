import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** A tool set could not be installed. The message says which and how to see why. */
export class ToolSetError extends Error {
  override readonly name = "ToolSetError";
}

/**
 * Installs the packages of a folder that has a lockfile of its own, unless they are there as the lockfile has them: what
 * few need stays out of the first install.
 *
 * @throws {ToolSetError}
 */
export async function installToolSet(folder: string): Promise<void> {
  if (await isInstalled(folder)) return;
  try {
    await promisify(execFile)("pnpm", ["install", "--frozen-lockfile"], { cwd: folder });
  } catch (error) {
    throw new ToolSetError(
      `the packages of ${folder} could not be installed; run \`pnpm install\` there to see why (${lastWords(error)})`,
    );
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

/** Whether the last install came after the last change of the lockfile. */
async function isInstalled(folder: string): Promise<boolean> {
  const changed = await stat(join(folder, "pnpm-lock.yaml"));
  return stat(join(folder, "node_modules/.modules.yaml")).then(
    (installed) => installed.mtimeMs >= changed.mtimeMs,
    () => false,
  );
}
