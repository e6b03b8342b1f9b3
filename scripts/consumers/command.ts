import { type RunOptions, run as runAsIs } from "@git-tokens/spec-tools/system/run";

/** How long a command may take, in milliseconds, before it counts as hanging. */
const TIMEOUT = 120_000;

/** What the package manager that started this script says to its own kind, which would rule what is installed and run here. */
const inherited = Object.keys(process.env).filter((name) => /^p?npm_|^NODE_OPTIONS$/i.test(name));
const without = Object.fromEntries(inherited.map((name) => [name, undefined]));

/**
 * Runs a command as a user would, and gives what it wrote to its standard output.
 *
 * @throws {CommandError} where it fails: with all that it said.
 */
export const run = (
  command: string,
  args: readonly string[],
  { env, ...options }: Omit<RunOptions, "timeout">,
): Promise<string> => runAsIs(command, args, { ...options, env: { ...without, ...env }, timeout: TIMEOUT });
