/**
 * Gives a token a new secret and keeps it in a file, so that it is not lost on the way.
 *
 *     npm install @git-tokens/vk-workspace
 *     VK_WORKSPACE_TOKEN=… node refresh-and-store.ts https://projects.example.com KEY TOKEN_ID secret.txt
 *
 * The old secret dies when the service carries the request out, and the new one stands in that one answer. So the order is:
 * make sure that it can be kept; refresh; keep it; only then tell others. Put your vault where the file is.
 */
import { open, rename, rm, stat } from "node:fs/promises";
import { argv, env, exit } from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { createVkWorkspace, settle } from "@git-tokens/vk-workspace";

function fail(message: string): never {
  console.error(message);
  exit(1);
}

const ROUNDS = 3;
const [baseUrl, workspace, tokenId, file, ...others] = argv.slice(2);
if (!baseUrl || !workspace || !tokenId || !file || others.length > 0)
  fail("usage: node refresh-and-store.ts BASE_URL WORKSPACE TOKEN_ID FILE");
// Only a file can be replaced by the new one. What hinders this look hinders the opening below, which tells of it.
const before = await stat(file).catch(() => undefined);
if (before && !before.isFile()) fail(`${file} is not a file: give the file that is to hold the secret`);
const vk = createVkWorkspace({ baseUrl, auth: { privateToken: env.VK_WORKSPACE_TOKEN } });

/** The new secret. Refreshes again where one refresh may have taken effect without its answer reaching us. */
async function refresh(workspace: string, tokenId: string): Promise<string> {
  let oldIsDead = false;
  for (let round = 1; ; round++) {
    const refreshed = await settle(vk.refreshGitIntegrationToken({ workspace, tokenId }));
    if (refreshed.ok) return refreshed.data.token;
    const { outcome, message } = refreshed.error;
    // unknown: it may have happened. committed: it has, and only the secret did not arrive. Either way the old secret is
    // not to be relied on, and no question asked of the service brings the new one back: only another refresh gives one.
    const inDoubt = outcome === "unknown" || outcome === "committed";
    oldIsDead ||= inDoubt;
    // not-sent and rejected: nothing happened in this round, and asking again would be told the same.
    if (!inDoubt || round === ROUNDS) {
      const state = oldIsDead ? "Take the old secret for dead and run this again soon" : "The old secret still works";
      throw new Error(`${message}\n${state}.`);
    }
    console.error(`${message}\nRefreshing again.`);
    await wait(1_000 * round);
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// "wx" fails where the file is there already: two rotations at a time would kill each other's secrets.
const next = `${file}.new`;
const place = await open(next, "wx", 0o600).catch((error: NodeJS.ErrnoException) =>
  fail(
    error.code === "EEXIST"
      ? `${next} is there: another rotation is running, or the last one was cut off and this file may hold the secret`
      : `${next} cannot be made, so nothing was sent: ${error.message}`,
  ),
);
const secret = await refresh(workspace, tokenId).catch(async (error) => {
  await place.close();
  await rm(next);
  fail(reason(error));
});
try {
  await place.writeFile(secret);
  await place.sync();
  await place.close();
} catch (error) {
  await rm(next, { force: true });
  fail(`A new secret was issued, but not kept: ${reason(error)}\nTake the old one for dead and run this again.`);
}
await rename(next, file).catch((error) => fail(`The new secret is in ${next}, the old one is dead: ${reason(error)}`));
// What uses the secret is told now, when it can no longer be lost.
console.log(`the new secret is in ${file}`);
