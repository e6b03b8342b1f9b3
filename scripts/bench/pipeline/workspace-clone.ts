import { rm } from "node:fs/promises";
import { run } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";

/** How `pnpm test` went. */
export interface TestRun {
  readonly seconds: number;
  readonly tasks: number;
  /** The tasks that the cache answered. */
  readonly cached: number;
}

export type Environment = Readonly<Record<string, string>>;

/** A clone of the last commit of a repository. */
export interface Clone {
  readonly folder: string;
  /** Runs a command there, without what this script got from the package manager and from turbo. */
  run(command: string, args: readonly string[], env?: Environment): Promise<string>;
  /** `pnpm test`, the install included where it is the first command of the clone. */
  test(env?: Environment): Promise<TestRun>;
  remove(): Promise<void>;
}

/** The time limit of a command in milliseconds: one run with 50 providers and nothing cached takes minutes. */
const TIMEOUT = 3_600_000;

/**
 * Makes a clone whose cache is empty, with nothing installed.
 *
 * @param from This repository, or a clone of it.
 * @param signal Ends what runs in the clone, which then rejects with the signal's reason.
 */
export async function cloneWorkspace(folder: string, signal: AbortSignal, from: string = ROOT): Promise<Clone> {
  const runThere = (command: string, args: readonly string[], env: Environment = {}): Promise<string> => {
    const inherited = Object.keys(process.env).filter((name) => /^(p?npm_|TURBO_|INIT_CWD$|NODE_OPTIONS$)/i.test(name));
    const without = Object.fromEntries(inherited.map((name) => [name, undefined]));
    return run(command, args, { cwd: folder, env: { ...without, CI: "true", ...env }, timeout: TIMEOUT, signal });
  };
  await run("git", ["clone", "--quiet", from, folder], { signal });
  return {
    folder,
    run: runThere,
    test: (env) => timed(() => runThere("pnpm", ["test"], env)),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10 }),
  };
}

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
