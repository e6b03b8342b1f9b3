import type { ApiDescription } from "../description/api-description.ts";
import { describeFile } from "../description/describe-api.ts";
import { SpecError } from "../description/problem.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import type { Output } from "./output.ts";

/** A spec, and what is made of it where. */
export interface Job {
  readonly spec: string;
  readonly outputs: readonly (Omit<Output, "files"> & {
    readonly render: (api: ApiDescription) => Promise<GeneratedFiles>;
  })[];
}

/**
 * Reads every spec and renders what is generated from it. Nothing is written here, so one spec that fails leaves every
 * folder as it was.
 *
 * @throws {SpecError} with the problems of all specs at once.
 */
export async function renderJobs(jobs: readonly Job[]): Promise<readonly Output[]> {
  const renderAll = async (job: Job): Promise<readonly Output[]> => {
    const api = await describeFile(job.spec);
    const refused = api.problems.filter(({ level }) => level === "error");
    if (refused.length > 0) throw new SpecError(refused);
    return Promise.all(job.outputs.map(async ({ render, ...output }) => ({ ...output, files: await render(api) })));
  };
  const problems = [];
  const outputs = [];
  for (const result of await Promise.allSettled(jobs.map(renderAll))) {
    if (result.status === "fulfilled") outputs.push(...result.value);
    else if (result.reason instanceof SpecError) problems.push(...result.reason.problems);
    else throw result.reason;
  }
  if (problems.length > 0) throw new SpecError(problems);
  return outputs;
}
