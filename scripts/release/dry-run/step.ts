import { run } from "@git-tokens/spec-tools/system/run";

/**
 * Takes a step of the release: runs pnpm to its end.
 *
 * @param env Added to the environment of this process.
 * @throws {CommandError} where it fails.
 */
export type Step = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<void>;

/**
 * Steps in a folder.
 *
 * @param tell Is told of each step before it is taken.
 * @param signal Ends the one that is being taken; it rejects with the signal's reason then.
 */
export const stepsIn =
  (folder: string, tell: (step: string) => void, signal?: AbortSignal): Step =>
  async (args, env = {}) => {
    tell(`pnpm ${args.join(" ")}`);
    await run("pnpm", args, { cwd: folder, env, signal });
  };
