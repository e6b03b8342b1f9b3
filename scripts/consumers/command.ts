import { type RunOptions, run as runAsIs } from "@git-tokens/spec-tools/system/run";

/** The time limit of a command in milliseconds. */
const TIMEOUT = 120_000;

/** Takes out the settings of the package manager that started this script: they would change what is installed and run here. */
function withoutInherited(): Record<string, undefined> {
  const inherited = Object.keys(process.env).filter((name) => /^p?npm_|^NODE_OPTIONS$/i.test(name));
  return Object.fromEntries(inherited.map((name) => [name, undefined]));
}

/**
 * Runs a command as a user would, and returns its standard output.
 *
 * @throws {CommandError} if it fails, with all its output.
 */
export const run = (
  command: string,
  args: readonly string[],
  { env, ...options }: Omit<RunOptions, "timeout">,
): Promise<string> => runAsIs(command, args, { ...options, env: { ...withoutInherited(), ...env }, timeout: TIMEOUT });
