import { execFile } from "node:child_process";
import { basename } from "node:path";
import { promisify } from "node:util";

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
  try {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 28, signal };
    const running = promisify(execFile)(command, args, options);
    // Nobody is there to answer a question.
    running.child.stdin?.end();
    const { stdout, stderr } = await running;
    return { ok: true, said: `${stdout}\n${stderr}`.trim() };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof Error && "stderr" in error && "stdout" in error)) throw error;
    if ("code" in error && error.code === "ENOENT") throw error;
    const said = `${error.stdout}\n${error.stderr}`.trim();
    return { ok: false, said: said || `\`${[basename(command), ...args].join(" ")}\` failed without a word` };
  }
}
