import { existsSync } from "node:fs";
import type { ApiDescription } from "../description/api-description.ts";
import { describeFile, describeText } from "../description/describe-api.ts";
import { baseOf } from "../review/git.ts";
import { UserError } from "../system/user-error.ts";

/**
 * Reads the description of a service.
 *
 * @param upstream A file, or `COMMIT:PATH` of this repository.
 * @throws {UserError} if there is neither, or it describes no API.
 */
export async function readUpstream(upstream: string): Promise<ApiDescription> {
  const [, commit, path] = /^([^:]+):(.+)$/.exec(upstream) ?? [];
  if (existsSync(upstream) || commit === undefined || path === undefined) return describeFile(upstream);
  const text = await (await baseOf(commit)).read(path);
  if (text === undefined) throw new UserError(`--upstream ${upstream}: the commit has no file ${path}; name one`);
  return describeText(path, text);
}
