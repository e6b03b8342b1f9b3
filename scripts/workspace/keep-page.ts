import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { ROOT } from "./paths.ts";

interface Page {
  /** Its path in the repository. */
  readonly page: string;
  readonly text: string;
  /** The command that writes the page. */
  readonly command: string;
  /** Whether a page that differs is an error, and stays as it is. */
  readonly check?: boolean | undefined;
}

/**
 * Keeps a page that a command derives in line with what the command found.
 *
 * @returns What happened, for the user: the path with "is up to date" or "written".
 * @throws {UserError} if the page differs and is only checked.
 */
export async function keepPage({ page, text, command, check }: Page): Promise<string> {
  const file = join(ROOT, page);
  const current = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (current === text) return `${page} is up to date`;
  if (check) throw new UserError(`${page} differs; run \`${command}\` and commit what it writes`);
  await writeFile(file, text);
  return `${page} written`;
}
