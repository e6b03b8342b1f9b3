import { run } from "../packages/run.ts";
import { ReleaseError } from "./release-error.ts";

/**
 * Takes a step of the release: runs pnpm to its end.
 *
 * @param env What its environment has beside that of this process.
 * @throws {ReleaseError} where it fails.
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
    const command = `pnpm ${args.join(" ")}`;
    tell(command);
    const { ok, said } = await run(folder, "pnpm", args, env, signal);
    if (!ok) throw new ReleaseError(`\`${command}\` failed: ${said}`);
  };
