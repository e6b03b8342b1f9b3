import { SpecError } from "../description/problem.ts";
import { readSpec, type Spec } from "../description/read-spec.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import type { Output } from "./output.ts";

/** A spec, and what is made of it where. */
export interface Job {
  readonly spec: string;
  readonly outputs: readonly (Omit<Output, "files"> & { readonly render: (spec: Spec) => Promise<GeneratedFiles> })[];
}

/**
 * Reads every spec and renders what is generated from it. Nothing is written here, so one spec that fails leaves every
 * folder as it was.
 *
 * @throws {SpecError} with the problems of all specs at once.
 */
export async function renderJobs(jobs: readonly Job[]): Promise<readonly Output[]> {
  const renderAll = async (job: Job): Promise<readonly Output[]> => {
    const spec = await readSpec(job.spec);
    return Promise.all(job.outputs.map(async ({ render, ...output }) => ({ ...output, files: await render(spec) })));
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
