import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startSharedCache } from "./shared-cache.ts";
import { type Clone, cloneWorkspace, type Environment, type TestRun, timed } from "./workspace-clone.ts";

/** What CONTRIBUTING promises of a cache that several machines share, and whether it held. */
export interface CachePromise {
  readonly promise: string;
  readonly holds: boolean;
  readonly seen: string;
}

/**
 * Tries each promise with a real server, in clones that have a cache of their own as well.
 *
 * @param signal Ends it: it then rejects with the signal's reason.
 */
export async function checkCache(
  folder: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<readonly CachePromise[]> {
  const artifacts = join(folder, "artifacts");
  const cache = await startSharedCache(artifacts, signal);
  try {
    const clone = (name: string): Promise<Clone> => cloneWorkspace(join(folder, `clone-${name}`), signal);
    const [first, second, third] = [await clone("first"), await clone("second"), await clone("third")];
    const filled = await first.test(cache.env);
    say(`a clone fills the shared cache: ${shown(filled)}`);
    const hit = await second.test(cache.env);
    say(`a second clone: ${shown(hit)}`);
    await third.run("pnpm", ["install", "--frozen-lockfile"]);
    await changeArtifact(third, artifacts, "@git-tokens/core", cache.env);
    const changed = await typecheck(third, "@git-tokens/core", cache.env);
    await cache.close();
    const dead = await typecheck(third, "@git-tokens/spec-tools", cache.env);
    for (const done of [first, second, third]) await done.remove();
    return [
      {
        promise: "A second clean clone finds everything there",
        holds: hit.cached === hit.tasks,
        seen: `${shown(hit)}; the first: ${shown(filled)}`,
      },
      { promise: "An artifact that somebody changed is not used", holds: changed.cached === 0, seen: shown(changed) },
      { promise: "Without its server, everything is done here", holds: dead.cached === 0, seen: shown(dead) },
    ];
  } finally {
    await cache.close();
  }
}

const shown = ({ seconds, cached, tasks }: TestRun): string => `${cached} of ${tasks} cached, ${seconds.toFixed(1)} s`;

/** One task of one package, which fails like any other if turbo does. */
const typecheck = (clone: Clone, name: string, env: Environment): Promise<TestRun> =>
  timed(() => clone.run("pnpm", ["exec", "turbo", "run", "typecheck", `--filter=${name}`], env));

/** Changes the last byte of what the server keeps of a task. */
async function changeArtifact(clone: Clone, artifacts: string, name: string, env: Environment): Promise<void> {
  const args = ["exec", "turbo", "run", "typecheck", `--filter=${name}`, "--dry=json"];
  const { tasks }: { readonly tasks: readonly { readonly taskId: string; readonly hash: string }[] } = JSON.parse(
    await clone.run("pnpm", args, env),
  );
  const hash = tasks.find(({ taskId }) => taskId === `${name}#typecheck`)?.hash;
  const file = join(artifacts, `${env.TURBO_TEAM}/${hash}`);
  const bytes = await readFile(file);
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) ^ 1;
  await writeFile(file, bytes);
}
