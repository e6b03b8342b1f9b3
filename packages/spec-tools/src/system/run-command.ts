import { execFile } from "node:child_process";

/** How a command ended, and what it said. */
export interface Ending {
  /** -1 where a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string | undefined;
  /** What its environment has beside that of this process, or, undefined, has not. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Ends it; it rejects with the signal's reason then. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a command to its end, which may be a failure.
 *
 * @throws where there is no such command.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, signal }: CommandOptions = {},
): Promise<Ending> {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 28, signal };
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (signal?.aborted) reject(signal.reason);
      else if (error?.code === "ENOENT") reject(error);
      else resolve({ code: error ? child.exitCode || -1 : 0, stdout, stderr });
    });
    // Nobody is there to answer a question.
    child.stdin?.end();
  });
}
