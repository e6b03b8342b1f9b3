import { basename } from "node:path";
import { runCommand } from "@git-tokens/spec-tools/system/run-command";

/** How a program ended, and all that it said. */
export interface Ending {
  readonly ok: boolean;
  readonly said: string;
}

/**
 * Runs a program to its end, which may be a failure.
 *
 * @param env What its environment has beside that of this process.
 * @param signal Ends it; it rejects with the signal's reason then.
 * @throws where there is no such program.
 */
export async function run(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Ending> {
  const { code, stdout, stderr } = await runCommand(command, args, { cwd, env, signal });
  const said = `${stdout}\n${stderr}`.trim();
  if (code === 0) return { ok: true, said };
  return { ok: false, said: said || `\`${[basename(command), ...args].join(" ")}\` failed without a word` };
}
