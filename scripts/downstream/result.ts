/** What is tried of a tool, in this order; each needs the one before it. */
export const STAGES = ["generates", "compiles", "runs", "right"] as const;
export type Stage = (typeof STAGES)[number];

/** What a tool made of a published file. */
export interface Result {
  /** The name of the tool. */
  readonly tool: string;
  /** The published file. */
  readonly subject: string;
  /** The problems of each stage that was tried; none means that it was passed. */
  readonly stages: Partial<Readonly<Record<Stage, readonly string[]>>>;
  /** Why a stage was left out, where one was. */
  readonly skipped?: string;
}

/** The first stage that has problems, with them; undefined where there is none. */
export function fallsAt({ stages }: Result): readonly [stage: Stage, problems: readonly string[]] | undefined {
  for (const stage of STAGES) {
    const problems = stages[stage] ?? [];
    if (problems.length > 0) return [stage, problems];
  }
  return undefined;
}

/** The last stage that was passed; undefined where not even the first one was. */
export const reached = ({ stages }: Result): Stage | undefined =>
  STAGES.filter((_, index) => STAGES.slice(0, index + 1).every((one) => stages[one]?.length === 0)).at(-1);
