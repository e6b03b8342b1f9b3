import { plain, type Styled } from "../system/styled.ts";
import { UserError } from "../system/user-error.ts";

/** One thing that is wrong with a spec, where it is and what to do about it. */
export interface Problem {
  /** The file as it was named by the caller. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** What an error touches cannot be served, which is the default; a warning says what is read in another way, or ignored. */
  readonly level?: "error" | "warning";
  readonly rule: string;
  readonly message: string;
}

/** A problem as one line: file, line, column, sentence, rule. */
export function format({ file, line, column, level, rule, message }: Problem, style: Styled = plain): string {
  const place = style("cyan", `${file}:${line}:${column}`);
  return `${place} ${level === "warning" ? style("yellow", "warning: ") : ""}${message} ${style("dim", `(${rule})`)}`;
}

/** How many problems of one kind are printed. */
const PRINTED = 20;

/** Problems as lines in the order of files and lines: at most twenty of a kind, and how many more there are. */
export function formatProblems(problems: readonly Problem[]): string {
  const counts = new Map<string, number>();
  const lines = [...problems].sort(byPlace).flatMap((problem) => {
    const count = (counts.get(problem.rule) ?? 0) + 1;
    counts.set(problem.rule, count);
    return count > PRINTED ? [] : [format(problem)];
  });
  const rest = [...counts].filter(([, count]) => count > PRINTED);
  return [...lines, ...rest.map(([rule, count]) => `… and ${count - PRINTED} more of ${rule}`)].join("\n");
}

export const byPlace = (a: Problem, b: Problem): number =>
  compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A spec that cannot be used. Its message holds one line per problem: file, line, column, sentence, rule. */
export class SpecError extends UserError {
  override readonly name = "SpecError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }

  /** Every line begins with its place, which terminals and editors make a link of. */
  override report(): string {
    return this.message;
  }
}
