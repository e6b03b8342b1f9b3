import { SpecError } from "../description/problem.ts";
import { readSpec } from "../description/read-spec.ts";

/**
 * Makes sure that every file is there and is an OpenAPI 3.1 document, so that the linter is left with what is inside.
 *
 * @throws {SpecError} with the problems of all files at once.
 */
export async function readable(files: readonly string[]): Promise<void> {
  const problems = [];
  for (const result of await Promise.allSettled(files.map((file) => readSpec(file, {})))) {
    if (result.status === "fulfilled") continue;
    if (!(result.reason instanceof SpecError)) throw result.reason;
    problems.push(...result.reason.problems);
  }
  if (problems.length > 0) throw new SpecError(problems);
}
