import { SpecError } from "@git-tokens/spec/problem";
import { readSpec } from "@git-tokens/spec/read-spec";
import { generate } from "./generate.ts";
import type { Output } from "./output.ts";

/** A spec, and the folder for what is generated from it. */
export interface Job {
  readonly spec: string;
  readonly folder: string;
}

/**
 * Reads every spec and renders what is generated from it. Nothing is written here, so one spec that fails leaves every
 * folder as it was.
 *
 * @throws {SpecError} with the problems of all specs at once.
 */
export async function renderJobs(jobs: readonly Job[]): Promise<readonly Output[]> {
  const render = async ({ spec, folder }: Job): Promise<Output> => ({
    folder,
    files: await generate(await readSpec(spec)),
  });
  const problems = [];
  const outputs = [];
  for (const result of await Promise.allSettled(jobs.map(render))) {
    if (result.status === "fulfilled") outputs.push(result.value);
    else if (result.reason instanceof SpecError) problems.push(...result.reason.problems);
    else throw result.reason;
  }
  if (problems.length > 0) throw new SpecError(problems);
  return outputs;
}
