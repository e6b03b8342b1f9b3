import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import type { ApiDocument } from "../description/api-description.ts";
import { describeFile, describeText } from "../description/describe-api.ts";
import type { OpenApiDocument } from "../description/document.ts";
import { SpecError } from "../description/problem.ts";
import type { Spec } from "../description/read-spec.ts";
import { UserError } from "../system/user-error.ts";

/**
 * Reads a description in any version of OpenAPI: a file, or a file of a commit as `HEAD~1:specs/things.yaml`.
 *
 * @throws {SpecError} if it is no API description that can be read.
 * @throws {UserError} if the commit or its file is not there.
 */
export async function anySpec(file: string): Promise<Spec> {
  const revision = existsSync(file) || file.includes("://") ? undefined : /^([^:]{2,}):(.+)$/.exec(file);
  const { name, text, document } =
    revision === null || revision === undefined
      ? await describeFile(file)
      : await describeText(file, await textAt(file));
  const json = `${JSON.stringify(document, undefined, 2)}\n`;
  const hash = createHash("sha256").update(json).digest("hex");
  return { name, file, text, document: asDocument(file, document), json, hash };
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

function asDocument(file: string, document: ApiDocument): OpenApiDocument {
  if (isDocument(document)) return document;
  const message = 'the document has no "info"; give it one with a title and a version';
  throw new SpecError([{ file, line: 1, column: 1, rule: "struct", message }]);
}

/** Of what the type says, the description has checked all else. */
const isDocument = (document: ApiDocument): document is ApiDocument & OpenApiDocument =>
  typeof document.info === "object" && document.info !== null && "title" in document.info;
