/**
 * Refreshes the secret of a token and stores the new one in a file, so that it is not lost.
 *
 *     npm install @git-tokens/vk-workspace
 *     VK_WORKSPACE_TOKEN=… node refresh-and-store.ts https://projects.example.com KEY TOKEN_ID secret.txt
 *
 * The refresh invalidates the old secret, and only its response has the new one. So the order is: make sure that it can be
 * stored; refresh; store it; only then use it elsewhere. Put your vault in place of the file.
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
// Only a file can be replaced. If this check fails for another reason, opening the file below fails too and reports it.
const before = await stat(file).catch(() => undefined);
if (before && !before.isFile()) fail(`${file} is not a file: give the file that is to hold the secret`);
const vk = createVkWorkspace({ baseUrl, auth: { privateToken: env.VK_WORKSPACE_TOKEN } });

/** The new secret. Refreshes again if a refresh may have taken effect but its response was lost. */
async function refresh(workspace: string, tokenId: string): Promise<string> {
  let oldIsDead = false;
  for (let round = 1; ; round++) {
    const refreshed = await settle(vk.refreshGitIntegrationToken({ workspace, tokenId }));
    if (refreshed.ok) return refreshed.data.token;
    const { outcome, message } = refreshed.error;
    // unknown: it may have taken effect. committed: it did, but the secret did not arrive. Do not rely on the old secret. The
    // service never shows the new one again: only another refresh issues a secret.
    const inDoubt = outcome === "unknown" || outcome === "committed";
    oldIsDead ||= inDoubt;
    // not-sent and rejected: this refresh had no effect, and another one would fail in the same way.
    if (!inDoubt || round === ROUNDS) {
      const state = oldIsDead ? "Take the old secret for dead and run this again soon" : "The old secret still works";
      throw new Error(`${message}\n${state}.`);
    }
    console.error(`${message}\nRefreshing again.`);
    await wait(1_000 * round);
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// "wx" fails if the file exists: two rotations at once would invalidate each other's secrets.
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
// Use the secret elsewhere only now, when it can no longer be lost.
console.log(`the new secret is in ${file}`);
