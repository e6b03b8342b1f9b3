import { existsSync } from "node:fs";
import type { ApiDescription } from "../description/api-description.ts";
import { describeFile, describeText } from "../description/describe-api.ts";
import { runToEnd } from "../system/run.ts";
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
  const { code, stdout, stderr } = await runToEnd("git", ["show", "--end-of-options", file]);
  if (code === 0) return stdout;
  const [reason = ""] = stderr.split("\n");
  throw new UserError(
    `${file}: git has no such file (${reason.trim()}); name a file, or COMMIT:PATH from the top folder`,
  );
}
