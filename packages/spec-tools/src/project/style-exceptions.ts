import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { SpecError } from "../description/problem.ts";
import { STYLE_GUIDE } from "../lint/lint-config.ts";
import { lintSpecs } from "../lint/lint-specs.ts";

/**
 * Turns the rules of the style guide off that a new spec breaks, by a `redocly.yaml` in the package, and nothing where it
 * breaks none. What is written by others rarely has our style; what it keeps by chance is held from now on.
 *
 * @returns the names of the rules.
 * @throws {SpecError} if it breaks something that is no matter of style.
 */
export async function styleExceptions(spec: string, packageFolder: string): Promise<readonly string[]> {
  const problems = (await lintSpecs([spec], STYLE_GUIDE)).filter(({ level }) => level !== "warning");
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort();
  if (rules.length === 0) return [];
  const config = { rules: Object.fromEntries(rules.map((rule) => [rule, "off"])) };
  const file = join(packageFolder, "redocly.yaml");
  await writeFile(
    file,
    `# The rules of the style guide that the spec breaks. Remove one to see where.\n${stringify(config)}`,
  );
  const left = (await lintSpecs([spec], STYLE_GUIDE)).filter(({ level }) => level !== "warning");
  if (left.length > 0) throw new SpecError(left);
  return rules;
}
