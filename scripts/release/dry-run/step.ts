import { run } from "@git-tokens/spec-tools/system/run";

/**
 * Runs a step of the release with pnpm, to its end.
 *
 * @param env Added to the environment of this process.
 * @throws {CommandError} if it fails.
 */
export type Step = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<void>;

/**
 * Makes the steps of a folder.
 *
 * @param tell Gets the name of each step before it runs.
 * @param signal Stops the running step, which then rejects with the signal's reason.
 */
export const stepsIn =
  (folder: string, tell: (step: string) => void, signal?: AbortSignal): Step =>
  async (args, env = {}) => {
    tell(`pnpm ${args.join(" ")}`);
    await run("pnpm", args, { cwd: folder, env, signal });
  };
