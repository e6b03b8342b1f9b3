import type { ApiDescription } from "../description/api-description.ts";
import { type Problem, SpecError } from "../description/problem.ts";
import { exactJson, exactNumbers, publishedJson } from "../description/published-json.ts";
import { validateJson } from "../lint/redocly.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { toOpenApi30 } from "./openapi-30/to-openapi-30.ts";

/**
 * The spec as the package ships it: `openapi.json`, byte for byte the text whose hash the package states at run time; and
 * `openapi-3.0.json`, in 3.0.3, for generators that know no 3.1 and in the forms that they read right. A spec is one file, so
 * nothing is left to bundle, and JSON is YAML too. Both are indented, so that a reviewer sees what a change of the spec does
 * to them.
 *
 * @throws {SpecError} if something of the spec has no form in 3.0.
 */
export async function publish(api: ApiDescription): Promise<GeneratedFiles> {
  const lines = exactJson(toOpenApi30(api), exactNumbers(api.text));
  const problems = await validateJson(api.file, lines);
  if (problems.length > 0) throw new SpecError(problems.map((problem) => notIn30(api.file, lines, problem)));
  return new Map([
    ["openapi-3.0.json", lines],
    ["openapi.json", publishedJson(api)],
  ]);
}

/** The line is one of the 3.0.3 text, which nobody has on disk: the message quotes it instead. */
function notIn30(file: string, down: string, { line, message, rule }: Problem): Problem {
  const quote = down.split("\n")[line - 1]?.trim() ?? "";
  return {
    file,
    line: 1,
    column: 1,
    rule: `openapi-3.0/${rule}`,
    message: `cannot be published as OpenAPI 3.0.3, at \`${quote}\`: ${message} Write it as "Staying within 3.0" of specs/README.md says`,
  };
}
