import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** A tool set could not be installed. The message says which and how to see why. */
export class ToolSetError extends Error {
  override readonly name = "ToolSetError";
}

/**
 * Installs the packages of a folder that has a lockfile of its own, unless they are there: what few need stays out of the
 * first install.
 *
 * @throws {ToolSetError}
 */
export async function installToolSet(folder: string): Promise<void> {
  const there = await access(join(folder, "node_modules/.modules.yaml")).then(
    () => true,
    () => false,
  );
  if (there) return;
  try {
    await promisify(execFile)("pnpm", ["install", "--frozen-lockfile"], { cwd: folder });
  } catch (error) {
    throw new ToolSetError(
      `the packages of ${folder} could not be installed; run \`pnpm install\` there to see why (${error instanceof Error ? error.message.split("\n")[0] : error})`,
    );
  }
}
