import { relative, resolve } from "node:path";
import type { Problem } from "../description/problem.ts";
import { adviceFor } from "./advice.ts";
import { lint } from "./redocly.ts";

/**
 * Holds specs against the style guide.
 *
 * @param files Specs that parse; messages name them as they are given.
 * @param config A Redocly config that extends style.yaml.
 * @returns every problem, in the order of the files and their lines; each message says what to do.
 * @throws {UserError} where the config cannot be read.
 */
export async function lintSpecs(files: readonly string[], config: string): Promise<readonly Problem[]> {
  if (files.length === 0) return [];
  const found = await lint(files, config);
  const given = new Map(files.map((file) => [resolve(file), file]));
  const problems = found.map(({ ruleId, message, location: [place] }): Problem => {
    const absolute = resolve(place.source.ref);
    const advice = adviceFor(ruleId);
    return {
      file: given.get(absolute) ?? relative(process.cwd(), absolute),
      line: place.start.line,
      column: place.start.col,
      rule: ruleId,
      message: [oneSentence(message), advice].filter(Boolean).join("; "),
    };
  });
  const order = (problem: Problem): number => files.indexOf(problem.file);
  return problems.sort(
    (a, b) => order(a) - order(b) || a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1),
  );
}

const oneSentence = (message: string): string =>
  message
    .trim()
    .replaceAll(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
