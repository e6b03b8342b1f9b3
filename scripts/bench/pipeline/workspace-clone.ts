import { run } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";

/** How `pnpm test` went. */
export interface TestRun {
  readonly seconds: number;
  readonly tasks: number;
  /** The tasks that the cache answered. */
  readonly cached: number;
}

/** The time limit of a command in milliseconds: one run with 50 providers and nothing cached takes minutes. */
const TIMEOUT = 3_600_000;

/** A clone of the last commit of this repository. Its cache is empty, and nothing is installed. */
export async function cloneWorkspace(folder: string): Promise<void> {
  await run("git", ["clone", "--quiet", ROOT, folder]);
}

/** A command in a clone, without what this script got from the package manager and from turbo. */
export function runIn(
  folder: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const inherited = Object.keys(process.env).filter((name) => /^(p?npm_|TURBO_|INIT_CWD$|NODE_OPTIONS$)/i.test(name));
  const without = Object.fromEntries(inherited.map((name) => [name, undefined]));
  return run(command, args, { cwd: folder, env: { ...without, CI: "true", ...env }, timeout: TIMEOUT });
}

/** `pnpm test`, the install included where it is the first command of a clone. */
export const testIn = (folder: string, env: Readonly<Record<string, string>> = {}): Promise<TestRun> =>
  timed(() => runIn(folder, "pnpm", ["test"], env));

/** Commands, the last of which is turbo, as one run. */
export async function timed(commands: () => Promise<string>): Promise<TestRun> {
  const began = performance.now();
  const said = await commands();
  const seconds = (performance.now() - began) / 1000;
  return { seconds, ...talliedIn(said) };
}

/** What turbo says at the end of a run. */
export function talliedIn(said: string): Pick<TestRun, "tasks" | "cached"> {
  const [, cached, tasks] = /Cached:\s+(\d+) cached, (\d+) total/.exec(said) ?? [];
  if (cached === undefined || tasks === undefined) throw new Error(`turbo says nothing of its cache:\n${said}`);
  return { cached: Number(cached), tasks: Number(tasks) };
}
