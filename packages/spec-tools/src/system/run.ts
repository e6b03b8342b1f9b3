import { basename } from "node:path";
import { execa } from "execa";
import { UserError } from "./user-error.ts";

/** How a command ended, and what it said. */
export interface Ending {
  /** -1 where a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string | undefined;
  /** Added to the environment of this process; a variable that is undefined is taken out of it. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Ends it; the promise rejects with the signal's reason then. */
  readonly signal?: AbortSignal | undefined;
  /** Ends it after so many milliseconds. */
  readonly timeout?: number | undefined;
}

/** A command that could not be started, did not end in time, or failed. The message repeats all that it said. */
export class CommandError extends UserError {
  override readonly name = "CommandError";
  readonly ending: Ending;

  constructor(why: string, ending: Ending, options?: ErrorOptions) {
    super(`${why}${ending.stdout || ending.stderr ? `:\n${wordsOf(ending)}` : ""}`, options);
    this.ending = ending;
  }
}

/** All that a command said. */
export const wordsOf = ({ stdout, stderr }: Ending): string => `${stdout}\n${stderr}`.trim();

/**
 * Runs a command to its end, and gives what it wrote to its standard output.
 *
 * @throws {CommandError} if it cannot be started, takes too long, or ends with another code than 0.
 */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const ending = await runToEnd(command, args, options);
  if (ending.code === 0) return ending.stdout;
  throw new CommandError(`${lineOf(command, args)} ended with ${ending.code}`, ending);
}

/**
 * Runs a command to its end, which may be a failure.
 *
 * @throws {CommandError} if it cannot be started or takes too long.
 */
export async function runToEnd(
  command: string,
  args: readonly string[],
  { cwd, env, signal, timeout }: RunOptions = {},
): Promise<Ending> {
  signal?.throwIfAborted();
  const result = await execa(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    ...(signal === undefined ? {} : { cancelSignal: signal }),
    ...(timeout === undefined ? {} : { timeout }),
    env: { ...process.env, ...env },
    extendEnv: false,
    // Nobody is there to answer a question.
    stdin: "ignore",
    maxBuffer: 2 ** 28,
    stripFinalNewline: false,
    reject: false,
  });
  signal?.throwIfAborted();
  const ending = { code: result.exitCode ?? -1, stdout: result.stdout, stderr: result.stderr };
  if (result.timedOut) throw new CommandError(`${lineOf(command, args)} ran for more than ${timeout} ms`, ending);
  if (result.exitCode === undefined && !result.isTerminated) {
    throw new CommandError(`${lineOf(command, args)} cannot be run: ${result.originalMessage}`, ending, {
      cause: result.cause,
    });
  }
  return ending;
}

const lineOf = (command: string, args: readonly string[]): string => `\`${[basename(command), ...args].join(" ")}\``;
