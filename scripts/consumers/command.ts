import { execFile } from "node:child_process";
import { basename } from "node:path";

/** How long a command may take, in milliseconds, before it counts as hanging. */
const LIMIT = 120_000;

export interface CommandOptions {
  readonly cwd: string;
  /** Added to the environment that every command has. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the command. */
  readonly signal: AbortSignal;
}

/**
 * Runs a command to its end and gives what it wrote to its standard output.
 *
 * @throws {Error} where it fails: with all that it said.
 */
export function run(command: string, args: readonly string[], { cwd, env, signal }: CommandOptions): Promise<string> {
  const options = { cwd, env: { ...environment(), ...env }, signal, timeout: LIMIT, maxBuffer: 2 ** 26 };
  return new Promise((resolve, reject) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      if (signal.aborted) return reject(signal.reason);
      const why = error.killed ? `ran for more than ${LIMIT / 1000} s` : `ended with ${error.code}`;
      reject(
        new Error(`\`${[basename(command), ...args].join(" ")}\` ${why}:\n${`${stdout}\n${stderr}`.trim()}`, {
          cause: error,
        }),
      );
    });
  });
}

/** What the package manager that started this script says to its own kind would rule what is installed and run here. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^p?npm_|^NODE_OPTIONS$/i.test(name)));
