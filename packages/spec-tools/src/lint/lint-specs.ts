import { relative, resolve } from "node:path";
import type { ApiDescription } from "../description/api-description.ts";
import { describeFile, describeText } from "../description/describe-api.ts";
import { byPlace, type Problem, SpecError } from "../description/problem.ts";
import { adviceFor } from "./advice.ts";
import { configOfPackage } from "./lint-config.ts";
import { type FileRules, readConfig } from "./redocly.ts";
import { STYLE_RULES } from "./style-rules.ts";

/** A file as it was. */
export interface Earlier {
  readonly file: string;
  readonly text: string;
}

/**
 * Holds specs against the style guide: Redocly's rules, our own, and what the description finds.
 *
 * @param specs Files, or the text that one of them had before. Messages name them as they are given.
 * @param config A Redocly config that extends style.yaml; a package may have a redocly.yaml whose rules are for its own spec.
 * @returns every problem, in the order of the files and their lines; each message says what to do.
 * @throws {UserError} where the config cannot be read.
 */
export async function lintSpecs(specs: readonly (string | Earlier)[], config: string): Promise<readonly Problem[]> {
  const rulesOf = await readConfig(config);
  const problems: Problem[] = [];
  for (const spec of specs) {
    const { file, text }: { file: string; text?: string } = typeof spec === "string" ? { file: spec } : spec;
    const own = configOfPackage(file);
    const rules = own === undefined ? rulesOf(file) : (await readConfig(own, config))(file);
    problems.push(...(await lintFile(file, rules, text)));
  }
  return problems;
}

async function lintFile(file: string, rules: FileRules, text?: string): Promise<readonly Problem[]> {
  const api = await (text === undefined ? describeFile(file) : describeText(file, text)).catch((reason: unknown) => {
    if (reason instanceof SpecError) return reason.problems;
    throw reason;
  });
  if (!("operations" in api)) return api;
  const structural = await redoclyProblems(file, api, rules);
  const lines = new Set(structural.map(({ line }) => line));
  // Both look at the structure; the linter says more of it.
  const own = api.problems.filter(({ rule, line }) => !(STRUCTURAL.has(rule) && lines.has(line)));
  return [...structural, ...own, ...styleProblems(api, rules)].sort(byPlace);
}

/** The rules of the description that the linter has as well. */
const STRUCTURAL: ReadonlySet<string> = new Set(["form", "unknown-field", "reference", "path-parameter", "parameter"]);

async function redoclyProblems(file: string, { text }: ApiDescription, rules: FileRules): Promise<readonly Problem[]> {
  const found = await rules.lint(text);
  return found.map(({ rule, message, ...problem }) => ({
    ...problem,
    file: problem.file === resolve(file) ? file : relative(process.cwd(), problem.file),
    rule,
    message: [oneSentence(message), adviceFor(rule)].filter(Boolean).join("; "),
  }));
}

function styleProblems(api: ApiDescription, rules: FileRules): readonly Problem[] {
  return [...STYLE_RULES].flatMap(([name, rule]) => {
    const settings = rules.settingsOf(name);
    if (settings === undefined) return [];
    const { level, options } = settings;
    const problems = rule(api, options).map(({ pointer, place, message }) => ({
      ...(place === undefined ? api.placeOf(pointer) : { file: api.file, ...place }),
      level,
      rule: name,
      message,
    }));
    // What several operations share is told once.
    return problems.filter((one, index) => problems.findIndex((other) => isSame(one, other)) === index);
  });
}

const isSame = (a: Problem, b: Problem): boolean =>
  a.message === b.message && a.file === b.file && a.line === b.line && a.column === b.column;

const oneSentence = (message: string): string =>
  message
    .trim()
    .replaceAll(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
