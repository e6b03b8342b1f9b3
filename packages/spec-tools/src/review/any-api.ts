import { existsSync } from "node:fs";
import type { ApiDescription } from "../description/api-description.ts";
import { describeFile, describeText } from "../description/describe-api.ts";
import { runToEnd } from "../system/run.ts";
import { UserError } from "../system/user-error.ts";

/**
 * Reads a description in any version of OpenAPI: a file, a file of a commit as `HEAD~1:specs/things.yaml`, or the address of a
 * file on the network, which may be the page that GitHub or GitLab shows it on.
 *
 * @throws {SpecError} if it is no API description that can be read.
 * @throws {UserError} if there is no such file, commit or address.
 */
export async function anyApi(file: string): Promise<ApiDescription> {
  if (existsSync(file)) return describeFile(file);
  if (/^https?:\/\//.test(file)) return describeText(file, await textFrom(fileOfPage(file)));
  return /^[^:]{2,}:./.test(file) ? describeText(file, await textAt(file)) : describeFile(file);
}

async function textAt(file: string): Promise<string> {
  const { code, stdout, stderr } = await runToEnd("git", ["show", "--end-of-options", file]);
  if (code === 0) return stdout;
  const [reason = ""] = stderr.split("\n");
  throw new UserError(
    `${file}: git has no such file (${reason.trim()}); name a file, or COMMIT:PATH from the top folder`,
  );
}

/** The address of a file that a page of GitHub or GitLab shows; any other address is that of a file. */
export const fileOfPage = (address: string): string =>
  address
    .replace(/^https:\/\/github\.com\/([^/]+\/[^/]+)\/blob\//, "https://raw.githubusercontent.com/$1/")
    .replace("/-/blob/", "/-/raw/");

/** The time limit of a download in milliseconds. */
const TIMEOUT = 60_000;

async function textFrom(address: string): Promise<string> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT) });
    if (response.ok) return await response.text();
    throw new Error(`status ${response.status}`);
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    const reason = cause instanceof Error ? cause.message : message;
    throw new UserError(`${address}: it cannot be downloaded (${reason}); name an address that needs no credential`);
  }
}
