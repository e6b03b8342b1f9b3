/** One thing that is wrong with a spec, where it stands and what to do about it. */
export interface Problem {
  /** The file as it was named by the caller. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

/** A problem as one line: file, line, column, sentence, rule. */
export const format = ({ file, line, column, rule, message }: Problem): string =>
  `${file}:${line}:${column} ${message} (${rule})`;

/** A spec that cannot be used. Its message holds one line per problem: file, line, column, sentence, rule. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(format).join("\n"));
    this.problems = problems;
  }
}
