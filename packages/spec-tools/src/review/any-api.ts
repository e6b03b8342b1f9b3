import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import type { ApiDescription } from "../description/api-description.ts";
import { describeFile, describeText } from "../description/describe-api.ts";
import { UserError } from "../system/user-error.ts";

/**
 * Reads a description in any version of OpenAPI: a file, or a file of a commit as `HEAD~1:specs/things.yaml`.
 *
 * @throws {SpecError} if it is no API description that can be read.
 * @throws {UserError} if the commit or its file is not there.
 */
export async function anyApi(file: string): Promise<ApiDescription> {
  const revision = existsSync(file) || file.includes("://") ? null : /^([^:]{2,}):(.+)$/.exec(file);
  return revision === null ? describeFile(file) : describeText(file, await textAt(file));
}

async function textAt(file: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)("git", ["show", "--end-of-options", file], { maxBuffer: 2 ** 28 });
    return stdout;
  } catch (error) {
    const [reason = ""] = String(error instanceof Error && "stderr" in error ? error.stderr : error).split("\n");
    throw new UserError(
      `${file}: git has no such file (${reason.trim()}); name a file, or COMMIT:PATH from the top folder`,
    );
  }
}
