import type { ApiDescription } from "../description/api-description.ts";
import { type DescribeOptions, describeFile } from "../description/describe-api.ts";
import { format, formatProblems, type Problem, SpecError } from "../description/problem.ts";
import { hashOf } from "../description/published-json.ts";
import { generateSelection } from "./generate.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { selectOperations, type Wanted } from "./select-operations.ts";

export interface ForeignOptions extends Wanted, DescribeOptions {
  /** Leaves out what cannot be served, instead of refusing the whole file. */
  readonly skipUnsupported?: boolean | undefined;
  /** Is told what a long run is at. */
  readonly tell?: ((line: string) => void) | undefined;
}

/** From so many operations on, the code takes more than a second. */
const MANY = 300;

/** What is generated of any file, and what is to be told of it. */
export interface Foreign {
  readonly files: GeneratedFiles;
  /** What was read in another way than it is written, or left out; a line each. */
  readonly notes: string;
}

/**
 * Generates the operations of any API description that are wanted.
 *
 * @throws {SpecError} if the file cannot be read, or an operation cannot be served and is not to be skipped.
 * @throws {UserError} if nothing is wanted.
 */
export async function generateForeign(file: string, options: ForeignOptions): Promise<Foreign> {
  const { include, exclude, skipUnsupported, tell, ...how } = options;
  const api = await describeFile(file, how);
  const general = outside(api);
  if (api.operations.length === 0 && general.length > 0) throw new SpecError(general);
  const { served, refused } = selectOperations(api, { include, exclude });
  const reasons = distinct([...general, ...refused.flatMap(({ reasons }) => reasons)]);
  if (reasons.length > 0 && !skipUnsupported) throw new SpecError(reasons);
  if (served.length >= MANY) tell?.(`${served.length} operations are read; their code and types are next`);
  const files = await generateSelection({ api, operations: served, hash: hashOf(api.text) });
  const left = refused.map(({ operation }) => `${operation.verb} ${operation.path}`);
  const warnings = api.problems.filter(({ level }) => level === "warning");
  const notes = [
    formatProblems([...warnings, ...reasons]),
    left.length > 0 && `${left.length} of ${left.length + served.length} operations are left out: ${left.join(", ")}`,
  ];
  return { files, notes: notes.filter(Boolean).join("\n") };
}

/** What is wrong in no operation: a whole path or section that cannot be read. */
function outside({ problems, operations }: ApiDescription): readonly Problem[] {
  const within = new Set(operations.flatMap(({ refusals }) => refusals).map((problem) => format(problem)));
  return problems.filter((problem) => problem.level === "error" && !within.has(format(problem)));
}

const distinct = (problems: readonly Problem[]): readonly Problem[] => [...new Set(problems)];
