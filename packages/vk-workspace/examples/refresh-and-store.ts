/**
 * Gives a token a new secret and keeps it in a file, so that it is not lost on the way.
 *
 *     npm install @git-tokens/vk-workspace
 *     VK_WORKSPACE_TOKEN=… node refresh-and-store.ts https://projects.example.com KEY TOKEN_ID secret.txt
 *
 * The old secret dies when the service carries the request out, and the new one stands in that one answer. So the order is:
 * make sure that it can be kept; refresh; keep it; only then tell others. Put your vault where the file is.
 */
import { open, rename, rm } from "node:fs/promises";
import { argv, env } from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { createVkWorkspace, settle } from "@git-tokens/vk-workspace";

const ROUNDS = 3;
const [baseUrl = "", workspace = "", tokenId = "", file = ""] = argv.slice(2);
const vk = createVkWorkspace({ baseUrl, auth: { privateToken: env.VK_WORKSPACE_TOKEN } });

/** The new secret. Refreshes again where one refresh may have taken effect without its answer reaching us. */
async function refresh(): Promise<string> {
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
      throw new Error(`${message}\n${state}.`, { cause: refreshed.error });
    }
    console.error(`${message}\nRefreshing again.`);
    await wait(1_000 * round);
  }
}

// "wx" fails where the file is there already: another rotation is under way, and two would kill each other's secrets. If
// none is, the last one was cut off, and the file may hold the secret.
const place = await open(`${file}.new`, "wx", 0o600);
const secret = await refresh().catch(async (error) => {
  await place.close();
  await rm(`${file}.new`);
  throw error;
});
try {
  await place.writeFile(secret);
  await place.sync();
  await place.close();
  await rename(`${file}.new`, file);
} catch (cause) {
  throw new Error("A new secret was issued, but not kept. Take the old one for dead and run this again.", { cause });
}
// What uses the secret is told now, when it can no longer be lost.
console.log(`the new secret is in ${file}`);
