import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { UserError } from "../system/user-error.ts";
import { type Finding, SEVERITIES, type Severity } from "./finding.ts";
import { RULES, ruleOf } from "./rules.ts";

/** A level that a team gives a rule in place of its own, everywhere or for some paths. */
export interface Level {
  /** `wire/response-enum-value-added`. */
  readonly rule: string;
  readonly level: Severity;
  /** A path of the API with `*` for a part and `**` for any number of them; undefined if all are meant. */
  readonly path?: string;
  readonly reason: string;
}

/** Gives each finding the last level that is meant for it. One with a path needs all operations of the finding in there. */
export function applyLevels(
  findings: readonly Finding[],
  levels: readonly Level[],
  addresses: Readonly<Record<string, string>>,
): readonly Finding[] {
  if (levels.length === 0) return findings;
  return findings.map((finding) => {
    const paths = finding.operations.map((id) => (addresses[id] ?? id).replace(/^[A-Z]+ /, ""));
    const level = levels.findLast(
      ({ rule, path }) =>
        rule === ruleOf(finding) && (path === undefined || (paths.length > 0 && paths.every(matcher(path)))),
    );
    return level === undefined ? finding : { ...finding, severity: level.level };
  });
}

function matcher(pattern: string): (path: string) => boolean {
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&")))
    .join("");
  const expression = new RegExp(`^${source}$`);
  return (path) => expression.test(path);
}

const FIELDS = ["rule", "level", "path", "reason"];

/**
 * Reads the levels; none if the file is not there.
 *
 * @param file A YAML list of `rule`, `level`, `reason` and, where only some are meant, `path`.
 * @param needed Whether the file has to be there.
 * @throws {UserError} if the file holds something else, or names no rule.
 */
export async function readLevels(file: string, needed: boolean): Promise<readonly Level[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && !needed) return "";
    throw new UserError(`${file}: the levels cannot be read (${error.code}); name a YAML file with --levels`);
  });
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem !== undefined) throw new UserError(`${file}: the YAML is malformed: ${problem.message.split("\n")[0]}`);
  const entries: unknown = document.toJS() ?? [];
  if (!Array.isArray(entries)) throw new UserError(`${file}: write a list of levels, each with rule, level and reason`);
  return entries.map((entry: unknown, index) => levelOf(entry, `${file}: level ${index + 1}`));
}

function levelOf(entry: unknown, where: string): Level {
  const fields = typeof entry === "object" && entry !== null ? Object.entries(entry) : [];
  const unknown = fields.find(([key, value]) => !FIELDS.includes(key) || typeof value !== "string" || value === "");
  if (fields.length === 0 || unknown !== undefined) {
    throw new UserError(`${where} needs rule, level and reason, may have path, each a text, and nothing else`);
  }
  const { rule, level, path, reason }: Readonly<Record<string, string>> = Object.fromEntries(fields);
  const severity = SEVERITIES.find((one) => one === level);
  if (reason === undefined || rule === undefined) throw new UserError(`${where} needs rule, level and reason`);
  if (severity === undefined)
    throw new UserError(`${where} has the level "${level}"; the levels are ${SEVERITIES.join(", ")}`);
  if (!RULES.some(({ id }) => id === rule)) {
    throw new UserError(`${where} names the rule "${rule}", which there is not; specs/review/RULES.md has all`);
  }
  return { rule, level: severity, reason, ...(path === undefined ? {} : { path }) };
}
