import { type Problem, SpecError } from "../description/problem.ts";
import type { Spec } from "../description/read-spec.ts";
import { validateJson } from "../description/validate.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { toOpenApi30 } from "./openapi-30/to-openapi-30.ts";

/** What a 3.0.3 file must keep. */
const VALID = { struct: "error", "no-unresolved-refs": "error" } as const;

/**
 * The spec as the package ships it: `openapi.json`, byte for byte the text whose hash the package states at run time; and
 * `openapi-3.0.json`, in 3.0.3, for generators that know no 3.1 and in the forms that they read right. A spec is one file, so
 * nothing is left to bundle, and JSON is YAML too. Both are indented, so that a reviewer sees what a change of the spec does
 * to them.
 *
 * @throws {SpecError} if something of the spec has no form in 3.0.
 */
export async function publish(spec: Spec): Promise<GeneratedFiles> {
  const down = toOpenApi30(spec);
  const lines = JSON.stringify(down, undefined, 2);
  const problems = await validateJson(spec.file, lines, VALID);
  if (problems.length > 0) throw new SpecError(problems.map((problem) => notIn30(spec, lines, problem)));
  return new Map([
    ["openapi-3.0.json", `${lines}\n`],
    ["openapi.json", spec.json],
  ]);
}

/** The line is one of the 3.0.3 text, which nobody has on disk: the message quotes it instead. */
function notIn30({ file }: Spec, down: string, { line, message, rule }: Problem): Problem {
  const quote = down.split("\n")[line - 1]?.trim() ?? "";
  return {
    file,
    line: 1,
    column: 1,
    rule: `openapi-3.0/${rule}`,
    message: `cannot be published as OpenAPI 3.0.3, at \`${quote}\`: ${message} Write it as "Staying within 3.0" of specs/README.md says`,
  };
}
